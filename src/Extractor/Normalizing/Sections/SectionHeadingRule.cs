using System.Collections.Immutable;

namespace Extractor.Normalizing.Sections;

/// <summary>One row of <c>pipelines/headings/sections.csv</c>: a heading that holds all the words has the key.</summary>
/// <param name="SectionKey">Of SCHEMA.md: overview, duties, …</param>
public sealed record SectionHeadingRule(string SectionKey, ImmutableArray<string> Words)
{
    public bool Matches(string heading)
    {
        foreach (var word in Words)
        {
            if (!heading.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
