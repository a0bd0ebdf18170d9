using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Sections;

/// <summary>
/// Gives every section its canonical key: the first rule that its heading meets, else the key of the section it
/// stands in where that one is about a single subject (支出具体情况 and the departments listed under it).
/// </summary>
/// <param name="rules">In the order of the map; the first that matches decides.</param>
public sealed class SectionKeyClassifier(ImmutableArray<SectionHeadingRule> rules)
{
    private const string Other = "other";

    /// <summary>A goal is a sentence, and its words are no subject: 深化落实所有者职责 is none of the duties.</summary>
    private const string Goals = "annual_goals";

    /// <summary>Keys that their subsections share unless they say otherwise.</summary>
    private static readonly ImmutableArray<string> Inherited =
        [Goals, "budget_overview", "expenditure_detail", "glossary", "key_projects", "performance_management", "three_public"];

    public ImmutableArray<SectionMeaning> Classify(ImmutableArray<ExtractedSection> sections)
    {
        var meanings = ImmutableArray.CreateBuilder<SectionMeaning>(sections.Length);
        var keys = new Dictionary<int, string>();
        foreach (var section in sections)
        {
            var parentKey = section.ParentOrdinal is { } parent ? keys.GetValueOrDefault(parent) : null;
            var key = section.HeadingAsPrinted is { } heading && parentKey != Goals ? KeyOf(heading) : null;
            if (key is null && parentKey is not null && Inherited.Contains(parentKey))
            {
                key = parentKey;
            }

            keys[section.Ordinal] = key ?? Other;
            meanings.Add(new SectionMeaning(section.Ordinal, key ?? Other));
        }

        return meanings.MoveToImmutable();
    }

    private string? KeyOf(string headingAsPrinted)
    {
        var heading = FoldedText.Of(headingAsPrinted);
        foreach (var rule in rules)
        {
            if (rule.Matches(heading))
            {
                return rule.SectionKey;
            }
        }

        return null;
    }
}
