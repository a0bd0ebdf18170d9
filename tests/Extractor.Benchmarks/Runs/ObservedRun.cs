using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Extractor.Benchmarks.Pdf;

namespace Extractor.Benchmarks.Runs;

/// <summary>Memory at one moment of a run.</summary>
/// <param name="Told">What the run said last.</param>
internal sealed record MemorySample(TimeSpan At, long WorkingSet, string Told);

/// <summary>A run of the command line in a process of its own, watched from outside.</summary>
internal sealed record ObservedRun(TimeSpan Elapsed, TimeSpan Processor, long PeakWorkingSet, IReadOnlyList<MemorySample> Samples,
    JsonElement Summary)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <exception cref="InvalidOperationException">It ended with something else than 0 or 1.</exception>
    public static ObservedRun Of(params IEnumerable<string> arguments) => Observe([.. Command, .. arguments]);

    /// <summary>A run of a program that was published, as its users have it.</summary>
    /// <inheritdoc cref="Of"/>
    public static ObservedRun OfProgram(string program, params IEnumerable<string> arguments) =>
        Observe([program, .. Arguments, .. arguments]);

    /// <summary>A run that sees the first core of the machine and no other.</summary>
    /// <inheritdoc cref="Of"/>
    public static ObservedRun OnOneCore(params IEnumerable<string> arguments) =>
        Observe(["taskset", "--cpu-list", "0", .. Command, .. arguments]);

    private static string[] Arguments => ["run", "--json"];

    private static string[] Command => ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Extractor.Cli.dll"), .. Arguments];

    private static ObservedRun Observe(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command.AsSpan(1).ToArray())
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true
        };
        var before = ExternalTool.ProcessorSecondsOfChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start");
        var told = string.Empty;
        process.ErrorDataReceived += (_, line) =>
            told = line.Data is { Length: > 0 } text &&
            (text.Contains(" files", StringComparison.Ordinal) || text.StartsWith("publishing", StringComparison.Ordinal)) ? text : told;
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEndAsync();
        var samples = new List<MemorySample>();
        var peak = 0L;
        while (!process.WaitForExit(Pause))
        {
            process.Refresh();
            try
            {
                samples.Add(new MemorySample(clock.Elapsed, process.WorkingSet64, told));
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended between the two.
            }
        }

        var elapsed = clock.Elapsed;
        var processor = TimeSpan.FromSeconds(ExternalTool.ProcessorSecondsOfChildren() - before);
        return process.ExitCode is 0 or 1
            ? new ObservedRun(elapsed, processor, peak, samples, JsonDocument.Parse(output.Result).RootElement)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"the run ended with {process.ExitCode}; it said last: {told}"));
    }
}
