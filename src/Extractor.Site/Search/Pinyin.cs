using System.Text;
using Extractor.Site.Assets;

namespace Extractor.Site.Search;

/// <summary>How Chinese letters are read (拼音), without tones: the most frequent reading of each.</summary>
internal sealed class Pinyin
{
    private readonly Dictionary<char, string> readings = [];

    public Pinyin()
    {
        using var lines = new StreamReader(BrowserAssets.OpenForGenerator("pinyin.txt"));
        while (lines.ReadLine() is { } line)
        {
            var parts = line.Split(' ', 2);
            foreach (var letter in parts[1])
            {
                readings[letter] = parts[0];
            }
        }
    }

    /// <summary>商务局 as <c>shangwuju swj</c>: whole and by first letters; other letters stay.</summary>
    public string Of(string? text)
    {
        var (whole, firsts) = (new StringBuilder(), new StringBuilder());
        foreach (var letter in text ?? string.Empty)
        {
            var read = readings.GetValueOrDefault(letter);
            whole.Append(read ?? letter.ToString());
            firsts.Append(read is null ? letter : read[0]);
        }

        return $"{whole} {firsts}";
    }
}
