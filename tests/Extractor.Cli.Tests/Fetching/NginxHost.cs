using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Extractor.Cli.Tests.Fetching;

/// <summary>nginx, serving a folder on loopback: ETag, Last-Modified and conditional requests as real sites have them.</summary>
internal sealed class NginxHost : IAsyncDisposable
{
    private static readonly Lazy<string?> Missing = new(FindMissing);

    private readonly string folder;
    private Process process = null!;

    private NginxHost(string folder, int port, string rules)
    {
        this.folder = folder;
        Rules = rules;
        Address = new Uri($"http://127.0.0.1:{port}/");
    }

    public Uri Address { get; }

    /// <summary>Lines of its server, characters as octets; others are in force when it has been down.</summary>
    public string Rules { get; set; }

    public string Root => Path.Combine(folder, "root");

    public static void SkipUnlessInstalled() => Assert.SkipUnless(Missing.Value is null, Missing.Value ?? string.Empty);

    /// <param name="folder">For its files; what is in <see cref="Root"/> is served.</param>
    /// <param name="rules">As <see cref="Rules"/>.</param>
    public static async Task<NginxHost> StartAsync(string folder, string rules = "")
    {
        Directory.CreateDirectory(Path.Combine(folder, "root"));
        for (var attempt = 0; ; attempt++)
        {
            var host = new NginxHost(folder, FreePort(), rules);
            if (await host.ComesUpAsync())
            {
                return host;
            }

            Assert.True(attempt < 3, await File.ReadAllTextAsync(Path.Combine(folder, "error.log")));
        }
    }

    public void Publish(string path, byte[] content)
    {
        var target = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, content);
    }

    public void Withdraw(string path) => File.Delete(Path.Combine(Root, path));

    /// <summary>The host is down until <see cref="UpAsync"/>.</summary>
    public async Task DownAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async Task UpAsync() => Assert.True(await ComesUpAsync());

    public async ValueTask DisposeAsync()
    {
        try
        {
            await DownAsync();
        }
        catch (InvalidOperationException)
        {
            // It is down already.
        }
    }

    private async Task<bool> ComesUpAsync()
    {
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), $$"""
            daemon off;
            {{(Environment.UserName == "root" ? "user root;" : string.Empty)}}
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { }
            http {
              access_log off;
              client_body_temp_path {{folder}}/t1; proxy_temp_path {{folder}}/t2; fastcgi_temp_path {{folder}}/t3; uwsgi_temp_path {{folder}}/t4; scgi_temp_path {{folder}}/t5;
              types { text/html html shtml; application/pdf pdf; application/zip zip; }
              server { listen 127.0.0.1:{{Address.Port}}; root {{folder}}/root;
              {{Rules}}
              }
            }
            """, Encoding.Latin1);
        process = Process.Start(new ProcessStartInfo("nginx",
            ["-p", folder, "-e", Path.Combine(folder, "error.log"), "-c", Path.Combine(folder, "nginx.conf")])
        {
            RedirectStandardError =
            true
        })!;
        _ = process.StandardError.ReadToEndAsync();
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60) &&
            !process.HasExited; await Task.Delay(20))
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Address.Port);
                return true;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }

        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindMissing()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("nginx", "-v") { RedirectStandardError = true })!;
            process.WaitForExit();
            return null;
        }
        catch (Win32Exception)
        {
            return "nginx is not installed (Debian: apt-get install nginx-light).";
        }
    }
}
