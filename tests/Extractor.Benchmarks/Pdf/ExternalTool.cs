using System.Diagnostics;

namespace Extractor.Benchmarks.Pdf;

/// <summary>A program that reads a PDF and prints its text with boxes.</summary>
internal sealed record ExternalTool(string Name, string Program, Func<string, string[]> Arguments)
{
    public static ExternalTool Pdftotext { get; } =
        new("pdftotext -bbox", "pdftotext", file => ["-bbox", file, "/dev/null"]);

    public static ExternalTool Mutool { get; } =
        new("mutool draw -F stext", "mutool", file => ["draw", "-q", "-F", "stext", "-o", "/dev/null", file]);

    /// <summary>Seconds for all files, one after the other.</summary>
    public double ReadAll(IEnumerable<string> files)
    {
        var clock = Stopwatch.StartNew();
        foreach (var file in files)
        {
            var start = new ProcessStartInfo(Program) { RedirectStandardError = true, RedirectStandardOutput = true };
            foreach (var argument in Arguments(file))
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} cannot be started.");
            process.StandardOutput.ReadToEnd();
            process.StandardError.ReadToEnd();
            process.WaitForExit();
        }

        return clock.Elapsed.TotalSeconds;
    }
}
