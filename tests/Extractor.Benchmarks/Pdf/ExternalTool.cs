using System.Diagnostics;
using System.Globalization;

namespace Extractor.Benchmarks.Pdf;

/// <summary>A program that reads a PDF and prints its text with boxes.</summary>
internal sealed record ExternalTool(string Name, string Program, Func<string, string[]> Arguments)
{
    public static ExternalTool Pdftotext { get; } =
        new("pdftotext -bbox", "pdftotext", file => ["-bbox", file, "/dev/null"]);

    public static ExternalTool Mutool { get; } =
        new("mutool draw -F stext", "mutool", file => ["draw", "-q", "-F", "stext", "-o", "/dev/null", file]);

    /// <summary>
    /// Seconds for all files, one after the other: by the clock, and of the processor (0 where the system does not tell).
    /// </summary>
    public (double Clock, double Processor) ReadAll(IEnumerable<string> files)
    {
        var before = ProcessorSecondsOfChildren();
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

        return (clock.Elapsed.TotalSeconds, ProcessorSecondsOfChildren() - before);
    }

    /// <summary>Fields 16 and 17 of /proc/self/stat (proc(5)): user and system time of ended children, in hundredths of a second.</summary>
    internal static double ProcessorSecondsOfChildren()
    {
        const string Path = "/proc/self/stat";
        if (!File.Exists(Path))
        {
            return 0;
        }

        var text = File.ReadAllText(Path);
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0;
    }
}
