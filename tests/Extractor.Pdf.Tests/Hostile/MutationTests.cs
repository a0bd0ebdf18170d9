using System.Collections.Concurrent;
using System.Diagnostics;

namespace Extractor.Pdf.Tests.Hostile;

/// <summary>Spoiled files: nothing but the named exceptions, in bounded time and memory.</summary>
public sealed class MutationTests
{
    private const int Cases = 24_000;

    /// <summary>Pages of one file that are read.</summary>
    private const int MostPages = 4;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(2);

    private const long MostBytes = 512L * 1024 * 1024;

    [Fact]
    public void Read_SpoiledFiles_ThrowNothingButNamedExceptions()
    {
        var faults = new ConcurrentBag<string>();
        int opened = 0;
        int read = 0;
        Parallel.For(0, Cases, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(2, Environment.ProcessorCount) }, seed =>
        {
            byte[] file = new Mutator(seed, SoundFiles.All).Next();
            Outcome outcome = ReadAll(file);
            if (outcome.Elapsed > s_longest)
            {
                // Once more: the machine may have been busy with something else.
                outcome = ReadAll(file);
            }

            Interlocked.Add(ref opened, outcome.Opened ? 1 : 0);
            Interlocked.Add(ref read, outcome.PagesRead);
            if (outcome.Fault is not null)
            {
                faults.Add($"Seed {seed}: {outcome.Fault}");
            }
            else if (outcome.Elapsed > s_longest || outcome.Allocated > MostBytes)
            {
                faults.Add($"Seed {seed}: {outcome.Elapsed.TotalSeconds:0.0} s, {outcome.Allocated / 1024 / 1024} MB");
            }
        });

        Assert.True(faults.IsEmpty, string.Join("\n", faults.Order(StringComparer.Ordinal).Take(20)));
        Assert.True(opened > Cases / 2, $"Only {opened} of {Cases} files could be opened: too much is spoiled.");
        Assert.True(read > Cases / 2, $"Only {read} pages could be read: too much is spoiled.");
    }

    [Fact]
    public void Read_SoundFiles_GiveGlyphs()
    {
        foreach (byte[] file in SoundFiles.All)
        {
            Outcome outcome = ReadAll(file);
            Assert.Null(outcome.Fault);
            Assert.True(outcome.PagesRead > 0);
        }
    }

    internal static Outcome ReadAll(byte[] file)
    {
        long start = Stopwatch.GetTimestamp();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        bool opened = false;
        int read = 0;
        string? fault = null;
        try
        {
            PdfDocument document = PdfDocument.Open(file);
            opened = true;
            _ = document.Information;
            for (int number = 1; number <= Math.Min(document.PageCount, MostPages); number++)
            {
                try
                {
                    using PageContent content = document.GetPage(number).Read();
                    foreach (ref readonly Word word in content.Words)
                    {
                        _ = content.GetText(word);
                    }

                    read++;
                }
                catch (PdfException)
                {
                    // The next page may be readable.
                }
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

        return new Outcome(opened, read, fault, Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    internal sealed record Outcome(bool Opened, int PagesRead, string? Fault, TimeSpan Elapsed, long Allocated);
}
