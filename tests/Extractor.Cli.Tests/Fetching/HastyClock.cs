namespace Extractor.Cli.Tests.Fetching;

/// <summary>A clock on which forty seconds pass in one, its timers included: an answer that is a second late is long in coming.</summary>
internal sealed class HastyClock : TimeProvider
{
    public const int Haste = 40;

    private readonly DateTimeOffset started = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => started + ((System.GetUtcNow() - started) * Haste);

    public override long GetTimestamp() => System.GetTimestamp() * Haste;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : dueTime / Haste,
            period == Timeout.InfiniteTimeSpan ? period : period / Haste);
}
