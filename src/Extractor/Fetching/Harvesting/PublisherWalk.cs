using System.Collections.Immutable;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Harvesting;

/// <summary>Walks one publisher's pages: 列表 → 正文页 → 附件, one address after the other.</summary>
internal sealed class PublisherWalk(
    PublisherDefinition publisher, PublisherArchive archive, PageFetcher fetcher, HarvestOptions options, DateTimeOffset nightAt,
        TimeProvider clock, IProgress<HarvestEvent> progress)
{
    /// <summary>A detail page that sends its reader on and on.</summary>
    private const int MostHops = 4;

    /// <summary>Articles below articles: of a bureau, of its units.</summary>
    private const int MostDepth = 2;

    private readonly PageVisitor visitor = new(publisher, archive, fetcher, options, nightAt, clock, progress);
    private readonly Dictionary<string, Visit> current = new(StringComparer.Ordinal);
    private readonly HashSet<string> entered = new(StringComparer.Ordinal);
    private readonly List<(string Url, string Trouble)> brokenListings = [];
    private readonly List<(string Url, string Trouble)> brokenArticles = [];
    private readonly List<(DocumentHint Hint, string Url, string Trouble)> withoutDocument = [];
    private readonly List<OtherDisclosure> inOtherForms = [];
    private readonly List<ListingAccount> accounts = [];

    /// <summary>Documents' addresses that the walk came to.</summary>
    public IReadOnlyCollection<Visit> Current => current.Values;

    /// <summary>Listing pages that could not be read, and why.</summary>
    public IReadOnlyList<(string Url, string Trouble)> BrokenListings => brokenListings;

    /// <summary>Detail pages that could not be read, and why.</summary>
    public IReadOnlyList<(string Url, string Trouble)> BrokenArticles => brokenArticles;

    /// <summary>Links that led to no document, and why.</summary>
    public IReadOnlyList<(DocumentHint Hint, string Url, string Trouble)> WithoutDocument => withoutDocument;

    public IReadOnlyList<OtherDisclosure> InOtherForms => inOtherForms;

    /// <summary>Listings that were walked to their end.</summary>
    public IReadOnlyList<ListingAccount> Accounts => accounts;

    public LinkLedger Links { get; } = new();

    /// <summary>None in a harvest in which no page has changed.</summary>
    public int PagesParsed { get; private set; }

    /// <summary>Known addresses that were not due.</summary>
    public int Unasked => visitor.Unasked;

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

        // Each listing is asked for before the articles of the next: a listing that two share is walked once.
        foreach (var listing in publisher.Listings)
        {
            await ListingAsync(listing, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ListingAsync(Listing listing, CancellationToken cancellationToken)
    {
        var recipe = listing.Recipe;
        var way = PageReading.WayOf(recipe, isListing: true);
        var pages = new Queue<(Uri Address, int Levels, string Text, Uri First, Visit? FoundOn)>([(listing.Address, recipe.Levels,
            string.Empty, listing.Address, null)]);
        var lists = new HashSet<string>([listing.Address.AbsoluteUri], StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var books = new Dictionary<string, ListingBook>(StringComparer.Ordinal);
        var broken = brokenListings.Count;
        Links.Take(listing.Address, LinkRole.Listing, null, string.Empty);
        void Enter(Uri address, int levels, string text, Uri first, LinkRole role, Visit foundOn)
        {
            Links.Take(address, role, foundOn.Url, text);
            if (lists.Add(address.AbsoluteUri))
            {
                pages.Enqueue((address, levels, text, first, foundOn));
            }
        }

        while (pages.TryDequeue(out var next))
        {
            var form = visitor.FormOf(next.Address, next.FoundOn);
            if (form is null && PageVisitor.IsSent(next.Address))
            {
                brokenListings.Add((next.Address.AbsoluteUri, "its form is not on the page before it any more"));
                continue;
            }

            var visit = await visitor.VisitAsync(next.Address, Wanted.Page, null, mayWait: false, cancellationToken, form)
                .ConfigureAwait(false);
            var page = Read(visit, recipe, way, isListing: true);
            if (TroubleOf(visit, page) is { } trouble)
            {
                brokenListings.Add((visit.Url, trouble));
            }

            if (page is null)
            {
                continue;
            }

            var book = books.TryGetValue(next.First.AbsoluteUri, out var begun) ? begun
                : books[next.First.AbsoluteUri] = new ListingBook(next.First);
            book.Add(page);
            if (page.Refresh is { } other)
            {
                Enter(other, next.Levels, next.Text, other, LinkRole.Listing, visit);
            }

            foreach (var further in page.Further)
            {
                // A further page's own numbers lead nowhere new beyond the limit.
                if (lists.Count < recipe.MostPages * (1 + (recipe.Levels * 200)))
                {
                    Enter(further, next.Levels, next.Text, next.First, LinkRole.Page, visit);
                }
            }

            foreach (var link in page.Entries)
            {
                var isFile = AttachmentLinks.IsAttachment(link.Address, link.Text);
                Links.Take(link.Address, isFile ? LinkRole.Document : LinkRole.Article, visit.Url, link.Text);
                if (!taken.Add(link.Address.AbsoluteUri) || options.ListingsOnly ||
                    (options.Since is { } since && LinkReading.DateOf(link.Address) is { } date && date < since))
                {
                    continue;
                }

                if (isFile)
                {
                    await DocumentAsync(link.Address, LinkReading.HintOf(publisher, listing, visit.Url,
                            [link.Text, link.Label, next.Text]),
                        cancellationToken).ConfigureAwait(false);
                }
                else if (!lists.Contains(link.Address.AbsoluteUri))
                {
                    await DetailAsync(listing, link, [link.Text, link.Label, next.Text], 0, cancellationToken).ConfigureAwait(false);
                }
            }

            foreach (var column in page.Columns.Where(column => !taken.Contains(column.Address.AbsoluteUri)))
            {
                // The last level of columns is seen and not followed; another year of a listing is on its own level.
                var isYear = LinkJudge.IsOtherYear(next.First, column.Address);
                if (isYear || next.Levels > 0)
                {
                    Enter(column.Address, isYear ? next.Levels : next.Levels - 1, $"{column.Label} {column.Text}".Trim(), column.Address,
                        LinkRole.Column, visit);
                }
            }
        }

        TellOfUnread(listing, books, brokenListings.Count > broken);
    }

    /// <summary>A listing that says it is longer than it was, and one that gave nothing and does not say why.</summary>
    private void TellOfUnread(Listing listing, Dictionary<string, ListingBook> books, bool isBroken)
    {
        foreach (var account in books.Values.Select(static book => book.Close()))
        {
            accounts.Add(account);
            if (account.Difference is { } difference)
            {
                Links.Refuse(new RefusedLink(new Uri($"{account.Address}#{LinkRefusals.FewerThanAnnounced}"), difference,
                    LinkRefusals.FewerThanAnnounced, true), account.Address);
            }
        }

        if (!isBroken && books.Count > 0 && !books.Values.Any(static book => book.HasEntries)
            && !Links.Refused.Any(link => link.Link.IsUnexplained && books.ContainsKey(link.FoundOn)))
        {
            Links.Refuse(new RefusedLink(new Uri($"{listing.Address.AbsoluteUri}#{LinkRefusals.ListNotRead}"),
                "no link of it leads to an article or a document", LinkRefusals.ListNotRead, true), listing.Address.AbsoluteUri);
        }
    }

    private async Task DetailAsync(Listing listing, PageLink link, ImmutableArray<string> texts, int depth,
        CancellationToken cancellationToken)
    {
        if (!entered.Add(link.Address.AbsoluteUri))
        {
            return;
        }

        var way = PageReading.WayOf(listing.Recipe, isListing: false);
        var hint = LinkReading.HintOf(publisher, listing, null, texts);
        var address = link.Address;
        var led = false;
        for (var hop = 0; hop < MostHops; hop++)
        {
            var visit = await visitor.VisitAsync(address, Wanted.Page, hint, mayWait: true, cancellationToken).ConfigureAwait(false);
            if (visit.Documents.Length > 0)
            {
                current[visit.Url] = visit;
                return;
            }

            var page = Read(visit, listing.Recipe, way, isListing: false);
            led |= page is not null && await DisclosedAsync(listing, visit, page, texts, depth, cancellationToken).ConfigureAwait(false);
            var trouble = TroubleOf(visit, page);
            if (trouble is not null)
            {
                brokenArticles.Add((visit.Url, trouble));
            }

            if (page?.Refresh is not { } other)
            {
                if (!led)
                {
                    var sought = LinkReading.HintOf(publisher, listing, null, [texts[0], page?.Title ?? string.Empty, .. texts[1..]]);
                    withoutDocument.Add((sought, visit.Url, trouble ?? "an article without an attachment"));
                }

                return;
            }

            address = other;
        }
    }

    /// <summary>Goes to what an article discloses, in whatever form.</summary>
    /// <returns>Whether it discloses anything.</returns>
    private async Task<bool> DisclosedAsync(Listing listing, Visit visit, PageReading page, ImmutableArray<string> texts, int depth,
        CancellationToken cancellationToken)
    {
        var landing = visit.KeptUrl ?? visit.Url;
        foreach (var attachment in page.Attachments)
        {
            Links.Take(attachment.Address, LinkRole.Document, visit.Url, attachment.Text);
            await DocumentAsync(
                attachment.Address,
                LinkReading.HintOf(publisher, listing, landing,
                    [attachment.Text, attachment.Label, texts[0], page.Title, .. texts[1..]]),
                cancellationToken).ConfigureAwait(false);
        }

        foreach (var article in depth < MostDepth ? page.Articles : [])
        {
            Links.Take(article.Address, LinkRole.Article, visit.Url, article.Text);
            await DetailAsync(listing, article, [article.Text, article.Label, .. texts], depth + 1, cancellationToken)
                .ConfigureAwait(false);
        }

        if (page.Form is DisclosureForm.PageImages or DisclosureForm.PageTables)
        {
            var kept = 0;
            foreach (var image in page.Images)
            {
                Links.Take(image, LinkRole.PageImage, visit.Url, string.Empty);
                var picture = await visitor.VisitAsync(image, Wanted.Picture, null, mayWait: true, cancellationToken).ConfigureAwait(false);
                kept += picture.Place is null ? 0 : 1;
            }

            if (kept == page.Images.Length)
            {
                var form = page.Form == DisclosureForm.PageImages ? DisclosedAs.PageImages : DisclosedAs.PageTables;
                inOtherForms.Add(new OtherDisclosure(
                    LinkReading.HintOf(publisher, listing, landing, [texts[0], page.Title, .. texts[1..]]), visit.Url, form, kept));
            }
            else
            {
                brokenArticles.Add((visit.Url, $"{page.Images.Length - kept} of its {page.Images.Length} pictures of pages were not got"));
            }
        }

        return page.Form != DisclosureForm.None;
    }

    private async Task DocumentAsync(Uri address, DocumentHint hint, CancellationToken cancellationToken)
    {
        if (!current.ContainsKey(address.AbsoluteUri))
        {
            var visit = await (HtmlPage.KeyOf(address) is { } key ? visitor.VisitWithKeyAsync(address, key, hint, cancellationToken)
                : visitor.VisitAsync(address, Wanted.Document, hint, mayWait: true, cancellationToken)).ConfigureAwait(false);
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
            Links.Refuse(earlier, visit.Url);
            return earlier;
        }

        var reading = PageReading.Of(key, way, File.ReadAllBytes(archive.Store.Absolute(place)), visit.Charset, address, recipe, isListing);
        if (reading.LeadsNowhere && earlier is { LeadsNowhere: false } && earlier.Way == way)
        {
            reading = earlier with { Key = key, IsStale = true };
        }

        PagesParsed++;
        reading = reading with { Refused = Links.Fresh(reading.Refused, visit.Url) };
        Links.Refuse(reading, visit.Url);
        archive.Remember(visit.Url, reading);
        return reading;
    }

    private static string? TroubleOf(Visit visit, PageReading? page) =>
        !visit.IsAnswered ? $"{Model.SchemaName.Of(visit.Outcome)}{(visit.Reason is null ? string.Empty : $", {visit.Reason}")}"
        : page is null ? "a file, no page"
        : page.IsStale ? "it leads to no document any more; it is taken to lead where it led before"
        : null;
}
