using System.Buffers;
using System.Text;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>
/// Lines that belong together, folded into one string without white space, which can be searched over line breaks
/// and still tells what was printed: a cover breaks an issuer's name wherever the line is full.
/// </summary>
internal sealed class PrintedText
{
    private static readonly SearchValues<char> Numbering = SearchValues.Create("0123456789-_.、:附件表一二三四五六七八九十()");

    private readonly string printed;
    private readonly List<int> lineStarts = [];

    public PrintedText(IEnumerable<string> lines)
    {
        var folded = new StringBuilder();
        var kept = new StringBuilder();
        foreach (var line in lines)
        {
            lineStarts.Add(folded.Length);
            foreach (var character in line)
            {
                if (FoldedText.TryFold(character, out var one))
                {
                    folded.Append(one);
                    kept.Append(FoldedText.Ideograph(character));
                }
            }
        }

        Folded = folded.ToString();
        printed = kept.ToString();
    }

    /// <summary>One line as printed, without white space.</summary>
    public static string Of(string line) => new PrintedText([line]).printed;

    public string Folded { get; }

    public int Length => Folded.Length;

    /// <summary>As printed but for white space: brackets and digits keep their width.</summary>
    public string Printed(int start, int end) => printed[start..end];

    /// <summary>The index after the last character of the line that holds the character before <paramref name="end"/>.</summary>
    public int EndOfLine(int end)
    {
        foreach (var start in lineStarts)
        {
            if (start >= end)
            {
                return start;
            }
        }

        return Folded.Length;
    }

    /// <summary>True where a line starts at <paramref name="index"/>, numbers and 附件 before it left aside.</summary>
    public bool StartsLine(int index)
    {
        var start = lineStarts.Last(start => start <= index);
        return index - start <= 24 && !Folded.AsSpan(start, index - start).ContainsAnyExcept(Numbering);
    }

    /// <summary>The starts of the lines before <paramref name="end"/>, the first one first.</summary>
    public IEnumerable<int> LineStartsBefore(int end) => lineStarts.Where(start => start < end);
}
