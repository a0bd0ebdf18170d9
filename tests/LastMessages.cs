[assembly: AssemblyFixture(typeof(Extractor.LastMessages))]

namespace Extractor;

/// <summary>
/// Lets the runner hear of the last test before the process of the tests ends. It takes a process that ended for crashed where it has heard
/// nothing for a minute (xunit.runner.visualstudio 3.1.5: <c>CrashDetectionSinkTimeoutOrDefault</c>, counted from the last message), and a
/// last test that runs longer than that is silent all the while: its own messages would race with the end of the process.
/// </summary>
internal sealed class LastMessages : IAsyncDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    /// <summary>Called after the last test and before the process ends.</summary>
    public async ValueTask DisposeAsync() => await Task.Delay(Moment);
}
