using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Extractor.Fetching.Requests;

/// <summary>What is known of one host during a harvest.</summary>
internal sealed class HostState
{
    public HostState(RequestSettings settings, TimeProvider clock)
    {
        Pace = new HostPace(clock);
        Pipeline = new ResiliencePipelineBuilder<Reading> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Reading>
            {
                MaxRetryAttempts = settings.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = settings.RetryDelay,
                MaxDelay = settings.LongestRetryAfter,
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Result is { } reading
                        ? IsPassing(reading.Status) && (reading.RetryAfter is not { } asked || asked <= settings.LongestRetryAfter)
                        : IsPassing(arguments.Outcome.Exception)),
                DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Reading>
            {
                FailureRatio = 0.9,
                MinimumThroughput = 8,
                SamplingDuration = TimeSpan.FromMinutes(10),
                BreakDuration = TimeSpan.FromMinutes(5),
                ShouldHandle = static arguments => ValueTask.FromResult(
                    arguments.Outcome.Result is { } reading ? reading.Status >= 500 : IsPassing(arguments.Outcome.Exception)),
            })
            .Build();
    }

    /// <summary>One request at a time.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public HostPace Pace { get; }

    public ResiliencePipeline<Reading> Pipeline { get; }

    /// <summary>A host that says nothing for so long before it answers keeps its readers waiting.</summary>
    private static readonly TimeSpan LeastSilence = TimeSpan.FromSeconds(30);

    private TimeSpan asked;
    private TimeSpan lost;

    /// <summary>Since when the host has answered nothing usable; null while it answers.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>
    /// A host that is dead costs minutes, not the night: after this time without a single answer it is left alone until the next harvest.
    /// </summary>
    public bool IsGivenUp(DateTimeOffset now, TimeSpan mostFailing) => FailingSince is { } since && now - since >= mostFailing;

    /// <summary>
    /// A host that answers slower and slower, or drops every other request, is alive and costs the night all the same: it is left alone
    /// when so much time has passed in which nothing came, and that is more than half of the time that it was asked.
    /// </summary>
    public bool IsTooSlow(TimeSpan mostLost) => lost >= mostLost && lost > asked / 2;

    /// <param name="took">Of one attempt.</param>
    /// <param name="silence">Of that, the time before an answer began; all of it where none came.</param>
    public void Spent(TimeSpan took, TimeSpan silence)
    {
        asked += took;
        lost += silence >= LeastSilence ? silence : TimeSpan.Zero;
    }

    public void Answered() => FailingSince = null;

    /// <param name="startedAt">Of the attempt that failed.</param>
    public void Failed(DateTimeOffset startedAt) => FailingSince ??= startedAt;

    public RobotsRules? Robots { get; set; }

    public string? RobotsFault { get; set; }

    /// <summary>Statuses that say: later perhaps. 521 is how some hosts answer programs, for good.</summary>
    public static bool IsPassing(int status) => status is 408 or 425 or 429 or 500 or 502 or 503 or 504;

    private static bool IsPassing(Exception? error) =>
        error is TimeoutRejectedException or HttpRequestException or IOException
        && error is not AddressRefusedException && error.InnerException is not AddressRefusedException;
}
