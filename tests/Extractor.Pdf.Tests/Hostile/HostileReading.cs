using System.Diagnostics;
using System.Reflection;

namespace Extractor.Pdf.Tests.Hostile;

/// <summary>What came of reading a file, and what it cost.</summary>
/// <param name="Fault">An exception that is none of the named ones.</param>
/// <param name="Elapsed">By the clock, or processor time of the whole process where the machine was busy with something else.</param>
/// <param name="Allocated">Bytes allocated by the reading thread, freed or not.</param>
/// <param name="PeakBytes">Most bytes in use on the managed heap, seen now and then, beyond those before.</param>
internal sealed record HostileReading(bool Opened, int PagesRead, string? Fault, TimeSpan Elapsed, long Allocated, long PeakBytes)
{
    public const long MostBytes = 512L * 1024 * 1024;

    /// <summary>Two seconds; four times that where the library was built without optimization.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(
        typeof(PdfDocument).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true } ? 8 : 2);

    public static HostileReading Of(byte[] file, int mostPages)
    {
        var start = Stopwatch.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var before = GC.GetTotalMemory(false);
        long peak = 0;
        var opened = false;
        var read = 0;
        string? fault = null;
        try
        {
            var document = PdfDocument.Open(file);
            opened = true;
            _ = document.Information;
            for (var number = 1; number <= Math.Min(document.PageCount, mostPages); number++)
            {
                try
                {
                    using var content = document.GetPage(number).Read();
                    foreach (ref readonly var word in content.Words)
                    {
                        _ = content.GetText(word);
                    }

                    read++;
                }
                catch (PdfException)
                {
                    // The next page may be readable.
                }

                peak = Math.Max(peak, InUse() - before);
            }
        }
        catch (PdfException)
        {
            // What the document says of itself cannot be read.
        }
        catch (Exception exception)
        {
            fault = $"{exception.GetType().Name}: {exception.Message} {exception.StackTrace}";
        }

        peak = Math.Max(peak, InUse() - before);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var worked = Environment.CpuUsage.TotalTime - processor;
        return new HostileReading(opened, read, fault, elapsed < worked ? elapsed : worked,
            GC.GetAllocatedBytesForCurrentThread() - allocated, peak);

        // What is dead and waits for the collector is not in use: where that would decide, it is collected first.
        long InUse() => GC.GetTotalMemory(false) is var seen && seen - before > MostBytes ? GC.GetTotalMemory(true) : seen;
    }
}
