using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Headings;

/// <summary>Reads the headings over one column from the outermost to the innermost; an inner one says more than an outer one.</summary>
/// <param name="sides">Headings that hold a side of the table together and name none of its rows.</param>
internal sealed class ColumnPath(HeadingMaps maps, HashSet<string> sides, int? fiscalYear)
{
    private static readonly WordSet GeneralHeadings = ReadingWords.Of(WordList.GeneralHeading);

    private ColumnRole role = ColumnRole.Unmapped;
    private Component? component;
    private Fund? fund;
    private Classification? classification;
    private Period? period;
    private Phase? phase;
    private Direction? direction;
    private AmountUnit? unit;
    private int? year;
    private string? item;
    private bool isIgnored;
    private bool isOfWhich;
    private bool isEconomicClass;
    private string? narrowing;

    public ColumnMeaning Read(int column, string path)
    {
        var read = 0;
        foreach (var part in path.Split(HeaderReader.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            read += read == 0 ? part.Length : HeaderReader.PathSeparator.Length + part.Length;
            var heading = HeadingText.Of(part);
            TakeWords(part, heading);
            if (heading.IsOrdinal)
            {
                role = role == ColumnRole.Unmapped && heading.Year is not null ? ColumnRole.Amount : role;
            }
            else if (HeadingWords.Find(maps, heading) is not { } meaning)
            {
                TakeUnknown(heading);
            }
            else if (meaning.Role is ColumnRole.Name or ColumnRole.Code && sides.Contains(path[..read]))
            {
                TakeClassification(heading, meaning);
            }
            else if (!IsBesideTheColumn(heading, meaning))
            {
                TakeMeaning(heading, BelowUnits(heading, OfUnitsAndLists(heading, meaning)));
            }
        }

        Settle();
        return new ColumnMeaning(column, isIgnored ? ColumnRole.Ignored : role, component, fund, classification, item, period, phase,
            direction, year, unit, isOfWhich, isEconomicClass, path)
        {
            Narrowing = narrowing,
        };
    }

    /// <summary>What a heading says whether or not the map knows it: unit, year, period, phase and side.</summary>
    private void TakeWords(string printed, HeadingText heading)
    {
        unit = AmountUnit.FindInHeading(printed) ?? unit;
        year = heading.Year ?? year;
        period = HeadingWords.PeriodOf(heading, fiscalYear) ?? period;
        phase = HeadingWords.PhaseOf(heading) ?? phase;
        direction ??= HeadingWords.DirectionOf(heading);
    }

    /// <summary>An unknown 其中 is a part of the column before it, which has been read already.</summary>
    private void TakeUnknown(HeadingText heading)
    {
        isIgnored |= heading.IsOfWhich;
        role = period == Period.Change ? ColumnRole.Amount : role;
    }

    private void TakeClassification(HeadingText heading, HeadingMeaning meaning) =>
        classification = meaning.Classification ?? HeadingWords.ClassificationInBrackets(heading, meaning) ?? classification;

    /// <summary>
    /// The total printed as the last line of the headings (科目名称 / 合计); the columns of 增减% (合计, 基本支出).
    /// </summary>
    private bool IsBesideTheColumn(HeadingText heading, HeadingMeaning meaning) =>
        (meaning.IsSum && role is ColumnRole.Name or ColumnRole.Code) ||
        (role == ColumnRole.Percent && !HeadingWords.NamesAnAmount(heading));

    private static HeadingMeaning OfUnitsAndLists(HeadingText heading, HeadingMeaning meaning) =>
        meaning.Role == ColumnRole.UnitName && HeadingWords.ListInBrackets(heading) is { } list
            ? meaning with { Role = ColumnRole.Name, Classification = list == "project" ? Classification.Project : null }
            : meaning;

    /// <summary>单位 / 代码, 单位 / 名称: a heading that says no more than that takes its list from the one above.</summary>
    private HeadingMeaning BelowUnits(HeadingText heading, HeadingMeaning meaning) =>
        role is not (ColumnRole.UnitName or ColumnRole.UnitCode) || !GeneralHeadings.Matches(heading.Words) ? meaning
        : meaning switch
        {
            { Role: ColumnRole.Code } => meaning with { Role = ColumnRole.UnitCode },
            { Role: ColumnRole.Name } => meaning with { Role = ColumnRole.UnitName },
            _ => meaning,
        };

    private void TakeMeaning(HeadingText heading, HeadingMeaning meaning)
    {
        // 工资福利支出 / 小计 is the class too.
        isEconomicClass = meaning.IsSum ? isEconomicClass : meaning is
        {
            Role: ColumnRole.Amount,
            Classification: Classification.DepartmentEconomic or Classification.GovernmentEconomic
        };
        role = meaning.Role == ColumnRole.Group && role != ColumnRole.Unmapped ? role : meaning.Role;
        isIgnored |= meaning.Role == ColumnRole.Ignored;
        isOfWhich |= meaning.IsNarrower || (heading.IsOfWhich && meaning is { Role: ColumnRole.Amount, Component: null });
        narrowing = meaning.IsNarrower ? meaning.ItemKey : narrowing;
        var isPartOfProjects = component == Component.Project && meaning.Component is Component.Personnel or Component.Public;
        var isPartOfFund = fund is not null && (isOfWhich ? !IsKindOf(meaning.Fund, fund) : IsKindOf(fund, meaning.Fund));
        item = meaning.ItemKey
            ?? (isPartOfProjects ? SchemaName.Of(meaning.Component!.Value) : null)
            ?? (isOfWhich && isPartOfFund && meaning.Fund is { } kind && kind != fund ? SchemaName.Of(kind) : null)
            ?? item;
        component = isPartOfProjects || (isEconomicClass && component == Component.Project) ? component : meaning.Component ?? component;
        fund = isPartOfFund ? fund : meaning.Fund ?? fund;
        TakeClassification(heading, meaning);
    }

    /// <summary>What only the whole path tells.</summary>
    private void Settle()
    {
        role = role == ColumnRole.Group ? ColumnRole.Amount : role;
        if (period == Period.Change)
        {
            // 比2025年执行数增减: what it is compared with is not what it is.
            phase = null;
        }

        if ((item == ItemKeys.CurrentYearTotal && (fund is not null || component is not null)) ||
            (item == "own_level" && component is not null))
        {
            // 本年收入 / 一般公共预算, 本级支出 / 基本支出: the outer heading only says which year's or level's money it is.
            item = null;
        }
    }

    /// <summary>一般公共预算 under 财政拨款 says more; 教育收费 under 事业收入 is still the unit's own money.</summary>
    private static bool IsKindOf(Fund? kind, Fund? whole) =>
        whole == Fund.FiscalAppropriation && kind is Fund.GeneralPublic or Fund.GovernmentFund or Fund.StateCapital;
}
