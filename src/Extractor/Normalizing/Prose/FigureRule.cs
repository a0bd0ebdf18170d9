using System.Collections.Immutable;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Prose;

/// <summary>One row of <c>pipelines/headings/figures.csv</c>: what the words before a number say that it is.</summary>
/// <param name="FigureKeys">Usually one; two where one sentence states revenue and expenditure at once (收、支预算总计).</param>
/// <param name="Unit">What the number counts; a percentage is never named by a rule.</param>
/// <param name="SectionKeys">Of the sections that the rule speaks in; empty for all.</param>
public sealed record FigureRule(
    ImmutableArray<string> FigureKeys,
    FigureUnit Unit,
    ImmutableArray<string> SectionKeys,
    ImmutableArray<string> Words,
    ImmutableArray<string> Without)
{
    private const string FileName = "pipelines/headings/figures.csv";
    private static readonly string[] Columns = ["figure_keys", "unit", "sections", "words", "without", "note"];

    public static ImmutableArray<FigureRule> Read(IReadOnlyDictionary<string, MapFile> files, MapFaults faults)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(faults);
        if (!files.TryGetValue(FileName, out var file))
        {
            faults.Add(FileName, 1, "the map is missing");
            return [];
        }

        var rules = ImmutableArray.CreateBuilder<FigureRule>();
        foreach (var row in MapTable.Read(file, Columns, faults).Rows)
        {
            var unit = row["unit"];
            FigureUnit? counted = unit switch
            {
                "amount" => FigureUnit.Money,
                "vehicles" => FigureUnit.Vehicles,
                "devices" => FigureUnit.Devices,
                "persons" => FigureUnit.Persons,
                _ => null,
            };
            if (counted is null)
            {
                faults.Add(row, $"'{unit}' under unit is none of amount, vehicles, devices, persons");
                continue;
            }

            rules.Add(new FigureRule(
                Split(row["figure_keys"]), counted.Value, Split(row["sections"]), Split(row["words"]), Split(row["without"])));
        }

        return rules.ToImmutable();
    }

    public bool Matches(string sectionKey, string lead) => Matches(sectionKey, lead, lead);

    /// <param name="lead">What has to have the words.</param>
    /// <param name="surrounding">What may not have those that exclude the rule.</param>
    public bool Matches(string sectionKey, string lead, string surrounding)
    {
        if (!SectionKeys.IsEmpty && !SectionKeys.Contains(sectionKey))
        {
            return false;
        }

        foreach (var word in Words)
        {
            if (!lead.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        foreach (var word in Without)
        {
            if (surrounding.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static ImmutableArray<string> Split(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
