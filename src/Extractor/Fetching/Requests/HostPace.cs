namespace Extractor.Fetching.Requests;

/// <summary>
/// How long one host is left in peace between two requests. A host that takes long or fails is asked less often;
/// it comes back to the definition's delay by answering well, step by step, and never below it.
/// </summary>
internal sealed class HostPace(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Where the definition asks for no delay, a failing host still gets one.</summary>
    private static readonly TimeSpan FirstAfterFailure = TimeSpan.FromMilliseconds(100);

    private DateTimeOffset readyAt = DateTimeOffset.MinValue;
    private TimeSpan added = TimeSpan.Zero;

    public TimeSpan Delay { get; private set; }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = readyAt - clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <param name="least">The definition's delay, or that of robots.txt where it is longer.</param>
    public void Answered(TimeSpan least, TimeSpan took)
    {
        added = added < FirstAfterFailure ? TimeSpan.Zero : added / 2;
        // A host that needs four seconds for an answer has other visitors too.
        Set(least, least > TimeSpan.Zero && took > least ? took : TimeSpan.Zero);
    }

    public void Failed(TimeSpan least)
    {
        added = added == TimeSpan.Zero ? (least > FirstAfterFailure ? least : FirstAfterFailure) : added * 2;
        Set(least, TimeSpan.Zero);
    }

    private void Set(TimeSpan least, TimeSpan slowness)
    {
        added = added > Longest ? Longest : added;
        Delay = least + added + slowness;
        Delay = Delay > Longest && least < Longest ? Longest : Delay;
        readyAt = clock.GetUtcNow() + Delay;
    }
}
