using System.Collections.Immutable;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;

namespace Extractor.Fetching.Harvesting;

/// <summary>A limit was reached; what is done stays done, the next harvest goes on.</summary>
internal sealed class HarvestStoppedException(string message) : Exception(message);

/// <summary>Walks one publisher's pages: 列表 → 正文页 → 附件, one address after the other.</summary>
internal sealed class PublisherWalk(
    PublisherDefinition publisher, PublisherArchive archive, PageFetcher fetcher, HarvestOptions options, TimeProvider clock,
        IProgress<HarvestEvent> progress)
{
    private readonly AnswerKeeper keeper = new(archive, publisher.Politeness.MostBytesOfFile);
    private readonly Dictionary<string, Visit> current = new(StringComparer.Ordinal);
    /// <summary>A detail page that sends its reader on and on.</summary>
    private const int MostHops = 4;

    private readonly List<string> brokenListings = [];
    private readonly List<string> brokenArticles = [];
    private readonly List<(DocumentHint Hint, string Reason)> withoutDocument = [];
    private long bytes;

    /// <summary>Documents' addresses that the walk came to.</summary>
    public IReadOnlyCollection<Visit> Current => current.Values;

    /// <summary>Listing pages that could not be read, and why.</summary>
    public IReadOnlyList<string> BrokenListings => brokenListings;

    /// <summary>Detail pages that could not be read, and why.</summary>
    public IReadOnlyList<string> BrokenArticles => brokenArticles;

    /// <summary>Links that led to no document, and why.</summary>
    public IReadOnlyList<(DocumentHint Hint, string Reason)> WithoutDocument => withoutDocument;

    /// <summary>None in a harvest in which no page has changed.</summary>
    public int PagesParsed { get; private set; }

    /// <summary>Known addresses that were not due.</summary>
    public int Unasked { get; private set; }

    /// <exception cref="HarvestStoppedException">A limit was reached.</exception>
    public async Task WalkAsync(CancellationToken cancellationToken)
    {
        foreach (var address in publisher.Addresses)
        {
            var read = LinkReading.HintOf(publisher, null, null,
                [address.Title ?? string.Empty, Uri.UnescapeDataString(address.Address.AbsolutePath)]);
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
        var way = PageReading.WayOf(recipe, isListing: true);
        var wayOfDetail = PageReading.WayOf(recipe, isListing: false);
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
            var page = Read(visit, recipe, way, isListing: true);
            if (TroubleOf(visit, page) is { } trouble)
            {
                brokenListings.Add($"{visit.Url}: {trouble}");
            }

            if (page is null)
            {
                continue;
            }

            if (page.Refresh is { } other)
            {
                Enter(other, next.Levels, next.Text);
            }

            foreach (var further in page.Further)
            {
                // A further page's own numbers lead nowhere new beyond the limit.
                if (entered.Count < recipe.MostPages * (1 + (recipe.Levels * 200)))
                {
                    Enter(further, next.Levels, next.Text);
                }
            }

            foreach (var link in page.Entries)
            {
                if (!taken.Add(link.Address.AbsoluteUri) ||
                    (options.Since is { } since && LinkReading.DateOf(link.Address) is { } date && date < since))
                {
                    continue;
                }

                if (AttachmentLinks.IsAttachment(link.Address, link.Text))
                {
                    await DocumentAsync(link.Address, LinkReading.HintOf(publisher, listing, visit.Url, [link.Text, next.Text]),
                        cancellationToken).ConfigureAwait(false);
                }
                else if (!entered.Contains(link.Address.AbsoluteUri))
                {
                    await DetailAsync(listing, wayOfDetail, link, next.Text, cancellationToken).ConfigureAwait(false);
                }
            }

            if (next.Levels > 0)
            {
                foreach (var column in page.Columns.Where(column => !taken.Contains(column.Address.AbsoluteUri)))
                {
                    Enter(column.Address, next.Levels - 1, column.Text);
                }
            }
        }
    }

    private async Task DetailAsync(Listing listing, string way, PageLink link, string columnText, CancellationToken cancellationToken)
    {
        var hint = LinkReading.HintOf(publisher, listing, null, [link.Text, columnText]);
        var address = link.Address;
        var led = false;
        for (var hop = 0; hop < MostHops; hop++)
        {
            var visit = await VisitAsync(address, Wanted.Page, hint, mayWait: true, cancellationToken).ConfigureAwait(false);
            if (visit.Documents.Length > 0)
            {
                current[visit.Url] = visit;
                return;
            }

            var page = Read(visit, listing.Recipe, way, isListing: false);
            foreach (var attachment in page?.Attachments ?? [])
            {
                var found = LinkReading.HintOf(publisher, listing, visit.KeptUrl ?? visit.Url,
                    [attachment.Text, link.Text, page!.Title, columnText]);
                await DocumentAsync(attachment.Address, found, cancellationToken).ConfigureAwait(false);
                led = true;
            }

            var trouble = TroubleOf(visit, page);
            if (trouble is not null)
            {
                brokenArticles.Add($"{visit.Url}: {trouble}");
            }

            if (page?.Refresh is not { } other)
            {
                if (!led)
                {
                    var sought = LinkReading.HintOf(publisher, listing, null, [link.Text, page?.Title ?? string.Empty, columnText]);
                    withoutDocument.Add((sought, $"{visit.Url}: {trouble ?? "an article without an attachment"}"));
                }

                return;
            }

            address = other;
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

    /// <summary>
    /// Where a page leads. One that could not be read this time, or that leads nowhere any more, leads where it led before:
    /// a night of maintenance takes no document out of the data.
    /// </summary>
    private PageReading? Read(Visit visit, Recipe recipe, string way, bool isListing)
    {
        if (visit.Place is not { } place)
        {
            return null;
        }

        var address = new Uri(visit.KeptUrl ?? visit.Url);
        var key = PageReading.KeyOf(visit.Sha256!, visit.Charset, address);
        var earlier = archive.ReadingOf(visit.Url);
        if (earlier is not null && earlier.Key == key && earlier.Way == way)
        {
            return earlier;
        }

        var reading = PageReading.Of(key, way, File.ReadAllBytes(archive.Store.Absolute(place)), visit.Charset, address, recipe, isListing);
        if (reading.LeadsNowhere && earlier is { LeadsNowhere: false } && earlier.Way == way)
        {
            reading = earlier with { Key = key, IsStale = true };
        }

        PagesParsed++;
        archive.Remember(visit.Url, reading);
        return reading;
    }

    private static string? TroubleOf(Visit visit, PageReading? page) =>
        !visit.IsAnswered ? $"{Model.SchemaName.Of(visit.Outcome)}{(visit.Reason is null ? string.Empty : $", {visit.Reason}")}"
        : page is null ? "a file, no page"
        : page.IsStale ? "it leads to no document any more; it is taken to lead where it led before"
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
        if (mayWait && known is { IsAnswered: true } && now - known.AskedAt < publisher.Politeness.RecheckAfter)
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

        using var span = HarvestTelemetry.Asking(publisher, address);
        var started = clock.GetTimestamp();
        var answer = await fetcher.FetchAsync(
            new PageRequest(
                address,
                known?.Sha256 is null ? null : known.ETag,
                known?.Sha256 is null ? null : known.LastModified,
                publisher.Politeness.Delay,
                publisher.Politeness.MostBytesOfFile,
                publisher.Politeness.AllowPrivateAddresses,
                archive.Store.Scratch),
            cancellationToken).ConfigureAwait(false);
        var visit = keeper.Keep(address, wanted, hint, known, answer, now, clock.GetElapsedTime(started));
        bytes += visit.Bytes ?? 0;
        HarvestTelemetry.Asked(span, publisher, visit);
        progress.Report(new AddressAsked(publisher, visit));
        return visit;
    }
}
