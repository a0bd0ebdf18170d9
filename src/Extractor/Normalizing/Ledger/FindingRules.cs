using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Evidence;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Ledger;

/// <summary>What each rule of findings means and what to do about it: <c>pipelines/findings/rules.csv</c>.</summary>
internal static class FindingRules
{
    public const string FileName = "pipelines/findings/rules.csv";

    private static readonly ImmutableArray<string> Columns =
    [
        "rule", "name_zh", "name_en", "departments", "governments", "meaning_zh", "meaning_en", "advice_zh", "advice_en",
    ];

    public static ImmutableArray<FindingRuleText> Read(IReadOnlyDictionary<string, MapFile> files, MapFaults faults)
    {
        if (!files.TryGetValue(FileName, out var file))
        {
            faults.Add(FileName, 1, "the map is missing");
            return [];
        }

        var texts = ImmutableArray.CreateBuilder<FindingRuleText>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in MapTable.Read(file, Columns, faults).Rows)
        {
            if (!seen.Add(row["rule"]))
            {
                faults.Add(row, $"'{row["rule"]}' has a row above");
            }

            if (Columns.FirstOrDefault(column => row[column].Length == 0) is { } blank)
            {
                faults.Add(row, $"'{blank}' is blank");
            }

            texts.Add(new FindingRuleText(row["rule"], row["name_zh"], row["name_en"], row["departments"], row["governments"],
                row["meaning_zh"], row["meaning_en"], row["advice_zh"], row["advice_en"]));
        }

        return texts.ToImmutable();
    }

    /// <summary>The published names, each with its meaning and what to do.</summary>
    public static CodeList CodeList(ImmutableArray<FindingRuleText> texts) => new("finding_rule",
    [
        .. texts.Select(static text => new CodeTerm(text.Rule, $"{text.NameZh}：{text.MeaningZh}。{text.AdviceZh}",
            $"{text.NameEn}: {text.MeaningEn}. {text.AdviceEn}")),
    ]);
}
