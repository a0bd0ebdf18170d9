using System.Collections.Concurrent;

namespace Extractor.Pdf.Tests.Hostile;

/// <summary>Spoiled files: nothing but the named exceptions, in bounded time and memory.</summary>
[Collection(nameof(HostileReading))]
public sealed class MutationTests
{
    private const int Cases = 24_000;

    /// <summary>Pages of one file that are read.</summary>
    private const int MostPages = 4;

    [Fact]
    public void Read_SpoiledFiles_ThrowNothingButNamedExceptions()
    {
        var faults = new ConcurrentBag<string>();
        var opened = 0;
        var read = 0;
        Parallel.For(0, Cases, new ParallelOptions { MaxDegreeOfParallelism = Math.Min(2, Environment.ProcessorCount) }, seed =>
        {
            var file = new Mutator(seed, SoundFiles.All).Next();
            var outcome = HostileReading.Of(file, MostPages);
            if (outcome.Elapsed > HostileReading.Longest)
            {
                // Once more: the machine may have been busy with something else.
                outcome = HostileReading.Of(file, MostPages);
            }

            Interlocked.Add(ref opened, outcome.Opened ? 1 : 0);
            Interlocked.Add(ref read, outcome.PagesRead);
            if (outcome.Fault is not null)
            {
                faults.Add($"Seed {seed}: {outcome.Fault}");
            }
            else if (outcome.Elapsed > HostileReading.Longest || outcome.Allocated > HostileReading.MostBytes)
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
        foreach (var file in SoundFiles.All)
        {
            var outcome = HostileReading.Of(file, MostPages);
            Assert.Null(outcome.Fault);
            Assert.True(outcome.PagesRead > 0);
        }
    }
}
