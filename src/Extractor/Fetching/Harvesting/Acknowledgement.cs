using System.Collections.Immutable;

namespace Extractor.Fetching.Harvesting;

/// <summary>What an alarm speaks of; acknowledgements name it.</summary>
public enum AlarmKind
{
    ListingUnreadable,
    ArticleUnreadable,

    /// <summary>A document that is new and could not be got.</summary>
    DocumentNotFetched,

    /// <summary>A document that is known and could not be asked for; what was got before stays.</summary>
    DocumentNotAsked,
    DocumentGone,

    /// <summary>An article that discloses nothing that is known as a disclosure; told once.</summary>
    ArticleWithoutDocument,

    /// <summary>A link that was not followed though it stands where documents stand; told once.</summary>
    LinkUnexplained,

    /// <summary>A list that a script asks for or fills by what its page does not say; told once.</summary>
    ListNotRead,

    /// <summary>A listing says another length than was walked; told once for each difference.</summary>
    LengthDiffers,
    NothingFound,
    FewerFound,
    FewerThanExpected,
    ExpectedMissing,
}

/// <summary>An alarm that a person has looked at: a row of <c>acknowledged.csv</c> beside the definitions.</summary>
/// <param name="Publisher">The definition's key.</param>
/// <param name="Url">Of what the alarm is about; with * at its end, all that begin so; empty for all of the kind.</param>
/// <param name="Until">The last day (UTC); after it the alarm is raised again.</param>
/// <param name="Reason">Why it needs nobody until then.</param>
public sealed record Acknowledgement(string Publisher, AlarmKind Alarm, string Url, DateOnly Until, string Reason)
{
    /// <summary>Whether it covers the alarm on that day.</summary>
    public bool Covers(string publisher, AlarmKind alarm, string? url, DateOnly day) =>
        publisher == Publisher && alarm == Alarm && day <= Until
        && (Url.Length == 0 || (url is not null && (Url.EndsWith('*') ? url.StartsWith(Url[..^1], StringComparison.Ordinal) : url == Url)));
}

/// <summary>Collects alarms of one publisher, those that are acknowledged apart.</summary>
internal sealed class AlarmLog(string publisher, ImmutableArray<Acknowledgement> acknowledged, DateOnly day)
{
    /// <summary>Addresses in one alarm; the report has them all.</summary>
    private const int MostTold = 3;

    private readonly List<string> open = [];
    private readonly List<string> covered = [];

    public ImmutableArray<string> Open => [.. open];

    /// <summary>With the day until which they are.</summary>
    public ImmutableArray<string> Acknowledged => [.. covered];

    public void Add(AlarmKind kind, string message, string? url = null)
    {
        if (Until(kind, url) is { } until)
        {
            covered.Add($"{message} (acknowledged until {until:yyyy-MM-dd})");
        }
        else
        {
            open.Add(message);
        }
    }

    /// <summary>One alarm for many places; acknowledged places are counted apart.</summary>
    /// <param name="what">What they are, after their number.</param>
    public void AddAll(AlarmKind kind, IEnumerable<(string Url, string Told)> places, string what)
    {
        var byCover = places.ToLookup(place => Until(kind, place.Url) is not null);
        foreach (var isCovered in (ReadOnlySpan<bool>)[false, true])
        {
            var told = byCover[isCovered].Select(static place => place.Told).ToList();
            if (told.Count > 0)
            {
                (isCovered ? covered : open).Add($"{told.Count} {what}{(isCovered ? " (acknowledged)" : string.Empty)}: " +
                    $"{string.Join("; ", told.Take(MostTold))}{(told.Count > MostTold ? "; …" : string.Empty)}");
            }
        }
    }

    private DateOnly? Until(AlarmKind kind, string? url) =>
        acknowledged.Where(row => row.Covers(publisher, kind, url, day)).Select(static row => (DateOnly?)row.Until).Max();
}
