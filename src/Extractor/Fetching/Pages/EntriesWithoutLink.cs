using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Extractor.Fetching.Harvesting;

namespace Extractor.Fetching.Pages;

/// <summary>
/// What a reader takes for an entry, whatever element it is: the texts of a page that name a document, an office among offices, a year
/// among years, a control. What is neither followed nor left for a reason is named: announced = fetched + named.
/// </summary>
public sealed partial class HtmlPage
{
    /// <summary>Characters; a longer text of year and kind without an office is a sentence.</summary>
    private const int MostOfAHeading = 40;

    /// <summary>Characters; what one clicks says no more.</summary>
    private const int MostOfAControl = 60;

    /// <summary>Characters beside the name of an office in its item: its number, a colon.</summary>
    private const int MostBesideAnOffice = 6;

    /// <summary>Texts and elements of a page that are looked at; a page may hold any number, and few are named.</summary>
    private const int MostEntries = 1000;

    private const string Inline = " span b i em strong font u small label mark sup sub big s bdo tt ins ";

    /// <summary>What is shown in one block, or something that leads elsewhere.</summary>
    /// <param name="Lead">Where it leads; null for a text.</param>
    private sealed record ShownText(IElement Element, string Text, string? Lead);

    /// <param name="known">What is told of the links that are followed: a title that one of them has is not told again.</param>
    /// <param name="left">Texts of links that were left for a reason.</param>
    /// <param name="taken">Addresses that are followed.</param>
    /// <param name="hasFurther">Pages of the listing are among them: what asks for more is one of these.</param>
    internal IEnumerable<RefusedLink> EntriesWithoutLink(IReadOnlyCollection<string> known, IReadOnlyCollection<string> left,
        IReadOnlySet<string> taken, bool isOfBudgets, bool hasFurther)
    {
        var shown = ShownTexts();
        var entries = Enumerable.Range(0, shown.Count).Where(place => shown[place].Lead is null && (IsOfADocument(shown[place].Text)
            || (isOfBudgets && (IsOfAYear(shown[place].Text) || FileInText().IsMatch(shown[place].Text)))))
            .Take(MostEntries).ToHashSet();
        var titles = (
            from place in entries.Order()
            let text = shown[place].Text
            let element = shown[place].Element
            where !IsShown(element, taken) && !IsLed(element, text, entries.Select(other => shown[other].Element), taken)
            let isWhole = IsOfADocument(text)
            where isWhole || !IsAbove(shown, place, entries, taken)
            let office = isWhole || element.LocalName == "li" ? null : labels.Value.OfficeAbove(element)
            select office is null ? text : $"{office} {text}").Concat(TitlesOfElements()).Where(IsNew).ToList();
        var items = !isOfBudgets ? [] : ItemsOfOneKind(shown, taken).Concat(Handled()).Where(element => !IsShown(element, taken))
            .Select(static element => Fold(element.TextContent)).Concat(CellsWithoutLink())
            .Where(text => (!hasFurther || !LinkWords.Say(LinkWordList.NextPage, text)) && (titles.Count == 0 || !Asked().IsMatch(text)));
        return titles.Concat(KeptTitles().Concat(items).Where(IsNew)).Distinct(StringComparer.Ordinal)
            .Take(MostUnread)
            .Select(text => new RefusedLink(new Uri(address, $"#{text}"), text, LinkRefusals.LinkWithoutAddress, true))
            .Concat(isOfBudgets ? FramesLeft(taken) : []);

        // What names no office may stand below another office too.
        bool IsNew(string text) => !Title.Contains(text, StringComparison.Ordinal)
            && !left.Any(other => other.Length > 0 && IsOneText(text, other))
            && ((IsOfAYear(text) && LinkReading.IssuerOf(text) is null) || !known.Any(other => other.Length > 0 && IsOneText(text, other)));
    }

    /// <summary>A document that an element without a link names beside its text: <c>&lt;span title="某市体育局2024年部门决算"&gt;</c>.</summary>
    private IEnumerable<string> TitlesOfElements() =>
        from element in document.QuerySelectorAll("body [title], body [aria-label]")
        let text = Fold(element.GetAttribute("title") ?? element.GetAttribute("aria-label")!)
        where IsOfADocument(text) && !element.Ancestors<IElement>().Append(element).Concat(element.QuerySelectorAll("*")).Any(Leads)
        select text;

    /// <summary>下载 in a cell that leads nowhere, with the words of its row.</summary>
    private IEnumerable<string> CellsWithoutLink() =>
        from cell in document.QuerySelectorAll("td")
        where Asked().IsMatch(Fold(cell.TextContent)) && !cell.QuerySelectorAll("*").Any(Leads) && !TitlesIn(cell)
        let row = Fold(string.Join(' ', cell.Closest("tr")?.Children.Select(static other => other.TextContent) ?? []))
        where row.Length is > 0 and <= MostOfARow
        select row;

    private static bool TitlesIn(IElement cell) => cell.QuerySelector("[title]") is not null;

    /// <summary>Attachments that the text of an article names (附件：2026年部门预算.pdf) and that no link has.</summary>
    /// <param name="known">As of <see cref="EntriesWithoutLink"/>.</param>
    /// <param name="documents">Texts of what is taken: one that says nothing (附件1) may be any that is named.</param>
    /// <param name="isSilent">The article discloses nothing: what one clicks there is named, too.</param>
    internal IEnumerable<RefusedLink> AttachmentsWithoutLink(IReadOnlyCollection<string> known, IReadOnlyCollection<string> documents,
        bool isSilent, bool isOfBudgets)
    {
        var shown = ShownTexts();
        var named = shown.Where(static text => text.Lead is null).SelectMany(text => FileInText().Matches(text.Text).Select(static name =>
                name.Value).DefaultIfEmpty(AttachedInText().Match(text.Text).Groups[1].Value))
            .Concat(isOfBudgets && isSilent ? Handled().Select(static element => Fold(element.TextContent)) : [])
            .Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var left = named
            .Where(name => isOfBudgets || LinkWords.Say(LinkWordList.Subject, name))
            .Where(name => LinkWords.MeaningOf(LinkWordList.Refused, name) is null && !known.Any(other => other.Length > 0
                && IsOneText(WithoutEnding(name), WithoutEnding(other)))).ToList();
        return left.Count <= documents.Count(static text => !LinkWords.Say(LinkWordList.Subject, text)) ? [] : left.Take(MostUnread)
            .Select(name => new RefusedLink(new Uri(address, $"#{name}"), name, LinkRefusals.LinkWithoutAddress, true))
            .Concat(isOfBudgets && isSilent ? FramesLeft(new HashSet<string>(StringComparer.Ordinal)) : []);
    }

    private static bool IsOneText(string text, string other) => other.Contains(text, StringComparison.Ordinal)
        || (other.Length >= LeastOfABeginning && text.StartsWith(other.TrimEnd('.', '…'), StringComparison.Ordinal));

    private static string WithoutEnding(string name) => FileEnding().Replace(name, string.Empty).Trim();

    private static bool IsOfADocument(string text) => text.Length <= MostOfARow && LinkReading.IsWhole(text)
        && LinkWords.MeaningOf(LinkWordList.Refused, text) is null;

    /// <summary>Year and kind without an office, and no sentence: 2024年部门决算.</summary>
    private static bool IsOfAYear(string text) => text.Length <= MostOfAHeading && LinkReading.IsOfAYear(text)
        && !Sentence().IsMatch(text) && LinkWords.MeaningOf(LinkWordList.Refused, text) is null;

    /// <summary>The texts of the page by their blocks, a row of a table without links as one, and what leads elsewhere.</summary>
    private List<ShownText> ShownTexts()
    {
        var leading = document.All.Where(element => Leads(element)
            || (element.LocalName == "option" && IsAddress(element.GetAttribute("value") ?? string.Empty))).ToHashSet();
        var shown = new List<ShownText>();
        var rows = new Dictionary<IElement, bool>();
        var items = new Dictionary<IElement, bool>();
        var block = (Element: (IElement?)null, Texts: new List<string>());
        foreach (var node in document.Body?.Descendants() ?? [])
        {
            if (node is IElement element && leading.Contains(element))
            {
                End();
                shown.Add(new ShownText(element, Fold(element.TextContent), AddressOf(element)?.AbsoluteUri
                    ?? AddressOfElement(element)?.AbsoluteUri ?? Absolute(element.GetAttribute("value") ?? string.Empty)?.AbsoluteUri
                    ?? string.Empty));
            }
            else if (node is IText { ParentElement: { } parent } text && !string.IsNullOrWhiteSpace(text.Data)
                && parent.Closest("script, style, noscript, select, textarea, template, h1, button") is null
                && !text.Data.Contains("://", StringComparison.Ordinal)
                && !parent.Ancestors<IElement>().Append(parent).Any(leading.Contains))
            {
                var around = parent;
                while (Inline.Contains($" {around.LocalName} ", StringComparison.Ordinal) && around.ParentElement is { } outer)
                {
                    around = outer;
                }

                around = around.Closest("tr") is { } row && IsOneEntry(row) ? row
                    : parent != around && parent.ParentElement is { } list && IsOfItems(list) ? parent : around;
                if (around != block.Element)
                {
                    End();
                    block.Element = around;
                }

                block.Texts.Add(text.Data);
            }
        }

        End();
        return shown;

        bool IsOneEntry(IElement row) => Once(rows, row, of => !of.QuerySelectorAll("*").Any(leading.Contains)
            && IsOfADocument(Fold(string.Join(' ', of.Children.Select(static cell => cell.TextContent)))));

        // Several side by side that say a year or an office each: <em>2024</em>.
        bool IsOfItems(IElement list) => Once(items, list, static of => of.ChildElementCount > 1
            && of.Children.All(static child => IsItem(Fold(child.TextContent))));

        static bool Once(Dictionary<IElement, bool> told, IElement element, Func<IElement, bool> tell)
        {
            if (!told.TryGetValue(element, out var answer))
            {
                told[element] = answer = tell(element);
            }

            return answer;
        }

        void End()
        {
            if (block.Element is { } element)
            {
                shown.Add(new ShownText(element, TextOf(block.Texts, element.LocalName == "tr" ? " " : string.Empty),
                    null));
            }

            block = (null, []);
        }
    }

    /// <summary>Without the day that stands beside it.</summary>
    private static string TextOf(List<string> texts, string between) =>
        Fold(string.Join(between, texts.Where(static text => !DayAlone().IsMatch(text))));

    /// <summary>Something that is followed, or says nothing itself, stands in its row: the largest block without another entry.</summary>
    private bool IsLed(IElement element, string text, IEnumerable<IElement> entries, IReadOnlySet<string> taken)
    {
        var row = element;
        while (row.LocalName is not ("li" or "tr" or "dd" or "article") && row.ParentElement is { LocalName: not "body" } around
            && around.TextContent.Length <= MostOfARow && !entries.Any(other => other != element && around.Contains(other)))
        {
            row = around;
        }

        return row.Ancestors<IElement>().Any(Leads) || row.QuerySelectorAll("*").Append(row).Any(link => Leads(link)
            && Fold(link.TextContent) is var said
            && (LinkWords.Say(LinkWordList.Generic, said) ? !LinkWords.Say(LinkWordList.NextPage, said)
                : taken.Contains(AddressOf(link)?.AbsoluteUri ?? AddressOfElement(link)?.AbsoluteUri ?? string.Empty)
                    && (!IsOfAYear(said) || IsOneText(text, said) || IsOneText(said, text))));
    }

    /// <summary>What is followed comes after it before another of its kind: it is its heading.</summary>
    private static bool IsAbove(List<ShownText> shown, int place, HashSet<int> entries, IReadOnlySet<string> taken)
    {
        for (var next = place + 1; next < shown.Count; next++)
        {
            if (shown[next].Lead is { } lead ? taken.Contains(lead) && !IsAmong(shown[place], shown[next])
                : entries.Contains(next) && !IsHeading(shown[place].Element, shown[next].Element))
            {
                return shown[next].Lead is not null;
            }
        }

        return false;
    }

    /// <summary>A link to an office among offices without one, in an element that looks as theirs: it is not below them.</summary>
    private static bool IsAmong(ShownText item, ShownText lead) => LinkReading.IssuerOf(item.Text) is not null
        && LinkReading.IssuerOf(lead.Text) is not null && lead.Element.Ancestors<IElement>().Any(around =>
            around.LocalName == item.Element.LocalName && around.ClassName == item.Element.ClassName && !around.Contains(item.Element));

    /// <summary>Headings stand above headings that look otherwise, and beside others in a row of a table.</summary>
    private static bool IsHeading(IElement one, IElement other) => one.LocalName != other.LocalName || one.ClassName != other.ClassName
        || (one.LocalName is "td" or "th" && one.ParentElement == other.ParentElement);

    /// <summary>Two and more elements that look alike, each an office or a year alone, of which none leads anywhere.</summary>
    private IEnumerable<IElement> ItemsOfOneKind(List<ShownText> shown, IReadOnlySet<string> taken) =>
        from place in Enumerable.Range(0, shown.Count).Where(place => shown[place].Lead is null && IsItem(shown[place].Text))
            .Take(MostEntries)
        let text = shown[place]
        let row = text.Element.Closest("li, tr, dd") ?? text.Element
        where (text.Element.LocalName != "th") && !row.QuerySelectorAll("*").Any(Leads)
        group (Place: place, text.Element) by PlaceOf(row) into alike
        where alike.Count() > 1
        let places = alike.Select(static other => other.Place).ToHashSet()
        let hasOpen = alike.Any(static other => IsOpen(other.Element))
        from item in alike
        where hasOpen || !IsAbove(shown, item.Place, places, taken)
        select item.Element;

    private static bool IsItem(string text) => text.Length <= MostOfAControl && (YearAlone().IsMatch(text)
        || (LinkReading.IssuerOf(text) is { } office && text.Length <= office.Length + MostBesideAnOffice));

    /// <summary>What one clicks or chooses, and what only a script knows the end of.</summary>
    private IEnumerable<IElement> Handled() =>
        from element in document.All
        where IsControl(element) && !Leads(element) && element.Closest("nav, footer, header") is null
        let text = Fold(element.TextContent)
        where text.Length is > 0 and <= MostOfAControl && LinkWords.MeaningOf(LinkWordList.Refused, text) is null
            && !Sought().IsMatch(text) && (IsItem(text) || LinkWords.Say(LinkWordList.Subject, text) || Asked().IsMatch(text))
        where !element.QuerySelectorAll("*").Any(inner => Leads(inner) || IsControl(inner))
            && (element.Closest("tr, li, dd") ?? element) is var row && !row.QuerySelectorAll("*").Any(Leads)
        select element;

    private static bool IsControl(IElement element) => element.LocalName is "button" or "summary"
        || (element.LocalName == "a" && (!element.HasAttribute("name") || element.HasAttribute("href")))
        || element.GetAttribute("role") is "button" or "tab" or "link" or "option" or "menuitem" or "treeitem"
        || element.Attributes.Any(static attribute => (attribute.Name.StartsWith("data-", StringComparison.Ordinal)
            && IsAddress(attribute.Value)) || attribute.Name is "onclick" or "@click" or "v-on:click" or "ng-click" or "data-id"
            || attribute.Name.StartsWith("@click", StringComparison.Ordinal));

    /// <summary>A tab that shows a part of this page, or the one that is open.</summary>
    private bool IsShown(IElement element, IReadOnlySet<string> taken) => labels.Value.IsTab(element)
        || (taken.Count > 0 && (IsOpen(element) || (element.ParentElement is { ChildElementCount: 1 } around && IsOpen(around))))
        || element.QuerySelectorAll("a").Append(element).Any(tab => IsTabOfAPart(tab) && AddressInData(tab) is not null);

    private static bool IsOpen(IElement element) => element.ClassList.Any(static name => OpenTab().IsMatch(name))
        || element.GetAttribute("aria-selected") == "true" || element.GetAttribute("aria-expanded") == "true";

    /// <summary>Frames with a page of elsewhere, that are large enough for a list or stand alone.</summary>
    private IEnumerable<RefusedLink> FramesLeft(IReadOnlySet<string> taken) =>
        from frame in document.QuerySelectorAll("iframe, frame, embed, object")
        let link = AddressOf(frame)
        where link is not null && !taken.Contains(link.AbsoluteUri) && (taken.Count == 0 || IsHigh(frame))
            && !AttachmentLinks.IsAttachment(link, string.Empty) && !Hidden().IsMatch(
                $"{frame.GetAttribute("style")};width:{frame.GetAttribute("width")};height:{frame.GetAttribute("height")};")
        select new RefusedLink(new Uri(link.AbsoluteUri), Fold(frame.GetAttribute("title") ?? Title), LinkRefusals.ListNotRead, true);

    /// <summary>Titles that the page's scripts keep without an address.</summary>
    private IEnumerable<string> KeptTitles() =>
        from script in Scripts
        from Match item in FlatObject().Matches(script)
        let pairs = NamedText().Matches(item.Value)
        let text = Fold(TextIn(pairs))
        where IsOfADocument(text)
            && !pairs.Any(static pair => NameOfAddress().IsMatch(pair.Groups[1].ValueSpan) && IsAddress(ValueOf(pair)))
        select text;

    /// <summary>What a picture to scan says; the page behind it is not known.</summary>
    internal IEnumerable<RefusedLink> CodesToScan() =>
        from image in document.QuerySelectorAll("img[src][alt]")
        where IsInBody(image) && IsToScan(image)
        let link = Absolute(image.GetAttribute("src")!)
        where link is not null
        let said = Fold(image.GetAttribute("alt")!)
        select new RefusedLink(new Uri(address, $"#{said}"), said, LinkRefusals.LinkWithoutAddress, true);

    private static bool IsToScan(IElement image) => LinkWords.Say(LinkWordList.Neighbour, image.GetAttribute("alt") ?? string.Empty);

    [GeneratedRegex(@"^\s*[\[（(]?\s*20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*[\])）]?\s*$")]
    private static partial Regex DayAlone();

    [GeneratedRegex(@"[。；，：:！？]|如下|现将|根据|按照")]
    private static partial Regex Sentence();

    [GeneratedRegex($@"[^\s，。；;：:、《》“”""'|/]{{2,80}}\.(?:{AttachmentTypes.Endings})(?![A-Za-z])", RegexOptions.IgnoreCase)]
    private static partial Regex FileInText();

    [GeneratedRegex($@"\.(?:{AttachmentTypes.Endings})$", RegexOptions.IgnoreCase)]
    private static partial Regex FileEnding();

    /// <summary>附件2：某市教育局2026年部门预算公开表</summary>
    [GeneratedRegex(@"^附件\s*[\d一二三四五六七八九十]{0,3}\s*[：:.、]\s*" +
        @"(?:\d{1,2}\s*[.、]\s*)?([^，。；：:]*[\u4E00-\u9FFF]{2}[^，。；：:]*)$")]
    private static partial Regex AttachedInText();

    /// <summary>What leads to a document or to more of them.</summary>
    [GeneratedRegex(@"^(?:点击|立即|在线)?(?:下载|查看|阅读|打开|预览)(?:附件|文件|全文|详情|表格|全部|更多)?\d*$|" +
        "^(?:点击|[上下]拉|[上下]滑|滑动)?(?:加载|显示|查看|展开)?(?:更多|全部)$|^附件下载$")]
    private static partial Regex Asked();

    [GeneratedRegex("搜索|检索|查询|筛选|重置|排序|收藏|打印|分享")]
    private static partial Regex Sought();

    [GeneratedRegex(@"^\s*20\d\d\s*年?度?\s*$")]
    private static partial Regex YearAlone();

    [GeneratedRegex("(?:^|[-_])(?:active|on|cur|current|select|selected|sel|open|hover|now)$", RegexOptions.IgnoreCase)]
    private static partial Regex OpenTab();
}
