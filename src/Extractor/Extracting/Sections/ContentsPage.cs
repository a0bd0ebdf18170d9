namespace Extractor.Extracting.Sections;

/// <summary>Recognises pages of contents (目录), with or without dot leaders and page numbers, and reads their entries.</summary>
internal static class ContentsPage
{
    /// <summary>So many entries with leaders make a page one of contents.</summary>
    private const int FewestEntries = 3;

    public static bool Is(PageText page)
    {
        var lines = 0;
        var leaders = 0;
        var headings = 0;
        var titled = false;
        foreach (var line in page.Lines)
        {
            if (line.Role == LineRole.Furniture)
            {
                continue;
            }

            lines++;
            var text = line.Line.Text;
            if (IsTitle(text))
            {
                titled = true;
            }
            else if (HasLeader(text))
            {
                leaders++;
            }
            else if (HeadingNumber.Read(text.AsSpan().TrimStart("-–—•● ")).Depth > 0 && text.TrimEnd() is not [.., '。' or '；' or '，'])
            {
                headings++;
            }
        }

        return leaders >= FewestEntries && leaders * 2 >= lines
            || titled && leaders + headings >= FewestEntries && (leaders + headings) * 2 >= lines - 1;
    }

    /// <summary>Adds the page's entries, white space removed, to <paramref name="entries"/>.</summary>
    public static void ReadEntries(PageText page, HashSet<string> entries)
    {
        foreach (var line in page.Lines)
        {
            if (line.Role != LineRole.Furniture)
            {
                var entry = NarrativeText.WithoutSpaces(WithoutLeader(line.Line.Text.AsSpan().TrimStart("-–—•● ")));
                if (entry.Length > 2)
                {
                    entries.Add(entry);
                }
            }
        }
    }

    /// <summary>目录, printed with any spaces.</summary>
    private static bool IsTitle(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.Length >= 2 && text[0] is '目' && text[^1] is '录' && text[1..^1].Trim().IsEmpty;
    }

    /// <summary>A heading, dots, a page number: <c>第一部分 部门概况 ........ 3</c>.</summary>
    private static bool HasLeader(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        var withoutNumber = text.TrimEnd("0123456789-—－– ");
        var bare = WithoutLeader(text);
        return withoutNumber.Length < text.Length && withoutNumber.Length - bare.Length >= 3 && !bare.IsEmpty;
    }

    private static ReadOnlySpan<char> WithoutLeader(ReadOnlySpan<char> text)
    {
        var bare = text.TrimEnd().TrimEnd("0123456789-—－– ").TrimEnd(".．…·‥⋯_ ");
        return bare.Length < text.TrimEnd().Length - 2 ? bare : text.TrimEnd();
    }
}
