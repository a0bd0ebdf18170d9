using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;

namespace Extractor.Tests.Fetching.Requests;

public sealed class HostPaceTests
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(3);

    private readonly StandingClock clock = new(new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task WaitAsync_AfterAnAnswer_AsLongAsTheDefinitionSays()
    {
        var pace = new HostPace(clock);
        pace.Answered(Least, TimeSpan.FromSeconds(0.1));

        await pace.WaitAsync(TestContext.Current.CancellationToken);
        await pace.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal([Least], clock.Waits);
    }

    [Fact]
    public void Failed_AgainAndAgain_SlowerEachTimeAndBounded()
    {
        var pace = new HostPace(clock);
        var delays = new List<TimeSpan>();
        for (var index = 0; index < 20; index++)
        {
            pace.Failed(Least);
            delays.Add(pace.Delay);
        }

        Assert.Equal(delays.Order(), delays);
        Assert.Equal(TimeSpan.FromSeconds(6), delays[0]);
        Assert.Equal(TimeSpan.FromMinutes(5), delays[^1]);
    }

    [Fact]
    public void Answered_AfterFailures_BackStepByStepAndNeverFaster()
    {
        var pace = new HostPace(clock);
        for (var index = 0; index < 6; index++)
        {
            pace.Failed(Least);
        }

        var before = pace.Delay;
        for (var index = 0; index < 20; index++)
        {
            pace.Answered(Least, TimeSpan.FromSeconds(0.1));
            Assert.InRange(pace.Delay, Least, before);
            Assert.True(index > 0 || pace.Delay > before / 3, "one good answer is no reason for full speed");
            before = pace.Delay;
        }

        Assert.Equal(Least, pace.Delay);
    }

    [Fact]
    public void Answered_Slowly_LeftInPeaceForAsLongAgain()
    {
        var pace = new HostPace(clock);

        pace.Answered(Least, TimeSpan.FromSeconds(20));

        Assert.Equal(TimeSpan.FromSeconds(23), pace.Delay);
    }

    [Theory]
    [InlineData("21:00", "07:00", "13:00Z", true)]
    [InlineData("21:00", "07:00", "22:59Z", true)]
    [InlineData("21:00", "07:00", "23:00Z", false)]
    [InlineData("21:00", "07:00", "04:00Z", false)]
    [InlineData("01:00", "05:00", "18:00Z", true)]
    [InlineData("01:00", "05:00", "22:00Z", false)]
    public void Contains_HoursInChina_WhateverTheMachinesZone(string from, string to, string moment, bool expected)
    {
        var window = new NightWindow(TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            TimeOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, window.Contains(DateTimeOffset.Parse("2026-03-02T" + moment,
            System.Globalization.CultureInfo.InvariantCulture)));
    }
}
