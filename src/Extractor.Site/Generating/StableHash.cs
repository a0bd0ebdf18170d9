namespace Extractor.Site.Generating;

/// <summary>FNV-1a over UTF-16 units: the same on every machine and in the browser (<c>web/src/pages/search/text.ts</c>).</summary>
internal static class StableHash
{
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ unit) * 16777619u);
        }

        return hash;
    }
}
