using System.Collections.Frozen;
using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Subjects;

/// <summary>A row of a subject map: a name of a code, and the years in which it is in force.</summary>
/// <param name="ValidFrom">First year; null for 2018 or earlier.</param>
/// <param name="ValidTo">Last year; null for still in force.</param>
/// <param name="IsLegacy">Only in the 2009 table; never matched against documents of 2018 and later.</param>
internal sealed record SubjectRow(
    string Code,
    string Name,
    SubjectLevel Level,
    string? ParentCode,
    int? ValidFrom,
    int? ValidTo,
    bool IsLegacy,
    SubjectDocumentation Documentation)
{
    private static readonly WordSet FundNames = ReadingWords.Of(WordList.GovernmentFundName);

    private static readonly string[] Columns =
        ["code", "name", "level", "parent", "valid_from", "valid_to", "approx", "status", "source", "year_seen", "note"];

    private static readonly string[] ColumnsWithBudget =
        ["code", "name", "level", "parent", "valid_from", "valid_to", "approx", "status", "budget", "source", "year_seen", "note"];

    /// <summary>The budgets that use the subject; none where the map does not tell.</summary>
    public ImmutableArray<Fund> Funds { get; init; } = [];

    /// <summary>
    /// The newest edition that the row tells of: the one in which it begins, or the one that no longer has it; 0 for none.
    /// </summary>
    public int NewestYearTold => Math.Max(ValidFrom ?? 0, ValidTo + 1 ?? 0);

    /// <summary>Years from the one in force: 0 where it is in force in <paramref name="year"/>.</summary>
    public int Distance(int year) =>
        year < (ValidFrom ?? int.MinValue) ? ValidFrom!.Value - year :
        year > (ValidTo ?? int.MaxValue) ? year - ValidTo!.Value : 0;

    public static List<SubjectRow> Read(MapFile file, FrozenSet<string> sources, MapFaults faults)
    {
        var hasBudget = file.Text.AsSpan(0, Math.Max(0, file.Text.IndexOf('\n', StringComparison.Ordinal)))
            .Contains(",budget,", StringComparison.Ordinal);
        var rows = new List<SubjectRow>();
        foreach (var row in MapTable.Read(file, hasBudget ? ColumnsWithBudget : Columns, faults).Rows)
        {
            var code = row["code"];
            var parent = row["parent"];
            if (!TryLevel(row["level"], out var level) || code.Length != LengthOf(level) || !code.All(char.IsAsciiDigit))
            {
                faults.Add(row, $"code '{code}' of level '{row["level"]}': a class has 3 digits, a group 5, an item 7");
                continue;
            }

            if (parent.Length > 0 ? !code.StartsWith(parent, StringComparison.Ordinal) || parent.Length != code.Length - 2
                : level != SubjectLevel.Class)
            {
                faults.Add(row, $"parent '{parent}' is not the level above '{code}'");
            }

            if (row["name"].Length == 0)
            {
                faults.Add(row, $"code '{code}' has no name");
            }

            var status = row["status"];
            if (status is not ("current" or "former" or "legacy2009" or "observed"))
            {
                faults.Add(row, $"status '{status}': write current, former, legacy2009 or observed");
            }

            var (from, to) = (row.Year("valid_from", faults), row.Year("valid_to", faults));
            if (from > to)
            {
                faults.Add(row, $"valid_from {from} is after valid_to {to}");
            }

            rows.Add(new SubjectRow(code, row["name"], level, parent.Length == 0 ? null : parent, from, to, status == "legacy2009",
                DocumentationOf(row, status, sources, faults))
            { Funds = hasBudget ? FundsOf(row, faults) : [] });
        }

        return rows;
    }

    private static ImmutableArray<Fund> FundsOf(MapRow row, MapFaults faults)
    {
        var funds = ImmutableArray.CreateBuilder<Fund>();
        foreach (var name in row["budget"].Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (FundNames.MeaningOf(name) is { } means && SchemaName.TryParse<Fund>(means, out var fund))
            {
                funds.Add(fund);
            }
            else
            {
                faults.Add(row, $"budget '{name}': no word of the list 'government_fund_name'");
            }
        }

        return funds.ToImmutable();
    }

    private static SubjectDocumentation DocumentationOf(MapRow row, string status, FrozenSet<string> sources, MapFaults faults)
    {
        var ids = row["source"].Split(';');
        foreach (var id in ids.Where(id => !sources.Contains(id)))
        {
            faults.Add(row, $"source '{id}' is not in pipelines/subjects/sources.csv");
        }

        return status == "observed" ? SubjectDocumentation.Observed
            : ids is ["knowledge"] ? SubjectDocumentation.Knowledge
            : ids.All(static id => id == "knowledge" || id.StartsWith("supervise-", StringComparison.Ordinal))
                ? SubjectDocumentation.Vintage2009
            : SubjectDocumentation.Documented;
    }

    private static bool TryLevel(string text, out SubjectLevel level)
    {
        level = text switch { "class" => SubjectLevel.Class, "group" => SubjectLevel.Group, _ => SubjectLevel.Item };
        return text is "class" or "group" or "item";
    }

    private static int LengthOf(SubjectLevel level) => level switch { SubjectLevel.Class => 3, SubjectLevel.Group => 5, _ => 7 };
}
