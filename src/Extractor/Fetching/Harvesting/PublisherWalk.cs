using System.Collections.Immutable;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Harvesting;

/// <summary>A limit was reached; what is done stays done, the next harvest goes on.</summary>
internal sealed class HarvestStoppedException(string message) : Exception(message);

/// <summary>Walks one publisher's pages: 列表 → 正文页 → 附件, one address after the other.</summary>
internal sealed class PublisherWalk(
    PublisherDefinition publisher, PublisherArchive archive, PageFetcher fetcher, HarvestOptions options, TimeProvider clock, IProgress<HarvestEvent> progress)
{
    private readonly AnswerKeeper keeper = new(archive, publisher.Politeness.MostBytesOfFile);
    private readonly Dictionary<string, Visit> current = new(StringComparer.Ordinal);
    private readonly List<string> brokenListings = [];
    private long bytes;

    /// <summary>Documents' addresses that the walk came to.</summary>
    public IReadOnlyCollection<Visit> Current => current.Values;

    /// <summary>Listing pages that could not be read.</summary>
    public IReadOnlyList<string> BrokenListings => brokenListings;

    public int Unasked { get; private set; }

    public int Asked { get; private set; }

    /// <exception cref="HarvestStoppedException">A limit was reached.</exception>
    public async Task WalkAsync(CancellationToken cancellationToken)
    {
        foreach (var address in publisher.Addresses)
        {
            var read = LinkReading.HintOf(publisher, null, null, [address.Title ?? string.Empty, Uri.UnescapeDataString(address.Address.AbsolutePath)]);
            var hint = read with
            {
                Title = address.Title ?? string.Empty,
                DivisionCode = address.Request.DivisionCode,
                DepartmentName = address.Request.DepartmentName ?? read.DepartmentName,
                FiscalYear = address.Request.FiscalYear ?? read.FiscalYear,
            };
            await DocumentAsync(address.Address, hint, cancellationToken).ConfigureAwait(false);
        }

        foreach (var listing in publisher.Listings)
        {
            await ListingAsync(listing, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ListingAsync(Listing listing, CancellationToken cancellationToken)
    {
        var recipe = listing.Recipe;
        var pages = new Queue<(Uri Address, int Levels, string Text)>([(listing.Address, recipe.Levels, string.Empty)]);
        var entered = new HashSet<string>([listing.Address.AbsoluteUri], StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        void Enter(Uri address, int levels, string text)
        {
            if (entered.Add(address.AbsoluteUri))
            {
                pages.Enqueue((address, levels, text));
            }
        }

        while (pages.TryDequeue(out var next))
        {
            var visit = await VisitAsync(next.Address, Wanted.Page, null, mayWait: false, cancellationToken).ConfigureAwait(false);
            if (PageOf(visit) is not { } page)
            {
                brokenListings.Add($"{visit.Url}: {Model.SchemaName.Of(visit.Outcome)}{(visit.Reason is null ? string.Empty : $", {visit.Reason}")}");
                continue;
            }

            if (page.Refresh() is { } other)
            {
                Enter(other, next.Levels, next.Text);
            }

            foreach (var further in page.FurtherPages(recipe.MostPages))
            {
                // A further page's own numbers lead nowhere new beyond the limit.
                if (entered.Count < recipe.MostPages * (1 + (recipe.Levels * 200)))
                {
                    Enter(further, next.Levels, next.Text);
                }
            }

            foreach (var link in page.Links(recipe.Entries).Concat(page.LinksWrittenByScripts()))
            {
                if (!recipe.EntryText.Matches(link.Text) || (recipe.EntryAddress is { } wanted && !wanted.Matches(link.Address.AbsoluteUri))
                    || !taken.Add(link.Address.AbsoluteUri)
                    || (options.Since is { } since && LinkReading.DateOf(link.Address) is { } date && date < since))
                {
                    continue;
                }

                if (AttachmentLinks.IsAttachment(link))
                {
                    await DocumentAsync(link.Address, LinkReading.HintOf(publisher, listing, visit.Url, [link.Text, next.Text]), cancellationToken).ConfigureAwait(false);
                }
                else if (!entered.Contains(link.Address.AbsoluteUri))
                {
                    await DetailAsync(listing, link, next.Text, cancellationToken).ConfigureAwait(false);
                }
            }

            if (next.Levels > 0 && recipe.Columns is { } columns)
            {
                foreach (var column in page.Links(columns).Where(column => recipe.ColumnText?.Matches(column.Text) != false && column.Address.Host == next.Address.Host))
                {
                    if (!taken.Contains(column.Address.AbsoluteUri))
                    {
                        Enter(column.Address, next.Levels - 1, column.Text);
                    }
                }
            }
        }
    }

    private async Task DetailAsync(Listing listing, PageLink link, string columnText, CancellationToken cancellationToken)
    {
        var hint = LinkReading.HintOf(publisher, listing, null, [link.Text, columnText]);
        var visit = await VisitAsync(link.Address, Wanted.Page, hint, mayWait: true, cancellationToken).ConfigureAwait(false);
        if (visit.Documents.Length > 0)
        {
            current[visit.Url] = visit;
            return;
        }

        for (var hop = 0; PageOf(visit) is { } page && hop < 3; hop++)
        {
            foreach (var attachment in AttachmentLinks.Of(page, listing.Recipe))
            {
                var found = LinkReading.HintOf(publisher, listing, visit.FinalUrl ?? visit.Url, [attachment.Text, link.Text, columnText]);
                await DocumentAsync(attachment.Address, found, cancellationToken).ConfigureAwait(false);
            }

            if (page.Refresh() is not { } other)
            {
                return;
            }

            visit = await VisitAsync(other, Wanted.Page, hint, mayWait: true, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DocumentAsync(Uri address, DocumentHint hint, CancellationToken cancellationToken)
    {
        if (!current.ContainsKey(address.AbsoluteUri))
        {
            var visit = await VisitAsync(address, Wanted.Document, hint, mayWait: true, cancellationToken).ConfigureAwait(false);
            current[visit.Url] = visit with { Hint = hint };
        }
    }

    private HtmlPage? PageOf(Visit visit) =>
        visit is { Place: { } place, Outcome: FetchOutcome.New or FetchOutcome.Changed or FetchOutcome.Unchanged }
            ? HtmlPage.Read(PageText.Decode(File.ReadAllBytes(archive.Store.Absolute(place)), visit.Charset), new Uri(visit.FinalUrl ?? visit.Url))
            : null;

    /// <param name="mayWait">What is known already is asked for again only when it is due.</param>
    private async Task<Visit> VisitAsync(Uri address, Wanted wanted, DocumentHint? hint, bool mayWait, CancellationToken cancellationToken)
    {
        if (archive.Journal.Done.TryGetValue(address.AbsoluteUri, out var done))
        {
            return done;
        }

        var known = archive.Known.GetValueOrDefault(address.AbsoluteUri);
        var now = clock.GetUtcNow();
        if (mayWait && known is { Outcome: FetchOutcome.New or FetchOutcome.Changed or FetchOutcome.Unchanged } && now - known.AskedAt < publisher.Politeness.RecheckAfter)
        {
            Unasked++;
            return known;
        }

        if (options.MostRequests <= fetcher.RequestCount)
        {
            throw new HarvestStoppedException($"{options.MostRequests} requests were made, as many as --max-requests allows");
        }

        if (publisher.Politeness.Window is { } window && !window.Contains(now))
        {
            throw new HarvestStoppedException($"it is outside the night window {window.From:HH\\:mm}-{window.To:HH\\:mm} (China time)");
        }

        if (bytes >= publisher.Politeness.MostBytes)
        {
            throw new HarvestStoppedException($"{bytes} bytes were got, as many as the definition allows for one harvest");
        }

        var started = clock.GetTimestamp();
        var answer = await fetcher.FetchAsync(
            new PageRequest(
                address,
                known?.Sha256 is null ? null : known.ETag,
                known?.Sha256 is null ? null : known.LastModified,
                publisher.Politeness.Delay,
                publisher.Politeness.MostBytesOfFile,
                publisher.Politeness.AllowPrivateAddresses),
            cancellationToken).ConfigureAwait(false);
        var visit = keeper.Keep(address, wanted, hint, known, answer, now, clock.GetElapsedTime(started));
        bytes += visit.Bytes ?? 0;
        Asked++;
        progress.Report(new HarvestEvent(publisher, visit));
        return visit;
    }
}
