using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Extractor.Fetching.Harvesting;

namespace Extractor.Fetching.Pages;

/// <summary>
/// What a page says of a link elsewhere than in it, where that has the year: the heads of its column and row, the row that is its own, the
/// heading of its list (<c>&lt;h3&gt;2024年部门决算&lt;/h3&gt;&lt;ul&gt;…</c>), the tab that shows it.
/// </summary>
internal sealed partial class LinkLabels
{
    /// <summary>Characters; more is a text and no heading.</summary>
    private const int MostOfAHeading = 60;

    /// <summary>Characters; more is a text and no row of one link.</summary>
    private const int MostOfARow = 120;

    /// <summary>Elements within elements, at most; links deeper have no label.</summary>
    private const int MostDepth = 200;

    /// <summary>Elements around a link that may be its row.</summary>
    private const int DepthOfRow = 4;

    /// <summary>Columns that one cell spans, at most.</summary>
    private const int MostSpan = 50;

    private readonly Dictionary<IElement, Section?> sections = [];
    private readonly Dictionary<IElement, Dictionary<IElement, Heads>> tables = [];

    private readonly HashSet<IElement> tabs = [];
    private readonly Func<IElement, bool> leads;

    /// <param name="leads">Whether an element leads anywhere: it is no heading.</param>
    public LinkLabels(IDocument document, Func<IElement, bool> leads)
    {
        this.leads = leads;
        if (document.Body is { } body)
        {
            Walk(body, null, 0);
        }
    }

    /// <param name="Rank">Of h1 to h6; 7 for what only looks like a heading.</param>
    /// <param name="Key">Headings of one rank that look alike take each other's place.</param>
    private sealed record Section(int Rank, string Key, string Text, Section? Above);

    /// <returns>Empty where nothing tells the year, or several years are told.</returns>
    /// <param name="isSilent">It shows a picture alone: a heading above it does not make it one of its list.</param>
    public string Of(IElement link, bool isSilent = false)
    {
        var heads = OfTable(link);
        if (heads is { HasYear: true })
        {
            return heads.Text;
        }

        if (heads is not null && YearsOf(heads.Text).Count > 0)
        {
            return $"{heads.Text} {OfSubject(link)}".Trim();
        }

        var label = OfRow(link) ?? (isSilent && heads is null ? null : OfSection(link) ?? CaptionOf(link)) ?? string.Empty;
        return heads is null || label.Length == 0 ? label : $"{heads.Text} {label}";
    }

    /// <summary>Whether an element shows a part of the page that is there: one of a strip of tabs, or one that names its panel.</summary>
    public bool IsTab(IElement element) => tabs.Contains(element)
        || (NamedPanel(element) is { } panel && (panel.ChildElementCount > 0 || !string.IsNullOrWhiteSpace(panel.TextContent)));

    /// <summary>What the heads of a cell say, of its column with a year or of its row alone.</summary>
    private sealed record Heads(string Text, bool HasYear);

    /// <summary>The headings that are in force before each element, and those that stand within it.</summary>
    private (int Length, bool HasLink) Walk(IElement parent, Section? above, int depth)
    {
        var (length, hasLink) = (0, false);
        var current = above;
        var shown = new Dictionary<IElement, Section>();
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                length += text.Data.AsSpan().Trim().Length;
                if (parent.LocalName == "li" && !string.IsNullOrWhiteSpace(text.Data) && parent.QuerySelector("ul, ol") is not null
                    && LinkReading.IssuerOf(Fold(text.Data)) is null)
                {
                    // The name of a node of a tree, before what hangs on it.
                    current = new Section(7, "text", Fold(text.Data), current);
                }
            }

            if (node is not IElement child || child.LocalName is "script" or "style" or "noscript" || depth >= MostDepth)
            {
                continue;
            }

            var own = shown.GetValueOrDefault(child) ?? sections.GetValueOrDefault(child) ?? current;
            sections[child] = own;
            var inner = Walk(child, own, depth + 1);
            length += inner.Length;
            hasLink |= inner.HasLink || leads(child);
            if (inner.Length is > 0 and <= MostOfAHeading)
            {
                current = After(current, above, child, inner.HasLink || leads(child), shown);
            }
        }

        return (length, hasLink);
    }

    private Section? After(Section? current, Section? above, IElement passed, bool hasLink, Dictionary<IElement, Section> shown)
    {
        foreach (var (panel, tab) in PanelsOf(passed))
        {
            tabs.UnionWith(Within(passed).Where(static element => LinkReading.IssuerOf(Fold(element.TextContent)) is null)
                .SelectMany(static element => element.QuerySelectorAll("*").Prepend(element)));
            var section = new Section(7, string.Empty, tab, current);
            shown[panel] = section;
            sections[panel] = section;
        }

        var heading = IsHeading(passed) ? passed
            : passed.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Take(2).ToList() is [var only] ? only : null;
        var text = heading is not null ? Fold(heading.TextContent) : WithoutLinks(passed, hasLink);
        // The title of an item, which leads to it or stands in what does, is no heading of what follows.
        if (text.Length == 0 || (LinkReading.IssuerOf(text) is not null
            && (heading is null || heading.QuerySelectorAll("a").Concat(heading.Ancestors<IElement>()).Any(leads))))
        {
            return current;
        }

        var rank = heading is null ? 7 : heading.LocalName[1] - '0';
        var key = heading is null ? $"{passed.LocalName}.{passed.ClassName}" : string.Empty;
        var below = current;
        for (var section = current; section != above && section is not null; section = section.Above)
        {
            if (rank < 7 ? section.Rank >= rank : section.Rank == 7 && section.Key == key)
            {
                below = section.Above;
            }
        }

        return new Section(rank, key, text, below);
    }

    /// <summary>
    /// Tabs (2026年, 2025年; 部门预算, 部门决算) that lead nowhere, and what each shows: as many elements as there are tabs, side by side after them.
    /// </summary>
    private IEnumerable<(IElement Panel, string Tab)> PanelsOf(IElement strip)
    {
        var shown = Within(strip);
        var tabs = shown.Select(static tab => Fold(tab.TextContent)).ToList();
        if (tabs.Count < 2 || strip.QuerySelectorAll("*").Any(leads)
            || tabs.Exists(static tab => YearsOf(tab).Count != 1 && !LinkWords.Say(LinkWordList.Subject, tab))
            || tabs.Distinct(StringComparer.Ordinal).Count() < tabs.Count)
        {
            return [];
        }

        var named = shown.Select(NamedPanel).ToList();
        if (named.TrueForAll(static panel => panel is not null) && named.Distinct().Count() == tabs.Count)
        {
            return named.Zip(tabs, static (panel, tab) => (panel!, tab));
        }

        if (strip.NextElementSibling is not { } next)
        {
            return [];
        }

        var panels = Within(next);
        if (panels.Count != tabs.Count)
        {
            panels = [];
            for (var sibling = next; sibling is not null && sibling.LocalName == next.LocalName;
                sibling = sibling.NextElementSibling)
            {
                panels.Add(sibling);
            }
        }

        return panels.Count == tabs.Count ? panels.Zip(tabs) : [];
    }

    /// <summary>The element whose name a tab has: <c>data-tab="y2026"</c>, <c>href="#y2026"</c>.</summary>
    private static IElement? NamedPanel(IElement tab) => tab.QuerySelectorAll("*").Prepend(tab)
        .SelectMany(static element => element.Attributes)
        .Where(static attribute => attribute.Name is not ("id" or "class" or "style"))
        .SelectMany(static attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)
            ? Argument().Matches(attribute.Value).Select(static given => given.Groups[1].Value) : [attribute.Value])
        .Select(static name => name.TrimStart('#')).Where(static name => name.Length > 0)
        .Select(name => tab.Owner?.GetElementById(name)).FirstOrDefault(panel => panel is not null && !panel.Contains(tab));

    private static List<IElement> Within(IElement element)
    {
        var children = element.Children;
        for (var depth = 0; depth < DepthOfRow && children.Length == 1; depth++)
        {
            children = children[0].Children;
        }

        return [.. children];
    }

    /// <summary>What a heading says beside its 更多; empty where it holds links that say something.</summary>
    private string WithoutLinks(IElement element, bool hasLink)
    {
        if (!hasLink)
        {
            return Fold(element.TextContent);
        }

        var links = element.QuerySelectorAll("*").Prepend(element).Where(leads).Select(static link => Fold(link.TextContent)).ToList();
        return links.Exists(static link => !LinkWords.Say(LinkWordList.Generic, link)) ? string.Empty
            : Fold(links.Aggregate(Fold(element.TextContent), static (text, link) => link.Length == 0 ? text
                : text.Replace(link, string.Empty, StringComparison.Ordinal)));
    }

    private static bool IsHeading(IElement element) => element.LocalName is ['h', >= '1' and <= '6'];

    /// <summary>The nearest heading that has a year; one of another matter, or of two years, holds for what is below it, too.</summary>
    private string? OfSection(IElement link)
    {
        var subject = string.Empty;
        for (var section = sections.GetValueOrDefault(link); section is not null; section = section.Above)
        {
            var years = YearsOf(section.Text);
            if (years.Count > 0)
            {
                return years.Count != 1 || LinkWords.MeaningOf(LinkWordList.Refused, section.Text) is not null ? null
                    : LinkWords.Say(LinkWordList.Subject, section.Text) ? section.Text
                    : !YearAlone().IsMatch(section.Text) ? null
                    : subject.Length > 0 ? $"{subject} {WithItsWord(section.Text)}" : OfYear(section);
            }

            if (subject.Length == 0 && LinkWords.Say(LinkWordList.Subject, section.Text)
                && LinkWords.MeaningOf(LinkWordList.Refused, section.Text) is null)
            {
                // 部门预算 below 2026年
                subject = section.Text;
            }

            if (LinkWords.Say(LinkWordList.Aside, section.Text))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Of its table, where it says the year and of what.</summary>
    private static string? CaptionOf(IElement link) => link.Closest("table")?.QuerySelector("caption") is { } caption
        && Fold(caption.TextContent) is var text && LinkReading.IsOfAYear(text) ? text : null;

    /// <summary>The nearest heading that speaks of budgets and of no year.</summary>
    private string OfSubject(IElement link)
    {
        for (var section = sections.GetValueOrDefault(link); section is not null; section = section.Above)
        {
            if (YearsOf(section.Text).Count == 0 && LinkWords.Say(LinkWordList.Subject, section.Text)
                && LinkWords.MeaningOf(LinkWordList.Refused, section.Text) is null)
            {
                return section.Text;
            }
        }

        return string.Empty;
    }

    /// <summary>A year that stands alone is of what the next heading above it without a year is of: 部门决算 over 2024年.</summary>
    private static string OfYear(Section year)
    {
        for (var section = year.Above; section is not null && YearsOf(section.Text).Count == 0; section = section.Above)
        {
            if (LinkWords.Say(LinkWordList.Subject, section.Text))
            {
                return LinkWords.MeaningOf(LinkWordList.Refused, section.Text) is null ? $"{section.Text} {WithItsWord(year.Text)}"
                    : WithItsWord(year.Text);
            }
        }

        return WithItsWord(year.Text);
    }

    /// <summary>The row whose only link it is says the year: 财政年度：2026年. Empty where it says several.</summary>
    private static string? OfRow(IElement link)
    {
        var row = link.ParentElement;
        for (var depth = 0; depth < DepthOfRow && row?.QuerySelectorAll("a").Length == 1; depth++, row = row.ParentElement)
        {
            if (!IsRow(row))
            {
                continue;
            }

            var text = Fold(row.TextContent);
            return text.Length > MostOfARow ? null : YearsOf(text).Count switch { 0 => null, 1 => text, _ => string.Empty };
        }

        return null;
    }

    /// <summary>An item, or one of several that look alike and hold a link each.</summary>
    private static bool IsRow(IElement element) => element.LocalName is "li" or "tr" or "dd"
        || IsAlike(element, element.PreviousElementSibling) || IsAlike(element, element.NextElementSibling);

    private static bool IsAlike(IElement one, IElement? other) => other is not null && one.LocalName == other.LocalName
        && one.ClassName == other.ClassName && other.QuerySelector("a") is not null;

    private Heads? OfTable(IElement link)
    {
        if (link.Closest("td") is not { } cell || cell.Closest("table") is not { } table)
        {
            return null;
        }

        if (!tables.TryGetValue(table, out var labels))
        {
            labels = tables[table] = CellsOf(table);
        }

        return labels.GetValueOrDefault(cell);
    }

    /// <summary>Of cells with links, what the heads of their column and row say: 某市教育局 2025年 部门决算.</summary>
    private static Dictionary<IElement, Heads> CellsOf(IElement table)
    {
        var labels = new Dictionary<IElement, Heads>();
        var heads = new SortedDictionary<int, string>();
        var reaching = new Dictionary<int, (int Rows, string Text)>();
        var isHead = true;
        foreach (var row in table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table))
        {
            isHead &= row.QuerySelector("a") is null;
            var name = string.Empty;
            var years = new HashSet<string>(StringComparer.Ordinal);
            var isUsed = false;
            var column = 0;
            var nameless = new List<(IElement Cell, int Column)>();
            foreach (var cell in row.Children.Where(static cell => cell.LocalName is "td" or "th"))
            {
                while (reaching.GetValueOrDefault(column).Rows > 0)
                {
                    reaching[column] = (reaching[column].Rows - 1, reaching[column].Text);
                    Name(reaching[column].Text);
                    column++;
                }

                var text = WithItsWord(Fold(cell.TextContent));
                var span = SpanOf(cell, "colspan");
                if (isHead)
                {
                    for (var over = column; over < column + span; over++)
                    {
                        heads[over] = $"{heads.GetValueOrDefault(over)} {text}".Trim();
                    }
                }
                else if (cell.QuerySelector("a") is not null)
                {
                    isUsed = true;
                    Tell(cell, column);
                    if (name.Length == 0)
                    {
                        nameless.Add((cell, column));
                    }
                }
                else
                {
                    Name(text);
                }

                for (var over = column; over < column + span; over++)
                {
                    reaching[over] = (SpanOf(cell, "rowspan") - 1, text);
                }

                column += span;
            }

            // The body that publishes may stand after what it publishes.
            foreach (var (cell, place) in name.Length > 0 ? nameless : [])
            {
                Tell(cell, place);
            }

            // Of several offices before a link the first; those after it name what follows them.
            void Name(string text)
            {
                if (YearsOf(text).Count == 1 && (YearAlone().IsMatch(text) || LinkWords.Say(LinkWordList.Subject, text)))
                {
                    years.Add(text);
                }

                if ((name.Length == 0 || (isUsed && nameless.Count == 0)) && LinkReading.IssuerOf(text) is not null)
                {
                    (name, isUsed) = (text, false);
                }
            }

            void Tell(IElement cell, int place)
            {
                // Offices beside rows of years, or years beside rows of offices.
                var head = heads.GetValueOrDefault(place, string.Empty);
                if (YearsOf(head).Count == 1)
                {
                    labels[cell] = new Heads($"{name} {head}".Trim(), true);
                }
                else if (years.Count == 1)
                {
                    var year = years.First();
                    var office = name.Length == 0 && LinkReading.IssuerOf(head) is not null ? head : name;
                    labels[cell] = new Heads($"{office} {year}".Trim(), LinkWords.Say(LinkWordList.Subject, year));
                }
                else if (name.Length > 0)
                {
                    labels[cell] = new Heads(name, false);
                }
            }
        }

        return labels;
    }

    private static int SpanOf(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            ? Math.Clamp(span, 1, MostSpan) : 1;

    /// <summary>Fiscal years; no days (2026年2月28日, 2026-02-28), and no numbers of a catalogue (0142/2026-00031).</summary>
    private static HashSet<string> YearsOf(string text) =>
        [.. Year().Matches(text).Select(static match => match.Groups[1].Value)];

    /// <summary>A year that stands alone is one, also without its word: 2026.</summary>
    private static string WithItsWord(string text) => YearAlone().IsMatch(text) && !text.Contains('年', StringComparison.Ordinal)
        ? $"{Year().Match(text).Groups[1].Value}年" : text;

    private static string Fold(string text) => HtmlPage.Fold(text);

    [GeneratedRegex(@"(?<![\dA-Za-z/.-])(20\d\d)(?![\dA-Za-z/.-])(?!\s*年\s*\d{1,2}\s*月)")]
    private static partial Regex Year();

    /// <summary>Of <c>onclick="show('y2024')"</c>.</summary>
    [GeneratedRegex("""["']#?([\w-]{1,60})["']""")]
    private static partial Regex Argument();

    [GeneratedRegex(@"^[\s·●■>]*20\d\d\s*年?度?[\s:：]*$")]
    private static partial Regex YearAlone();
}
