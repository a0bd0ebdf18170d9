using Extractor.Publishing;

namespace Extractor.Tests.Publishing;

public sealed class LoadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void LoadedAhead_AnyWindow_EachLoadedOnceInOrder(int ahead)
    {
        var loads = new int[20];

        var loaded = Enumerable.Range(0, loads.Length).ToArray().LoadedAhead(ahead, index =>
        {
            Interlocked.Increment(ref loads[index]);
            return $"document {index}";
        });

        Assert.Equal(Enumerable.Range(0, loads.Length).Select(static index => $"document {index}"), loaded);
        Assert.All(loads, static count => Assert.Equal(1, count));
    }

    [Fact]
    public void LoadedAhead_SlowReader_NoMoreThanTheWindowIsLoaded()
    {
        var loads = 0;

        foreach (var index in Enumerable.Range(0, 20).ToArray().LoadedAhead(3, index =>
        {
            Interlocked.Increment(ref loads);
            return index;
        }))
        {
            Assert.InRange(Volatile.Read(ref loads), index + 1, index + 4);
        }
    }

    [Fact]
    public void LoadedAhead_LoadThatFails_ThrowsWhereItsItemWouldCome()
    {
        using var loaded = new[] { 0, 1, 2 }.LoadedAhead(2, static index => index == 1 ? throw new InvalidOperationException("lost")
            : index).GetEnumerator();

        Assert.True(loaded.MoveNext());
        Assert.Equal("lost", Assert.Throws<InvalidOperationException>(() => loaded.MoveNext()).Message);
    }
}
