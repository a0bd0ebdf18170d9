using System.Collections.Immutable;
using System.Text;

namespace Extractor.Extracting.Sections;

/// <summary>The contents list (目录) of a document: where it stands, and what it names.</summary>
internal sealed class ContentsList
{
    /// <summary>So many entries make a list.</summary>
    private const int FewestEntries = 3;

    /// <summary>So many numbered lines and nothing else make a list of a page without the word 目录, if they are printed again.</summary>
    private const int FewestUntitled = 5;

    /// <summary>An entry that fills its line to this share of the page goes on in the next.</summary>
    private const double FullLine = 0.75;

    /// <summary>A shorter title ends too many headings.</summary>
    private const int ShortestTitle = 4;

    private readonly HashSet<string> entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> wrapped = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (int Start, int End)> places = [];
    private string first = string.Empty;

    private ContentsList()
    {
    }

    public static ContentsList Read(IReadOnlyList<PageText> pages)
    {
        var contents = new ContentsList();
        var goesOn = false;
        for (var index = 0; index < pages.Count; index++)
        {
            var page = pages[index];
            var (start, end) = StretchOf(page);
            if (start == end && goesOn)
            {
                (start, end) = contents.RestOf(page);
            }

            if (start == end && IsUntitled(page, pages, index))
            {
                (start, end) = (0, page.Lines.Length);
            }

            goesOn = end > start && end == page.Lines.Length;
            if (end > start)
            {
                contents.places.Add(page.Number, (start, end));
                contents.AddEntries(page, start, end);
            }
        }

        return contents;
    }

    /// <param name="line">Of <see cref="PageText.Lines"/>.</param>
    public bool Holds(int pageNumber, int line) => places.TryGetValue(pageNumber, out var place) && line >= place.Start && line < place.End;

    public ImmutableArray<string> LinesOn(PageText page) =>
        [.. page.Lines.Where((line, index) => line.Role == LineRole.Text && Holds(page.Number, index)).Select(static line =>
            line.Line.Text)];

    /// <summary>Whether all text of the page is contents.</summary>
    public bool IsWhole(PageText page)
    {
        for (var line = 0; line < page.Lines.Length; line++)
        {
            if (page.Lines[line].Role == LineRole.Text && !Holds(page.Number, line))
            {
                return false;
            }
        }

        return places.ContainsKey(page.Number);
    }

    /// <summary>Whether the list names a heading as it is printed, number and all.</summary>
    public bool Names(string heading) => entries.Contains(NarrativeText.WithoutSpaces(heading));

    /// <summary>Whether the list begins on an earlier page: a cover is no heading that it names.</summary>
    public bool StandsBefore(int pageNumber) => places.Keys.Any(page => page < pageNumber);

    /// <summary>
    /// Whether a heading without a number ends with a title of the list: 上海市审计局（单位）主要职能 is the entry 一、单位主要职能.
    /// </summary>
    public bool NamesEndOf(string heading)
    {
        var letters = LettersOf(heading);
        for (var start = 0; start <= letters.Length - ShortestTitle; start++)
        {
            if (titles.Contains(letters[start..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The lines of a page from the word 目录, or from leader to leader; an empty stretch where there is no list.</summary>
    private static (int Start, int End) StretchOf(PageText page)
    {
        if (!page.Tables.IsEmpty)
        {
            return default;
        }

        var lines = 0;
        var leaders = 0;
        var numbered = 0;
        var title = -1;
        var first = string.Empty;
        var end = page.Lines.Length;
        for (var index = 0; index < page.Lines.Length && end == page.Lines.Length; index++)
        {
            var text = page.Lines[index].Line.Text;
            if (page.Lines[index].Role == LineRole.Furniture)
            {
                continue;
            }

            var hasLeader = ContentsLines.HasLeader(text);
            if (title < 0 && ContentsLines.IsTitle(text))
            {
                title = index;
            }
            else if (hasLeader || ContentsLines.IsNumbered(text))
            {
                // The list is over where its first entry is printed again.
                var entry = ContentsLines.EntryOf(text);
                if (!hasLeader && entry == first)
                {
                    end = index;
                    continue;
                }

                first = first.Length == 0 ? entry : first;
                leaders += hasLeader ? 1 : 0;
                numbered += hasLeader ? 0 : 1;
            }

            lines++;
        }

        var isList = leaders >= FewestEntries && leaders * 2 >= lines
            || title >= 0 && leaders + numbered >= FewestEntries && (leaders + numbered) * 2 >= lines - 1;
        return isList ? (0, end) : default;
    }

    /// <summary>The top of the page after a list as far as it holds nothing but entries, and none of those before.</summary>
    private (int Start, int End) RestOf(PageText page)
    {
        var numbered = 0;
        var end = 0;
        for (; end < page.Lines.Length && page.Tables.IsEmpty; end++)
        {
            var text = page.Lines[end].Line.Text;
            if (page.Lines[end].Role == LineRole.Furniture)
            {
                continue;
            }

            if (ContentsLines.IsSentence(text))
            {
                return default;
            }

            if (IsPrintedAgain(ContentsLines.EntryOf(text)))
            {
                break;
            }

            numbered += ContentsLines.HasLeader(text) || ContentsLines.IsNumbered(text) ? 1 : 0;
        }

        return numbered > 0 ? (0, end) : default;
    }

    /// <summary>Whether the list has the entry already, or begins with it: 第一部分 may stand alone above its name.</summary>
    private bool IsPrintedAgain(string entry) => entry.Length > 1 && (entries.Contains(entry) && !wrapped.Contains(entry)
        || first.StartsWith(entry, StringComparison.Ordinal));

    /// <summary>Numbered lines and nothing else, some of which are printed on later pages again.</summary>
    private static bool IsUntitled(PageText page, IReadOnlyList<PageText> pages, int index)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in page.Lines)
        {
            if (line.Role == LineRole.Furniture)
            {
                continue;
            }

            if (!ContentsLines.IsNumbered(line.Line.Text))
            {
                return false;
            }

            own.Add(ContentsLines.EntryOf(line.Line.Text));
        }

        if (!page.Tables.IsEmpty || own.Count < FewestUntitled)
        {
            return false;
        }

        var again = 0;
        foreach (var line in pages.Skip(index + 1).SelectMany(static later => later.Lines))
        {
            again += own.Remove(NarrativeText.WithoutSpaces(line.Line.Text)) ? 1 : 0;
        }

        return again >= FewestEntries;
    }

    private void AddEntries(PageText page, int start, int end)
    {
        var above = string.Empty;
        for (var index = start; index < end; index++)
        {
            var line = page.Lines[index];
            if (line.Role == LineRole.Furniture)
            {
                continue;
            }

            var text = line.Line.Text;
            var entry = ContentsLines.EntryOf(text);
            Add(entry);
            if (above.Length > 0 && !ContentsLines.IsNumbered(text))
            {
                Add(above + entry);
            }

            above = line.Line.Box.Right > FullLine * page.Width && !ContentsLines.HasLeader(text) ? entry : string.Empty;
            wrapped.Add(above);
            first = first.Length == 0 && HeadingNumber.Read(entry).Depth > 0 ? entry : first;
        }
    }

    private void Add(string entry)
    {
        if (entry.Length <= 2)
        {
            return;
        }

        entries.Add(entry);
        var title = LettersOf(entry.AsSpan(HeadingNumber.Read(entry).Length));
        if (title.Length >= ShortestTitle)
        {
            titles.Add(title);
        }
    }

    private static string LettersOf(ReadOnlySpan<char> text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                letters.Append(character);
            }
        }

        return letters.ToString();
    }
}
