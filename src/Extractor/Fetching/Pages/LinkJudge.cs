using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Publishers;

namespace Extractor.Fetching.Pages;

/// <summary>A link that was not followed, and why.</summary>
/// <param name="Reason">A word of <see cref="LinkRefusals"/>, or the meaning of a row of <c>links.csv</c>.</param>
/// <param name="IsUnexplained">It stands where documents stand and may lead to one: a person should look at it once.</param>
public sealed record RefusedLink(Uri Address, string Text, string Reason, bool IsUnexplained);

/// <summary>Why links are not followed, beside the meanings of <c>links.csv</c>.</summary>
public static class LinkRefusals
{
    /// <summary>It leads to this page, or to one above it.</summary>
    public const string Navigation = "navigation";

    /// <summary>It says nothing of budgets or accounts.</summary>
    public const string OtherMatter = "other_matter";

    /// <summary>It speaks of budgets without a year, or otherwise than the recipe wants.</summary>
    public const string OtherWords = "not_as_the_recipe_reads";

    /// <summary>It speaks of a budget, and its address is none of an article of this system.</summary>
    public const string OtherAddress = "address_of_no_article";

    /// <summary>A further page that is got by sending a form, and has no address.</summary>
    public const string PageWithoutAddress = "page_without_address";

    /// <summary>It names a document, and only a script of the site, or the disk of its editor, has it.</summary>
    public const string LinkWithoutAddress = "link_without_address";

    /// <summary>The page has nothing before scripts of other files have run; no browser runs here.</summary>
    public const string WrittenByScripts = "written_by_scripts";

    /// <summary>A list that a script of the page asks for, or fills, by what is not written in the page.</summary>
    public const string ListNotRead = "list_not_read";

    /// <summary>The listing says that it is longer than what it shows, and leads to no further page.</summary>
    public const string FewerThanAnnounced = "fewer_than_announced";

    /// <summary>On an article: outside its text.</summary>
    public const string OutsideTheText = "outside_the_text";

    /// <summary>A picture beside a file that says the same.</summary>
    public const string BesideAFile = "beside_a_file";

    /// <summary>It names a document, and the recipe does not want such.</summary>
    public const string NotWanted = "not_wanted_by_the_recipe";
}

/// <summary>In which form an article discloses.</summary>
public enum DisclosureForm
{
    None,

    /// <summary>Attached files.</summary>
    Files,

    /// <summary>Articles of its own for parts or units.</summary>
    Articles,

    /// <summary>Pictures of pages; kept, not read.</summary>
    PageImages,

    /// <summary>Tables in the page itself; kept, not read.</summary>
    PageTables,
}

/// <summary>Takes every link of a page, or says why not.</summary>
internal static partial class LinkJudge
{
    /// <summary>Cells with a number; an article with fewer holds no tables of a budget.</summary>
    private const int LeastNumbers = 20;

    public sealed record OfListing(ImmutableArray<PageLink> Entries, ImmutableArray<PageLink> Columns, ImmutableArray<RefusedLink> Refused,
        int Listed);

    public sealed record OfArticle(ImmutableArray<PageLink> Documents, ImmutableArray<PageLink> Articles, ImmutableArray<Uri> Images,
        DisclosureForm Form, ImmutableArray<RefusedLink> Refused);

    public static OfListing Listing(HtmlPage page, Uri address, Recipe recipe, ImmutableArray<Uri> further)
    {
        var scripted = page.LinksOfDataStores().Concat(page.LinksWrittenByScripts()).Concat(page.LinksOfElements())
            .Concat(page.LinksOfChoices()).Concat(page.LinksInText()).ToList();
        var variables = page.LinksOfVariables().Concat(page.LinksOfStates()).ToList();
        var all = page.Links().Concat(scripted).Concat(variables).Concat(page.ColumnsOfCatalogue())
            .DistinctBy(static link => link.Address.AbsoluteUri).ToList();
        var wanted = page.Links(recipe.Entries).Concat(scripted).Concat(variables)
            .Select(static link => link.Address.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var columns = recipe.Columns is null ? [] : page.Links(recipe.Columns).Concat(variables)
            .Select(static link => link.Address.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var catalogue = page.ColumnsOfCatalogue().Select(static link => link.Address.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var pages = further.Select(static link => link.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var isOfBudgets = IsOfBudgets(page);
        if (isOfBudgets)
        {
            // 2024年 above the list, and of what in the title of the page
            all = [.. all.Select(link => link.Label.Length > 0 && link.Label != LinkReading.Plain(link.Text)
                && !LinkWords.Say(LinkWordList.Subject, link.Words)
                ? link with { Label = $"{link.Label} {page.Statement("ColumnName") ?? page.Title}" } : link)];
        }

        if (isOfBudgets && LinkReading.IsOfAYear(page.Title))
        {
            // 市教育局 on a page 2024年部门决算公开
            all = [.. all.Select(link => link.Label.Length == 0 && LinkReading.IssuerOf(link.Text) is not null && !Year().IsMatch(link.Text)
                ? link with { Label = page.Title } : link)];
        }

        // A list of nobody's names is of the office above it; where others of the list are named, and no other list has an office above it,
        // that office is the site's.
        var isOfMany = all.Select(static link => link.Office).Where(static office => office.Length > 0).Distinct(StringComparer.Ordinal)
            .Skip(1).Any();
        var named = isOfMany ? [] : all.Where(static link => LinkReading.IssuerOf(link.Text) is not null).Select(static link => link.Place)
            .ToHashSet(StringComparer.Ordinal);
        all = [.. all.Select(link => link.Office.Length > 0 && !named.Contains(link.Place)
            ? link with { Label = $"{link.Office} {link.Label}".Trim() } : link)];

        var entries = all.Where(link => wanted.Contains(link.Address.AbsoluteUri) && IsEntry(link)).ToList();
        var places = entries.Select(static link => link.Place).ToHashSet(StringComparer.Ordinal);
        var taken = entries.Select(static link => link.Address.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var below = all.Where(link => !taken.Contains(link.Address.AbsoluteUri) && !pages.Contains(link.Address.AbsoluteUri)
            && IsColumn(link)).ToList();
        taken.UnionWith(below.Select(static link => link.Address.AbsoluteUri));
        // A part that a page loads: nothing but names of offices; what of them, the page says that loads it.
        var isRegister = page.Title.Length == 0 && entries.Count == 0 && all.Count > 1
            && all.TrueForAll(static link => LinkReading.IssuerOf(link.Text) is not null);
        var refused = all.Where(link => !taken.Contains(link.Address.AbsoluteUri) && !pages.Contains(link.Address.AbsoluteUri))
            .Select(Refuse).Concat(further.IsEmpty ? page.PagesWithoutAddress() : [])
            .Concat(further.IsEmpty && (isOfBudgets || entries.Count > 0) ? page.AskedWithoutEnd() : [])
            .Concat(page.LinksWithoutAddress(recipe.EntryText))
            .Concat(further.IsEmpty ? page.NothingYet() : []).ToList();
        if (!refused.Exists(static link => link.Reason is LinkRefusals.WrittenByScripts or LinkRefusals.PageWithoutAddress))
        {
            refused.AddRange(page.UnreadLists(entries.Count == 0 && below.Count == 0 && further.IsEmpty && page.Refresh() is null,
                isOfBudgets));
        }

        refused.AddRange(page.EntriesWithoutLink(
            [.. entries.Concat(below).Select(static link => link.Words)], [.. refused.Select(static link => link.Text)],
            taken.Union(pages).ToHashSet(StringComparer.Ordinal), isOfBudgets, !further.IsEmpty));
        var listed = all.Where(static link => !LinkWords.Say(LinkWordList.NextPage, link.Text)).Count(link => places.Contains(link.Place));
        return new OfListing([.. entries.Select(static link => link.ToLink())], [.. below.Select(static link => link.ToLink())],
            [.. refused], listed);

        bool IsEntry(FoundLink link) =>
            link.Address != address && !pages.Contains(link.Address.AbsoluteUri) && !IsYearOfAll(link)
            && LinkWords.MeaningOf(LinkWordList.Refused, link.Text) is null
            && ((link.Text != link.Label && recipe.EntryText.Matches(link.Text)) || IsEntryByLabel(link)
                ? recipe.EntryAddress?.Matches(link.Address.AbsoluteUri) != false
                : isOfBudgets && IsBelow(address, link.Address) && recipe.EntryAddress?.Matches(link.Address.AbsoluteUri) == true);

        // 某市教育局 below 2024年部门决算
        bool IsEntryByLabel(FoundLink link) =>
            link.Label.Length > 0 && !link.IsAside && recipe.EntryText.Matches(link.Words)
            && IsSameSite(link.Address, address) && !IsFolder(link.Address)
            && (LinkWords.Say(LinkWordList.Subject, link.Text) || LinkReading.IssuerOf(link.Text) is not null
                || LinkReading.IssuerOf(link.Label) is not null);

        bool IsColumn(FoundLink link) =>
            catalogue.Contains(link.Address.AbsoluteUri)
            || (isOfBudgets && IsOtherYear(address, link.Address) && YearAlone().IsMatch(link.Text))
            || (recipe.Columns is not null && link.Address != address && IsSameSite(link.Address, address)
                && !IsBelow(link.Address, address) && !AttachmentLinks.IsAttachment(link.Address, link.Text)
                && ((columns.Contains(link.Address.AbsoluteUri) && recipe.ColumnText?.Matches(link.Text) != false)
                    || IsYearOfAll(link) || (IsBelow(address, link.Address) && IsFolder(link.Address))
                    || (isOfBudgets && columns.Contains(link.Address.AbsoluteUri) && IsFolder(link.Address) && IsOfAnOffice(link))
                    || (IsMore(link) && !LinkWords.Say(LinkWordList.Aside, link.Above))));

        // 2025年部门预算公开, a folder
        bool IsYearOfAll(FoundLink link) => columns.Contains(link.Address.AbsoluteUri) && IsFolder(link.Address)
            && recipe.EntryAddress is null && recipe.EntryText.Matches(link.Text) && LinkReading.NamesNobody(link.Text);

        // 部门预算 below 市教育局
        static bool IsOfAnOffice(FoundLink link) => LinkWords.Say(LinkWordList.Subject, link.Text) && LinkReading.NamesNobody(link.Text)
            && (LinkReading.IssuerOf(link.Label) ?? LinkReading.IssuerOf(link.Office)) is not null;

        // 更多 beside 部门预算
        static bool IsMore(FoundLink link) => (link.Text.Length == 0 || LinkWords.Say(LinkWordList.Generic, link.Text))
            && LinkWords.Say(LinkWordList.Subject, link.Above);

        RefusedLink Refuse(FoundLink link)
        {
            var isListed = isOfBudgets && places.Contains(link.Place);
            if (link.Address == address || IsBelow(link.Address, address))
            {
                return new RefusedLink(link.Address, link.Text, LinkRefusals.Navigation, false);
            }

            if (LinkWords.MeaningOf(LinkWordList.Refused, link.Text) is { } meaning)
            {
                return new RefusedLink(link.Address, link.Text, meaning, false);
            }

            if (isOfBudgets && IsMore(link))
            {
                return new RefusedLink(link.Address, $"{link.Above} {link.Text}", LinkRefusals.OtherWords, true);
            }

            return recipe.EntryText.Matches(link.Text)
                ? new RefusedLink(link.Address, link.Text, LinkRefusals.OtherAddress, !IsFolder(link.Address))
                : LinkWords.Say(LinkWordList.Subject, link.Text)
                    ? new RefusedLink(link.Address, link.Text, LinkRefusals.OtherWords,
                        isListed || (isOfBudgets && entries.Count == 0 && !IsFolder(link.Address)))
                    : new RefusedLink(link.Address, link.Text, LinkRefusals.OtherMatter, isListed || isRegister);
        }
    }

    public static OfArticle Article(HtmlPage page, Uri address, Recipe recipe)
    {
        var title = page.Statement("ArticleTitle") ?? page.Title;
        var isDated = Year().IsMatch(title);
        var off = LinkWords.Say(LinkWordList.Subject, title) ? null : LinkWords.MeaningOf(LinkWordList.Refused, title);
        var besides = page.LinksWrittenByScripts().Concat(page.FilesNamedByScripts()).Concat(page.FilesOfElements())
            .Concat(page.FilesWithKeys())
            .Concat(page.LinksOfElements().Where(static link => AttachmentLinks.IsDownload(link.Address))).ToList();
        var selected = page.Links(recipe.Attachments).Concat(besides)
            .Select(static link => link.Address.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var documents = ImmutableArray.CreateBuilder<PageLink>();
        var articles = ImmutableArray.CreateBuilder<PageLink>();
        var refused = ImmutableArray.CreateBuilder<RefusedLink>();
        foreach (var link in page.Links().Concat(besides).DistinctBy(static link => link.Address.AbsoluteUri))
        {
            var isFile = link.IsFile || AttachmentLinks.IsAttachment(link.Address, link.Text)
                || (AttachmentLinks.IsDownload(link.Address)
                    && (link.IsAttached || LinkWords.Say(LinkWordList.Subject, link.Text)
                        || ((link.IsInBody || !page.MarksItsBody) && LinkWords.Say(LinkWordList.Generic, link.Text))));
            if (isFile && link.IsAside && !link.IsAttached && !LinkWords.Say(LinkWordList.Subject, link.Text))
            {
                refused.Add(new RefusedLink(link.Address, link.Text, LinkRefusals.OutsideTheText, false));
            }
            else if (isFile && !LinkWords.Say(LinkWordList.Subject, link.Text)
                && LinkWords.MeaningOf(LinkWordList.Refused, link.Text) is { } other)
            {
                refused.Add(new RefusedLink(link.Address, link.Text, other, false));
            }
            else if (isFile && off is not null && !LinkWords.Say(LinkWordList.Subject, link.Text))
            {
                refused.Add(new RefusedLink(link.Address, link.Text, off, false));
            }
            else if (isFile)
            {
                var isWanted = selected.Contains(link.Address.AbsoluteUri)
                    && (recipe.AttachmentText is not { } text || text.Matches(link.Text)
                        || text.Matches(Uri.UnescapeDataString(link.Address.AbsoluteUri)));
                if (isWanted)
                {
                    documents.Add(link.ToLink());
                }
                else
                {
                    refused.Add(new RefusedLink(link.Address, link.Text, LinkRefusals.NotWanted, false));
                }
            }
            else if (link.Address == address || IsBelow(link.Address, address))
            {
                refused.Add(new RefusedLink(link.Address, link.Text, LinkRefusals.Navigation, false));
            }
            else if (!link.IsInBody)
            {
                refused.Add(new RefusedLink(link.Address, link.Text, LinkRefusals.OutsideTheText, false));
            }
            else if (LinkWords.MeaningOf(LinkWordList.Refused, link.Text) is { } meaning)
            {
                refused.Add(new RefusedLink(link.Address, link.Text, meaning, false));
            }
            else if (!LinkWords.Say(LinkWordList.Subject, link.Text))
            {
                refused.Add(new RefusedLink(link.Address, link.Text, LinkRefusals.OtherMatter, false));
            }
            else if (recipe.EntryText.Matches(link.Text) || isDated)
            {
                articles.Add(link.ToLink());
            }
            else
            {
                refused.Add(new RefusedLink(link.Address, link.Text, LinkRefusals.OtherWords, true));
            }
        }

        // One that a script shows may be got by the button beside it.
        refused.AddRange(page.LinksWithoutAddress(recipe.EntryText).Where(link => documents.All(document => document.Text != link.Text)));
        var pictures = off is null ? page.BodyImages() : [];
        var isOtherwise = documents.Count > 0 || articles.Count > 0;
        if (isOtherwise)
        {
            refused.AddRange(pictures.Select(static picture => new RefusedLink(picture, string.Empty, LinkRefusals.BesideAFile, false)));
        }

        var form = documents.Count > 0 ? DisclosureForm.Files
            : articles.Count > 0 ? DisclosureForm.Articles
            : pictures.Length > 0 ? DisclosureForm.PageImages
            : off is null && page.BodyNumbers() >= LeastNumbers ? DisclosureForm.PageTables
            : DisclosureForm.None;
        if (form == DisclosureForm.None && off is null && LinkWords.Say(LinkWordList.Subject, title))
        {
            // An article of a budget that discloses nothing: what its text leads to may be it (网盘), or what is scanned there.
            refused.AddRange(page.CodesToScan());
            var inText = page.Links().Where(link => link.IsInBody && !link.IsAside && (!IsSameSite(link.Address, address)
                || LinkWords.Say(LinkWordList.Generic, link.Text))).Select(static link => link.Address.AbsoluteUri)
                .ToHashSet(StringComparer.Ordinal);
            for (var place = 0; place < refused.Count; place++)
            {
                refused[place] = refused[place].Reason == LinkRefusals.OtherMatter && inText.Contains(refused[place].Address.AbsoluteUri)
                    ? refused[place] with { IsUnexplained = true } : refused[place];
            }
        }

        refused.AddRange(off is null ? page.AttachmentsWithoutLink(
            [.. documents.Concat(articles).Select(static link => link.Text), .. refused.Select(static link => link.Text)],
            [.. documents.Concat(articles).Select(static link => link.Text)], form == DisclosureForm.None,
            LinkWords.Say(LinkWordList.Subject, title)) : []);
        return new OfArticle(documents.ToImmutable(), articles.ToImmutable(), isOtherwise ? [] : pictures, form, refused.ToImmutable());
    }

    /// <summary>Whether the page says of itself that it is about budgets.</summary>
    internal static bool IsOfBudgets(HtmlPage page) => LinkWords.Say(LinkWordList.Subject, page.Statement("ColumnName") ?? page.Title);

    /// <summary>Whether the second lies in the folder of the first, which is not the root of its host.</summary>
    internal static bool IsBelow(Uri above, Uri below)
    {
        var folder = above.AbsolutePath[..(above.AbsolutePath.LastIndexOf('/') + 1)];
        return above.Host == below.Host && folder.Length > 1 && below.AbsolutePath.Length > folder.Length
            && below.AbsolutePath.StartsWith(folder, StringComparison.Ordinal)
            && (IsFolder(above) || above.AbsolutePath == below.AbsolutePath);
    }

    /// <summary>Whether two addresses differ in a year alone: bmys/2025n/ and bmys/2026n/.</summary>
    internal static bool IsOtherYear(Uri one, Uri other) => one.Host == other.Host && one.PathAndQuery != other.PathAndQuery
        && Year().IsMatch(other.PathAndQuery)
        && Year().Replace(one.PathAndQuery, "#") == Year().Replace(other.PathAndQuery, "#");

    /// <summary>A folder, or the first page of one.</summary>
    internal static bool IsFolder(Uri address) => FirstPage().IsMatch(address.AbsolutePath);

    /// <summary>Hosts of one government: czj.sz.gov.cn and www.sz.gov.cn.</summary>
    internal static bool IsSameSite(Uri one, Uri other) =>
        one.Host == other.Host || (one.HostNameType == UriHostNameType.Dns && SiteOf(one) == SiteOf(other));

    private static string SiteOf(Uri address)
    {
        var labels = address.Host.Split('.');
        var kept = address.Host.EndsWith(".gov.cn", StringComparison.OrdinalIgnoreCase) ? 3 : 2;
        return string.Join('.', labels.TakeLast(kept));
    }

    [GeneratedRegex(@"/(?:(?:index|default|list|main)\.\w+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex FirstPage();

    [GeneratedRegex(@"^\s*20\d\d\s*年?度?\s*$")]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex Year();
}
