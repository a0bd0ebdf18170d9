using Extractor.Fetching.Archive;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;

namespace Extractor.Fetching.Harvesting;

/// <summary>A limit was reached; what is done stays done, the next harvest goes on.</summary>
internal sealed class HarvestStoppedException(string message) : Exception(message);

/// <summary>Asks for one address after the other, within the limits of the publisher and the night, and keeps what comes.</summary>
internal sealed class PageVisitor(
    PublisherDefinition publisher, PublisherArchive archive, PageFetcher fetcher, HarvestOptions options, DateTimeOffset nightAt,
        TimeProvider clock, IProgress<HarvestEvent> progress)
{
    /// <summary>No timer runs for longer than seven weeks.</summary>
    private static readonly TimeSpan MostOfATimer = TimeSpan.FromDays(30);

    private readonly AnswerKeeper keeper = new(archive, publisher.Politeness.MostBytesOfFile);
    private readonly DateTimeOffset startedAt = clock.GetUtcNow();
    private (string Url, HtmlPage Page)? formsOf;
    private long bytes;

    /// <summary>Known addresses that were not due.</summary>
    public int Unasked { get; private set; }

    /// <summary>Whether a further page is got by sending a form of the page before it.</summary>
    public static bool IsSent(Uri address) => address.Fragment.StartsWith(HtmlPage.Sent, StringComparison.Ordinal);

    /// <summary>What is sent for a further page that a form of the page before gets; null for one with an address of its own.</summary>
    public string? FormOf(Uri address, Visit? foundOn)
    {
        if (!IsSent(address) || foundOn?.Place is not { } place)
        {
            return null;
        }

        // The pages of one pager follow each other.
        if (formsOf?.Url != foundOn.Url)
        {
            var octets = File.ReadAllBytes(archive.Store.Absolute(place));
            var text = PageDecoder.Decode(octets, foundOn.Charset);
            if (JsonListing.TextOf(text) is not null)
            {
                return HtmlPage.BodyIn(address);
            }

            formsOf = (foundOn.Url, HtmlPage.Read(text, new Uri(foundOn.KeptUrl ?? foundOn.Url),
                PageDecoder.EncodingOf(octets, foundOn.Charset)));
        }

        return formsOf?.Page.FormOf(address);
    }

    /// <param name="mayWait">What is known already is asked for again only when it is due.</param>
    /// <param name="form">What is sent by POST; null for a question.</param>
    /// <param name="at">Where it is asked for, where that is not the address by which it is known.</param>
    /// <exception cref="HarvestStoppedException">A limit was reached.</exception>
    public async Task<Visit> VisitAsync(Uri address, Wanted wanted, DocumentHint? hint, bool mayWait, CancellationToken cancellationToken,
        string? form = null, Uri? at = null)
    {
        if (archive.Journal.Done.TryGetValue(address.AbsoluteUri, out var done))
        {
            return done;
        }

        var known = archive.Known.GetValueOrDefault(address.AbsoluteUri);
        var now = clock.GetUtcNow();
        if (mayWait && known is { IsAnswered: true } && now - known.AskedAt < publisher.Politeness.RecheckAfter)
        {
            Unasked++;
            return known;
        }

        StopAtLimits(now);
        using var span = HarvestTelemetry.Asking(publisher, address);
        var started = clock.GetTimestamp();
        var isConditional = known?.Sha256 is not null && form is null;
        var answer = await AskAsync(
            new PageRequest(
                at ?? address,
                isConditional ? known!.ETag : null,
                isConditional ? known!.LastModified : null,
                publisher.Politeness.Delay,
                publisher.Politeness.MostBytesOfFile,
                publisher.Politeness.AllowPrivateAddresses,
                archive.Store.Scratch,
                Form: form),
            cancellationToken).ConfigureAwait(false);
        var visit = keeper.Keep(address, wanted, hint, known, answer, now, clock.GetElapsedTime(started));
        bytes += visit.Bytes ?? 0;
        HarvestTelemetry.Asked(span, publisher, visit);
        progress.Report(new AddressAsked(publisher, visit));
        return visit;
    }

    /// <summary>A file that is given only to who has asked for its key: <see cref="HtmlPage.FilesWithKeys"/>.</summary>
    /// <exception cref="HarvestStoppedException">A limit was reached.</exception>
    public async Task<Visit> VisitWithKeyAsync(Uri address, (Uri Question, int Place) key, DocumentHint hint,
        CancellationToken cancellationToken)
    {
        var known = archive.Journal.Done.GetValueOrDefault(address.AbsoluteUri) ?? archive.Known.GetValueOrDefault(address.AbsoluteUri);
        var isDue = known is not { IsAnswered: true } || clock.GetUtcNow() - known.AskedAt >= publisher.Politeness.RecheckAfter;
        var keys = !isDue ? null
            : await VisitAsync(key.Question, Wanted.Page, null, mayWait: false, cancellationToken).ConfigureAwait(false);
        var given = keys?.Place is { } place
            ? JsonListing.TextsIn(PageDecoder.Decode(File.ReadAllBytes(archive.Store.Absolute(place)), keys.Charset)) : [];
        return await VisitAsync(address, Wanted.Document, hint, mayWait: true, cancellationToken, at: key.Place < given.Length
            ? new Uri(address.WithoutFragment().AbsoluteUri + given[key.Place]) : null).ConfigureAwait(false);
    }

    private void StopAtLimits(DateTimeOffset now)
    {
        if (options.MostRequests <= fetcher.RequestCount)
        {
            throw new HarvestStoppedException($"{options.MostRequests} requests were made, as many as --max-requests allows");
        }

        if (publisher.Politeness.Window is { } window && !window.Contains(now))
        {
            throw new HarvestStoppedException($"it is outside the night window {window.From:HH\\:mm}-{window.To:HH\\:mm} (China time)");
        }

        if (EndOfTime() is { } end && now >= end.At)
        {
            throw new HarvestStoppedException(end.Told);
        }

        if (bytes >= publisher.Politeness.MostBytes)
        {
            throw new HarvestStoppedException($"{bytes} bytes were got, as many as the definition allows for one harvest");
        }
    }

    /// <summary>The earlier of the publisher's end and the night's; null where neither has one.</summary>
    private (DateTimeOffset At, string Told)? EndOfTime()
    {
        var own = publisher.Politeness.MostTime is { } most
            ? (At: startedAt + most, Told: $"{most.TotalMinutes:0} minutes have passed, as many as the definition allows for one harvest")
            : ((DateTimeOffset At, string Told)?)null;
        return options.MostTime is not { } night || own?.At <= nightAt + night ? own
            : (nightAt + night, $"{night.TotalMinutes:0} minutes have passed, as many as --max-minutes allows");
    }

    /// <summary>
    /// A host that gives its answer a byte a second does not outlast the night. A PDF without its end may have been cut on its way: it is
    /// asked for once more.
    /// </summary>
    private async Task<PageAnswer> AskAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var end = EndOfTime();
        using var limit = end is { } known ? new CancellationTokenSource(
            TimeSpan.FromTicks(Math.Clamp((known.At - clock.GetUtcNow()).Ticks, 0, MostOfATimer.Ticks)), clock) : null;
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit?.Token ?? CancellationToken.None);
        try
        {
            var answer = await fetcher.FetchAsync(request, both.Token).ConfigureAwait(false);
            return answer is { Status: 200, BodyPath: { } path } && Sniffing.IsCutPdf(path)
                ? await AgainAsync(request, answer, path, both.Token).ConfigureAwait(false) : answer;
        }
        catch (OperationCanceledException) when (limit?.IsCancellationRequested == true && !cancellationToken.IsCancellationRequested)
        {
            throw new HarvestStoppedException($"{end!.Value.Told}; {request.Address} was still on its way");
        }
    }

    private async Task<PageAnswer> AgainAsync(PageRequest request, PageAnswer cut, string path, CancellationToken cancellationToken)
    {
        var again = await fetcher.FetchAsync(request with { ETag = null, LastModified = null, Form = null }, cancellationToken)
            .ConfigureAwait(false);
        var best = again is { Status: 200, BodyPath: { } second } && (!Sniffing.IsCutPdf(second)
            || new FileInfo(second).Length >= new FileInfo(path).Length) ? again : cut;
        return best with { Attempts = cut.Attempts + again.Attempts, Exchanges = [.. cut.Exchanges, .. again.Exchanges] };
    }
}
