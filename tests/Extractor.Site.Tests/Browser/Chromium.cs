using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>Debian's Chromium, driven by Playwright; once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;

    public IBrowser? Browser { get; private set; }

    /// <summary>Why nothing can be driven; null where it can.</summary>
    public string? ReasonMissing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } executable)
        {
            ReasonMissing = "Chromium is not installed: apt-get install chromium.";
            return;
        }

        try
        {
            playwright = await Playwright.CreateAsync();
        }
        catch (Exception exception) when (exception is PlaywrightException or System.ComponentModel.Win32Exception)
        {
            ReasonMissing = $"Playwright's driver does not start on this machine: {exception.Message}";
            return;
        }

        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
