using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Extractor.Publications.Audits;

/// <summary>
/// Pages drawn by poppler's <c>pdftoppm</c>: a reader that is not ours, so that a person sees what is printed and not what we read.
/// </summary>
public static class PageImages
{
    /// <summary>Dots an inch: a figure of 6 points is read easily.</summary>
    private const int Resolution = 100;

    /// <summary>A page that takes longer is shown without its drawing.</summary>
    private static readonly TimeSpan LongestDrawing = TimeSpan.FromSeconds(30);

    /// <returns>A grey PNG; null where the program is not installed or cannot draw the page.</returns>
    public static byte[]? Draw(string path, int pageNumber, CancellationToken cancellationToken)
    {
        var page = pageNumber.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("pdftoppm", ["-r", Resolution.ToString(CultureInfo.InvariantCulture), "-gray", "-png",
            "-f", page, "-l", page, "--", path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(LongestDrawing);
        try
        {
            using var process = Process.Start(start)!;
            using var stop = timeout.Token.Register(() => process.Kill());
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            using var image = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(image);
            process.WaitForExit();
            cancellationToken.ThrowIfCancellationRequested();
            return process.ExitCode == 0 && image.Length > 0 ? image.ToArray() : null;
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or InvalidOperationException)
        {
            return null;
        }
    }
}
