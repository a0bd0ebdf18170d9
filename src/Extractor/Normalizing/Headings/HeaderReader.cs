using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;

namespace Extractor.Normalizing.Headings;

/// <summary>Gives every column of a table its meaning from its header path.</summary>
internal static class HeaderReader
{
    private const string PathSeparator = " / ";

    public static ImmutableArray<ColumnMeaning> Read(ExtractedTable table, HeadingMaps maps, int? fiscalYear)
    {
        var columns = ImmutableArray.CreateBuilder<ColumnMeaning>(table.ColumnCount);
        var sides = SideHeadings(table.ColumnHeaderPaths, maps);
        for (var column = 0; column < table.ColumnCount; column++)
        {
            var path = column < table.ColumnHeaderPaths.Length ? table.ColumnHeaderPaths[column] : string.Empty;
            columns.Add(Read(column, path, sides, maps, fiscalYear));
        }

        SplitCodes(columns);
        FindParts(columns, table, maps);
        FindWholes(columns);
        FindAppropriations(columns);
        return columns.ToImmutable();
    }

    /// <summary>
    /// Headings over the names and over the amounts of one side (支出功能分类 / 项目, 支出功能分类 / 预算数): they hold the side
    /// together and are no name of its rows.
    /// </summary>
    private static HashSet<string> SideHeadings(ImmutableArray<string> paths, HeadingMaps maps)
    {
        var overNames = new HashSet<string>(StringComparer.Ordinal);
        var overAmounts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var end = path.LastIndexOf(PathSeparator, StringComparison.Ordinal);
            if (end > 0 && Find(maps, HeadingText.Of(path[(end + PathSeparator.Length)..])) is { } last)
            {
                (last.Role is ColumnRole.Name or ColumnRole.Code ? overNames : overAmounts).Add(path[..end]);
            }
        }

        overNames.IntersectWith(overAmounts);
        return overNames;
    }

    /// <summary>
    /// What a heading over several columns says of all of them is the meaning of none: a column below it whose own heading no
    /// map knows is one of its parts (工资福利支出 / 基本工资), and beside amounts without any heading (the line 合计, 基本支出,
    /// 项目支出 not read as headings, 本年支出 in the middle above them) it may stand over any.
    /// </summary>
    private static void FindParts(ImmutableArray<ColumnMeaning>.Builder columns, ExtractedTable table, HeadingMaps maps)
    {
        var unheaded = columns.Where(column => column.Path.Length == 0 && HoldsAmounts(table, column.Column)).Select(static column =>
            column.Column).ToHashSet();
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index] is not { Role: ColumnRole.Amount } column)
            {
                continue;
            }

            var end = column.Path.LastIndexOf(PathSeparator, StringComparison.Ordinal);
            var isPart = end > 0 && columns.Any(other =>
                other.Column != column.Column &&
                other.Path.StartsWith(column.Path[..(end + PathSeparator.Length)], StringComparison.Ordinal)) &&
                SaysNothing(HeadingText.Of(column.Path[(end + PathSeparator.Length)..]), column, maps);
            var mayBeOverOthers = end < 0 && (column.ItemKey == "current_year_total" || table.Method == TableMethod.Aligned);
            if (isPart || (mayBeOverOthers && (unheaded.Contains(index - 1) || unheaded.Contains(index + 1))))
            {
                columns[index] = column with { Role = ColumnRole.Unmapped };
            }
        }

        static bool HoldsAmounts(ExtractedTable table, int column) => table.Cells.Any(cell =>
            !cell.IsHeader && cell.Column == column && PrintedAmount.Read(cell.Text, out var amount) == AmountReading.Amount &&
                amount.Decimals > 0);
    }

    /// <summary>No word of the heading is known, nor does it name a year, a phase or a change.</summary>
    private static bool SaysNothing(HeadingText heading, ColumnMeaning column, HeadingMaps maps) =>
        !heading.IsOrdinal && heading.Year is null && !heading.IsOfWhich && Find(maps, heading) is null &&
        PhaseOf(heading) is null && column.Period != Period.Change && PeriodOf(heading, null) is null;

    /// <summary>
    /// 本年支出 / 小计 beside 本年支出 / 基本支出 is the sum of the components, all that such a table spends; 本年收入 / 预算数 beside
    /// 本年收入 / 项目 is the side of a table. Neither tells the year's money from what was carried over.
    /// </summary>
    private static void FindWholes(ImmutableArray<ColumnMeaning>.Builder columns)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index] is { ItemKey: "current_year_total", Component: null } whole && UnderYear(whole.Path) is { } year &&
                columns.Any(part => part is { Role: ColumnRole.Name } or { Role: ColumnRole.Amount, Component: not null } &&
                    part.Path.StartsWith(year, StringComparison.Ordinal)))
            {
                columns[index] = whole with { ItemKey = null };
            }
        }
    }

    /// <summary>一般公共预算 / 财政拨款 beside 一般公共预算 / 小计 is a part of it.</summary>
    private static void FindAppropriations(ImmutableArray<ColumnMeaning>.Builder columns)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index] is
                {
                    Role: ColumnRole.Amount, ItemKey: null, Fund: Fund.GeneralPublic or Fund.GovernmentFund
                or Fund.StateCapital
                } part &&
                part.Path.EndsWith("财政拨款", StringComparison.Ordinal) && part.Path.Contains(PathSeparator, StringComparison.Ordinal) &&
                columns.Take(index).Any(whole =>
                    whole.Role == ColumnRole.Amount && whole with { Column = part.Column, Path = part.Path } == part &&
                    SideOf(whole.Path) == SideOf(part.Path)))
            {
                columns[index] = part with { ItemKey = SchemaName.Of(Fund.FiscalAppropriation) };
            }
        }

        static string SideOf(string path) => path[..Math.Max(0, path.LastIndexOf(PathSeparator, StringComparison.Ordinal))];
    }

    /// <summary>The path down to 本年收入 or 本年支出, where more stands below it.</summary>
    private static string? UnderYear(string path)
    {
        var length = 0;
        foreach (var part in path.Split(PathSeparator))
        {
            length += part.Length + PathSeparator.Length;
            if (HeadingText.Of(part).Bare is "本年收入" or "本年支出")
            {
                return length < path.Length ? path[..length] : null;
            }
        }

        return null;
    }

    /// <summary>One heading 科目编码 over two or three columns: 类 and 款, or 类, 款 and 项.</summary>
    private static void SplitCodes(ImmutableArray<ColumnMeaning>.Builder columns)
    {
        ReadOnlySpan<ColumnRole> parts = [ColumnRole.CodeClass, ColumnRole.CodeGroup, ColumnRole.CodeItem];
        for (var first = 0; first < columns.Count; first++)
        {
            var end = first;
            while (end < columns.Count && columns[end].Role == ColumnRole.Code && columns[end].Path == columns[first].Path)
            {
                end++;
            }

            if (end - first is 2 or 3)
            {
                for (var column = first; column < end; column++)
                {
                    columns[column] = columns[column] with { Role = parts[column - first] };
                }
            }

            first = Math.Max(first, end - 1);
        }
    }

    private static ColumnMeaning Read(int column, string path, HashSet<string> sides, HeadingMaps maps, int? fiscalYear)
    {
        var role = ColumnRole.Unmapped;
        Component? component = null;
        Fund? fund = null;
        Classification? classification = null;
        Period? period = null;
        Phase? phase = null;
        Direction? direction = null;
        AmountUnit? unit = null;
        int? year = null;
        string? item = null;
        var ignored = false;
        var ofWhich = false;
        var economicClass = false;
        var read = 0;
        foreach (var part in path.Split(PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            read += read == 0 ? part.Length : PathSeparator.Length + part.Length;
            var heading = HeadingText.Of(part);
            unit = AmountUnit.FindInHeading(part) ?? unit;
            year = heading.Year ?? year;
            period = PeriodOf(heading, fiscalYear) ?? period;
            phase = PhaseOf(heading) ?? phase;
            direction ??= DirectionOf(heading);
            if (heading.IsOrdinal)
            {
                role = role == ColumnRole.Unmapped && heading.Year is not null ? ColumnRole.Amount : role;
                continue;
            }

            var meaning = Find(maps, heading);
            if (meaning is null)
            {
                // An unknown 其中 is a part of the column before it, which has been read already.
                ignored |= heading.IsOfWhich;
                role = period == Period.Change ? ColumnRole.Amount : role;
                continue;
            }

            if (meaning.Role is ColumnRole.Name or ColumnRole.Code && sides.Contains(path[..read]))
            {
                classification = meaning.Classification ?? ClassificationInBrackets(heading, meaning) ?? classification;
                continue;
            }

            if ((meaning.IsSum && role is ColumnRole.Name or ColumnRole.Code) || (role == ColumnRole.Percent && !NamesAnAmount(heading)))
            {
                // The total printed as the last line of the headings (科目名称 / 合计); the columns of 增减% (合计, 基本支出).
                continue;
            }

            if (meaning.Role == ColumnRole.UnitName && ListInBrackets(heading) is { } list)
            {
                meaning = meaning with { Role = ColumnRole.Name, Classification = list == "项目" ? Classification.Project : null };
            }

            economicClass = IsEconomicClass(meaning);
            role = meaning.Role == ColumnRole.Group && role != ColumnRole.Unmapped ? role : meaning.Role;
            ignored |= meaning.Role == ColumnRole.Ignored;
            ofWhich |= heading.IsOfWhich && meaning is { Role: ColumnRole.Amount, Component: null };
            var isPartOfProjects = component == Component.Project && meaning.Component is Component.Personnel or Component.Public;
            var isPartOfFund = fund is not null && (ofWhich ? !IsKindOf(meaning.Fund, fund) : IsKindOf(fund, meaning.Fund));
            item = meaning.ItemKey
                ?? (isPartOfProjects ? SchemaName.Of(meaning.Component!.Value) : null)
                ?? (ofWhich && isPartOfFund && meaning.Fund is { } kind && kind != fund ? SchemaName.Of(kind) : null)
                ?? item;
            component = isPartOfProjects || (economicClass && component == Component.Project) ? component : meaning.Component ?? component;
            fund = isPartOfFund ? fund : meaning.Fund ?? fund;
            classification = meaning.Classification ?? ClassificationInBrackets(heading, meaning) ?? classification;
        }

        if (role == ColumnRole.Group)
        {
            role = ColumnRole.Amount;
        }

        if (period == Period.Change)
        {
            // 比2025年执行数增减: what it is compared with is not what it is.
            phase = null;
        }

        if (item == "current_year_total" && (fund is not null || component is not null))
        {
            // 本年收入 / 一般公共预算: the outer heading only says which year's money it is.
            item = null;
        }

        return new ColumnMeaning(
            column, ignored ? ColumnRole.Ignored : role, component, fund, classification, item, period, phase, direction, year, unit,
                ofWhich, economicClass, path);
    }

    /// <summary>一般公共预算 under 财政拨款 says more; 教育收费 under 事业收入 is still the unit's own money.</summary>
    private static bool IsKindOf(Fund? kind, Fund? whole) =>
        whole == Fund.FiscalAppropriation && kind is Fund.GeneralPublic or Fund.GovernmentFund or Fund.StateCapital;

    /// <summary>增减额, 金额 below a heading that speaks of amounts and percentages.</summary>
    private static bool NamesAnAmount(HeadingText heading) => heading.Words.Contains('额', StringComparison.Ordinal);

    /// <summary>单位名称（科目）, 单位（科目名称、项目）: units stand in one column with what they spend on.</summary>
    private static string? ListInBrackets(HeadingText heading) =>
        heading.Words.Length == heading.Bare.Length ? null
        : heading.Words.Contains("科目", StringComparison.Ordinal) ? "科目"
        : heading.Words.Contains("项目", StringComparison.Ordinal) ? "项目"
        : null;

    private static bool IsEconomicClass(HeadingMeaning meaning) =>
        meaning is { Role: ColumnRole.Amount, Classification: Classification.DepartmentEconomic or Classification.GovernmentEconomic };

    private static HeadingMeaning? Find(HeadingMaps maps, HeadingText heading) =>
        maps.Columns.FindWhole(heading.Words) ?? maps.Columns.Find(heading.Bare) ?? maps.Columns.Find(heading.Words) ??
            WithoutYearWords(maps, heading);

    /// <summary>项目（按功能分类）, 支出（按支出性质和经济分类） / 项目: the bracket says by which list the rows are named.</summary>
    private static Classification? ClassificationInBrackets(HeadingText heading, HeadingMeaning meaning) =>
        meaning.Role is not (ColumnRole.Name or ColumnRole.Code or ColumnRole.Group) || heading.Words.Length == heading.Bare.Length ? null
        : heading.Words.Contains("功能", StringComparison.Ordinal) ? Classification.Functional
        : !heading.Words.Contains("经济", StringComparison.Ordinal) ? null
        : heading.Words.Contains("政府", StringComparison.Ordinal) ? Classification.GovernmentEconomic
        : Classification.DepartmentEconomic;

    /// <summary>本年预算数, 上年预算数, 年初预算: the year's word taken away, 预算数 is left.</summary>
    private static HeadingMeaning? WithoutYearWords(HeadingMaps maps, HeadingText heading)
    {
        var words = heading.Bare;
        foreach (var yearWord in (ReadOnlySpan<string>)["上一年度", "上年度", "本年度", "上年", "本年", "当年", "去年", "今年", "年初", "年度", "增减变化", "增减变动",
            "比上年", "较上年", "增减", "情况", "批复", "部门", "单位"])
        {
            words = words.Replace(yearWord, string.Empty, StringComparison.Ordinal);
        }

        return words.Length == 0 ? null : maps.Columns.Find(words);
    }

    private static Period? PeriodOf(HeadingText heading, int? fiscalYear)
    {
        var words = heading.Words;
        if (words.Contains("增减", StringComparison.Ordinal) || words.Contains("较上年", StringComparison.Ordinal) ||
            words.Contains("比上年", StringComparison.Ordinal) || words.Contains("变化金额", StringComparison.Ordinal) ||
                words.Contains("变动金额", StringComparison.Ordinal) || words.Contains("变动额", StringComparison.Ordinal) ||
                words.Contains("数比", StringComparison.Ordinal))
        {
            return Period.Change;
        }

        if (heading.Year is { } year && fiscalYear is { } current)
        {
            return year == current ? Period.Current : year < current ? Period.Prior : null;
        }

        if (words.StartsWith("上年", StringComparison.Ordinal) || words.StartsWith("去年", StringComparison.Ordinal) ||
            words.StartsWith("上一年", StringComparison.Ordinal))
        {
            return words.Contains("结转", StringComparison.Ordinal) || words.Contains("结余", StringComparison.Ordinal) ||
                words.Contains("实户", StringComparison.Ordinal)
                ? null
                : Period.Prior;
        }

        return null;
    }

    private static Phase? PhaseOf(HeadingText heading) =>
        heading.Words.Contains("决算", StringComparison.Ordinal) || heading.Words.EndsWith("执行数", StringComparison.Ordinal) ||
            heading.Words.EndsWith("完成数", StringComparison.Ordinal) ? Phase.FinalAccounts
        : heading.Words.Contains("预算数", StringComparison.Ordinal) || heading.Words is "预算" ? Phase.Budget
        : null;

    /// <summary>The side of a two-sided table: the outermost heading says it (收入, 财政拨款支出).</summary>
    private static Direction? DirectionOf(HeadingText heading)
    {
        var revenue = heading.Bare.EndsWith("收入", StringComparison.Ordinal) || heading.Bare.StartsWith("收入", StringComparison.Ordinal);
        var expenditure = heading.Bare.EndsWith("支出", StringComparison.Ordinal) || heading.Bare.StartsWith("支出", StringComparison.Ordinal);
        return revenue == expenditure ? null : revenue ? Direction.Revenue : Direction.Expenditure;
    }
}
