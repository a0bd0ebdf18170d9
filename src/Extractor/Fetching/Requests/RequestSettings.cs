namespace Extractor.Fetching.Requests;

/// <summary>How requests are made, whatever the publisher.</summary>
/// <param name="Contact">Where a site's keeper reaches the one who runs this harvest: an address or a page. Sent with every
/// request.</param>
/// <param name="AttemptTimeout">From the request to the last byte of the answer; large files of slow hosts need their time.</param>
/// <param name="IdleTimeout">In which nothing comes, or less than a kilobyte: the host has forgotten us.</param>
/// <param name="Retries">After the first attempt; 1 at least.</param>
/// <param name="RetryDelay">Before the first retry; doubled and scattered after it. A host's Retry-After is followed instead.</param>
/// <param name="LongestRetryAfter">A host that asks for more is left alone until the next harvest.</param>
public sealed record RequestSettings(
    string Contact,
    TimeSpan AttemptTimeout,
    TimeSpan IdleTimeout,
    int Retries,
    TimeSpan RetryDelay,
    TimeSpan LongestRetryAfter,
    int MostRedirects = 5)
{
    /// <summary>A host that has answered nothing for so long is left alone until the next harvest.</summary>
    public TimeSpan MostFailing { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>A host for whose answers so much time was spent in vain is left alone until the next harvest.</summary>
    public TimeSpan MostLost { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>The product token that robots.txt may name.</summary>
    public const string Product = "ExtractorHarvest";

    public string UserAgent => $"{Product}/1.0 (+{Contact})";

    public static RequestSettings Default(string contact) =>
        new(contact, TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(90), 3, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10));
}

/// <summary>One address to ask.</summary>
/// <param name="ETag">Of the answer that is kept already; null for none.</param>
/// <param name="LastModified">Likewise, as the host wrote it.</param>
/// <param name="MostBytes">Of the body, packed and unpacked.</param>
/// <param name="Scratch">A folder for bodies on their way.</param>
/// <param name="Cookies">What the host has just set while it sent us on; null for none.</param>
public sealed record PageRequest(Uri Address, string? ETag, string? LastModified, TimeSpan Delay, long MostBytes, bool AllowPrivate,
    string Scratch, string? Cookies = null, string? Form = null);

/// <summary>One request and its answer as they went over the wire: the evidence. The body is in a file.</summary>
/// <param name="BodyPath">The bytes of the body as sent, still packed where Content-Encoding says so; null where it has none.</param>
/// <param name="Truncated">Why the body is not whole (ISO 28500, 5.13: length, time, disconnect); null where it is.</param>
public sealed record Exchange(Uri Address, DateTimeOffset At, byte[] RequestHead, byte[] ResponseHead, int Status, string? BodyPath,
    string? Truncated = null);

/// <summary>What a request came to.</summary>
/// <param name="Status">Null where no answer came.</param>
/// <param name="Exchanges">Every attempt and redirect that was answered, wholly or in part, and the robots.txt that was asked for
/// first.</param>
/// <param name="BodyPath">The body, unpacked; null where there is none or it is not whole.</param>
/// <param name="Fault">Why there is no usable answer; null where there is.</param>
/// <param name="RefusedByRobots">It was never asked.</param>
public sealed record PageAnswer(
    Uri FinalAddress,
    int? Status,
    int Attempts,
    IReadOnlyList<Exchange> Exchanges,
    string? BodyPath,
    string? Charset,
    string? ETag,
    string? LastModified,
    string? FileName,
    string? Fault,
    bool RefusedByRobots = false);
