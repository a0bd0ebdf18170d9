using Extractor.Extracting.Words;

namespace Extractor.Extracting.Sections;

/// <summary>How a single line of a contents list (目录) reads.</summary>
internal static class ContentsLines
{
    /// <summary>A longer line is no entry; long ones are wrapped.</summary>
    private const int LongestEntry = 70;

    private static readonly LayoutWords Titles = LayoutWords.Of(LayoutWordList.ContentsTitle);

    /// <summary>What stands between an entry and its page.</summary>
    private const string Leaders = ".．…·‥⋯_ ";

    /// <summary>目录, 目次, 报表目录, printed with any spaces.</summary>
    public static bool IsTitle(ReadOnlySpan<char> text)
    {
        return Titles.Are(NarrativeText.WithoutSpaces(text));
    }

    /// <summary>A heading, dots, a page number: <c>第一部分 部门概况 ........ 3</c>.</summary>
    public static bool HasLeader(ReadOnlySpan<char> text)
    {
        text = WithoutBrackets(text.TrimEnd());
        var withoutNumber = text.TrimEnd("0123456789-—－– ");
        var bare = WithoutLeader(text);
        return withoutNumber.Length < text.Length && withoutNumber.Length - bare.Length >= 3 && !bare.IsEmpty;
    }

    /// <summary>Numbered like a heading or a table, and no sentence.</summary>
    public static bool IsNumbered(ReadOnlySpan<char> text)
    {
        text = text.Trim("-–—•● ");
        return text.Length <= LongestEntry && !IsSentence(text) && (HeadingNumber.Read(text).Depth > 0 || IsTableNumber(text));
    }

    public static bool IsSentence(ReadOnlySpan<char> text) =>
        text.Contains('。') || text.TrimEnd() is [.., '；' or '，' or '：' or ';' or ','];

    /// <summary>The entry without white space, dots and page number.</summary>
    public static string EntryOf(ReadOnlySpan<char> text) => NarrativeText.WithoutSpaces(WithoutLeader(text.TrimStart("-–—•● ")));

    /// <summary>表1, 附表3, 附件2.</summary>
    private static bool IsTableNumber(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart('附').TrimStart("表件").TrimStart();
        return rest.Length < text.Length && !rest.IsEmpty && char.IsAsciiDigit(rest[0]);
    }

    private static ReadOnlySpan<char> WithoutLeader(ReadOnlySpan<char> text)
    {
        text = WithoutBrackets(text.TrimEnd());
        var bare = text.TrimEnd("0123456789-—－– ").TrimEnd(Leaders);
        return bare.Length < text.Length - 2 ? bare : text;
    }

    /// <summary>
    /// A page number in brackets behind dots, <c>…… (12)</c>, loses its brackets: the number may be cut off as any other.
    /// </summary>
    private static ReadOnlySpan<char> WithoutBrackets(ReadOnlySpan<char> text)
    {
        var number = text.TrimEnd(")）").TrimEnd("0123456789");
        var rest = number.TrimEnd("(（").TrimEnd();
        return number.Length < text.Length - 1 && rest.Length < number.Length && rest.TrimEnd(Leaders).Length < rest.Length
            ? string.Concat(rest, "0")
            : text;
    }
}
