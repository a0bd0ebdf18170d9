using System.Collections.Immutable;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Model;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Harvesting;

/// <summary>What a walk came to: the account of every link, and what a person should look at.</summary>
internal static class ClosedHarvest
{
    /// <param name="documents">
    /// Addresses of documents: those that the walk came to; of a harvest that was stopped, those of before too.
    /// </param>
    public static PublisherHarvest Of(PublisherDefinition publisher, PublisherArchive archive, PublisherWalk walk,
        IReadOnlyCollection<Visit> documents, HarvestOptions options, PublisherHarvest? last, string? stopped, string? fault,
        TimeProvider clock)
    {
        var visits = archive.Journal.Done.Values.OrderBy(static visit => visit.AskedAt).ThenBy(static visit =>
            visit.Url, StringComparer.Ordinal).ToList();
        var coverage = Inventory.Compare(publisher, documents,
            [.. walk.WithoutDocument.Select(static link => (link.Hint, $"{link.Url}: {link.Trouble}"))], walk.InOtherForms);
        var found = documents.SelectMany(static visit => visit.Documents).DistinctBy(static document => document.Sha256).Count();
        // What the last whole harvest found: one that was stopped says nothing of what is there.
        var foundBefore = last is { IsComplete: true } ? last.Found : last?.FoundBefore;
        var now = clock.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var alarms = new AlarmLog(publisher.Key, options.Acknowledged.IsDefault ? [] : options.Acknowledged, day);
        TellOfPages(alarms, archive, walk, last);
        if (stopped is null && options.Since is null && !options.ListingsOnly)
        {
            TellOfInventory(alarms, publisher, coverage, found, foundBefore, day);
            coverage = Inventory.WithOverdue(publisher, coverage, day);
        }
        else if (last is { Coverage.IsDefault: false })
        {
            coverage = Inventory.WithMissingOf(last.Coverage, coverage);
        }

        return new PublisherHarvest(
            publisher.Key,
            publisher.Name,
            publisher.DivisionCode,
            archive.Journal.Start.StartedAt,
            now,
            stopped is null,
            stopped,
            fault,
            visits.Count,
            found,
            foundBefore,
            walk.Unasked,
            walk.PagesParsed,
            visits.GroupBy(static visit => SchemaName.Of(visit.Outcome)).ToImmutableSortedDictionary(static group =>
                group.Key, static group => group.Count(), StringComparer.Ordinal),
            alarms.Open,
            [.. Rows(archive, walk, visits, now), .. stopped is null ? [] : Remembered(last, walk)],
            coverage,
            alarms.Acknowledged,
            [.. walk.Accounts],
            walk.InOtherForms.Count);
    }

    private static void TellOfPages(AlarmLog alarms, PublisherArchive archive, PublisherWalk walk, PublisherHarvest? last)
    {
        foreach (var (url, trouble) in walk.BrokenListings)
        {
            alarms.Add(AlarmKind.ListingUnreadable, $"a listing page could not be read: {url}: {trouble}", url);
        }

        alarms.AddAll(AlarmKind.ArticleUnreadable, walk.BrokenArticles.Select(static page => (page.Url, $"{page.Url}: {page.Trouble}")),
            "articles could not be read");
        alarms.AddAll(
            AlarmKind.DocumentNotFetched,
            walk.Current.Where(static visit => !visit.IsAnswered && visit.Documents.IsEmpty).OrderBy(static visit => visit.Url,
                StringComparer.Ordinal).Select(static visit => (visit.Url, $"{visit.Url}: {SchemaName.Of(visit.Outcome)}, {visit.Reason}")),
            "new documents could not be got");
        alarms.AddAll(
            AlarmKind.DocumentNotFetched,
            walk.Current.Where(static visit => visit.Reason == AnswerKeeper.MayBeCut
                && visit.Outcome is FetchOutcome.New or FetchOutcome.Changed)
                .OrderBy(static visit => visit.Url, StringComparer.Ordinal).Select(static visit => (visit.Url, visit.Url)),
            "new documents have no end, and may not be whole");
        var held = walk.Current.Where(static visit => !visit.IsAnswered && visit.Documents.Length > 0).OrderBy(static visit =>
            visit.Url, StringComparer.Ordinal).ToList();
        alarms.AddAll(
            AlarmKind.DocumentNotAsked,
            held.Where(static visit => visit.Outcome != FetchOutcome.NotFound).Select(static visit =>
                (visit.Url, $"{visit.Url}: {visit.Reason}")),
            "known documents could not be asked for; what was got before stays");
        alarms.AddAll(
            AlarmKind.DocumentGone,
            held.Where(visit => visit.Outcome == FetchOutcome.NotFound && archive.Known[visit.Url].Outcome != FetchOutcome.NotFound)
                .Select(static visit => (visit.Url, visit.Url)),
            "documents are gone from their addresses; what was got before stays");

        // What a person has been told of is not told again: the rows of the harvest before say what that is.
        var told = (last?.Fetches ?? []).Where(static row => row.IsUnexplained).Select(static row => row.Url)
            .ToHashSet(StringComparer.Ordinal);
        var unexplained = walk.Links.Refused.Where(link => link.Link.IsUnexplained && !told.Contains(link.Link.Address.AbsoluteUri))
            .ToLookup(static link => link.Link.Reason, static link => (link.Link.Address.AbsoluteUri,
                $"{link.Link.Address.AbsoluteUri} '{link.Link.Text}' ({link.Link.Reason})"), StringComparer.Ordinal);
        alarms.AddAll(AlarmKind.ListNotRead, unexplained[LinkRefusals.ListNotRead], "lists were not read");
        alarms.AddAll(
            AlarmKind.LinkUnexplained,
            unexplained.Where(static group => group.Key is not (LinkRefusals.ListNotRead or LinkRefusals.FewerThanAnnounced))
                .SelectMany(static group => group),
            "links were not followed though they stand where documents stand");
        alarms.AddAll(
            AlarmKind.ArticleWithoutDocument,
            walk.WithoutDocument.Where(link => !told.Contains(link.Url) && walk.BrokenArticles.All(broken => broken.Url != link.Url))
                .Select(static link => (link.Url, $"{link.Url}: {link.Trouble}")),
            "articles disclose nothing that is known as a disclosure");
        var differences = (last is { Listings.IsDefault: false } ? last.Listings : []).ToLookup(static account => account.Address,
            static account => account.Difference);
        foreach (var account in walk.Accounts.Where(account => account.Difference is { } difference
            && !differences[account.Address].Contains(difference)))
        {
            alarms.Add(AlarmKind.LengthDiffers, $"{account.Address}: {account.Difference}", account.Address);
        }
    }

    private static void TellOfInventory(AlarmLog alarms, PublisherDefinition publisher, ImmutableArray<HarvestedCoverage> coverage,
        int found, int? foundBefore, DateOnly day)
    {
        if (found == 0)
        {
            alarms.Add(AlarmKind.NothingFound, "nothing was found: the site, its addresses or its pages have changed, or it refuses us");
        }
        else if (found < foundBefore)
        {
            alarms.Add(AlarmKind.FewerFound, $"{found} documents were found, {foundBefore} in the harvest before");
        }

        if (publisher.Expected.LeastDocuments is { } least && found < least && found > 0)
        {
            alarms.Add(AlarmKind.FewerThanExpected, $"{found} documents were found; at least {least} are expected");
        }

        var missing = coverage.Count(row => row.Expected && row.IsMissing(day));
        if (missing > 0)
        {
            alarms.Add(AlarmKind.ExpectedMissing,
                $"{missing} of {coverage.Count(static row => row.Expected)} expected documents are missing; see coverage");
        }
    }

    /// <summary>A harvest that was stopped has not come to all that a person was told of; it stays told.</summary>
    private static IEnumerable<HarvestedAddress> Remembered(PublisherHarvest? last, PublisherWalk walk)
    {
        var seen = walk.Links.Refused.Select(static link => link.Link.Address.AbsoluteUri).Concat(walk.Links.Taken.Keys)
            .ToHashSet(StringComparer.Ordinal);
        return (last?.Fetches ?? []).Where(row => row.IsUnexplained && !seen.Contains(row.Url));
    }

    /// <summary>
    /// A row for every address that was asked, for every known one that was not due, and for every link that was not followed.
    /// </summary>
    private static ImmutableArray<HarvestedAddress> Rows(PublisherArchive archive, PublisherWalk walk, List<Visit> visits,
        DateTimeOffset now)
    {
        var without = walk.WithoutDocument.Select(static link => link.Url).ToHashSet(StringComparer.Ordinal);
        var asked = visits.Select(visit => Row(visit, visit.Outcome));
        var notDue = from link in walk.Links.Taken
                     where !archive.Journal.Done.ContainsKey(link.Key) && archive.Known.ContainsKey(link.Key)
                     orderby link.Key
                     select Row(archive.Known[link.Key], FetchOutcome.NotDue) with
                     {
                         Attempts = 0,
                         DurationMilliseconds = 0,
                         Status = null,
                     };
        var refused = walk.Links.Refused.Select(link => new HarvestedAddress(
            link.Link.Address.AbsoluteUri, null, null, FetchOutcome.NotTaken, 0, null, null, null, null, now, 0, link.Link.Reason, null,
            link.FoundOn, link.Link.Text, link.Link.IsUnexplained));
        // Of a trial and of a harvest that was stopped: seen, and not asked yet.
        var unasked = from link in walk.Links.Taken
                      where !archive.Journal.Done.ContainsKey(link.Key) && !archive.Known.ContainsKey(link.Key)
                      orderby link.Key
                      select new HarvestedAddress(link.Key, null, null, FetchOutcome.NotDue, 0, null, null, null, null, now, 0,
                          "not asked in this harvest", link.Value.As, link.Value.FoundOn, link.Value.Text);
        return [.. asked, .. notDue, .. unasked, .. refused];

        HarvestedAddress Row(Visit visit, FetchOutcome outcome)
        {
            var link = walk.Links.Taken.GetValueOrDefault(visit.Url);
            return new HarvestedAddress(
                visit.Url, visit.FinalUrl, visit.Status, outcome, visit.Attempts, visit.Bytes, visit.IsAnswered ? visit.Sha256 : null,
                visit.ETag, visit.LastModified, visit.AskedAt, visit.DurationMilliseconds,
                visit.Reason ?? (without.Contains(visit.Url) ? "an article without an attachment" : null),
                link?.As, link?.FoundOn, link?.Text, without.Contains(visit.Url));
        }
    }
}
