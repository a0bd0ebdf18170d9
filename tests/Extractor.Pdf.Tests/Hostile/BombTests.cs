namespace Extractor.Pdf.Tests.Hostile;

/// <summary>What one small file may cost: two seconds and 512 MB, all of its pages read.</summary>
[Collection(nameof(HostileReading))]
public sealed class BombTests
{
    public static TheoryData<string> Names => [.. Bombs.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_Bomb_EndsInBoundedTimeAndMemory(string name)
    {
        var file = Bombs.All[name]();
        GC.Collect();
        var reading = HostileReading.Of(file, mostPages: int.MaxValue);
        if (reading.Elapsed > HostileReading.Longest)
        {
            // Once more: the machine may have been busy with something else.
            reading = HostileReading.Of(file, mostPages: int.MaxValue);
        }

        Assert.Null(reading.Fault);
        Assert.True(reading.Elapsed <= HostileReading.Longest, $"{reading.Elapsed.TotalSeconds:0.00} s for {file.Length} bytes");
        Assert.True(reading.PeakBytes <= HostileReading.MostBytes, $"{reading.PeakBytes / 1024 / 1024} MB for {file.Length} bytes");
    }
}
