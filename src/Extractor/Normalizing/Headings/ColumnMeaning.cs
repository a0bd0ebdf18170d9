using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;

namespace Extractor.Normalizing.Headings;

/// <summary>What the cells of a column are.</summary>
public enum ColumnRole
{
    /// <summary>No map knows the heading; amounts below it get no meaning.</summary>
    Unmapped,

    /// <summary>Known and of no meaning for budget lines: 行次, 备注, 绩效目标, 其中：专项资金.</summary>
    Ignored,

    /// <summary>A heading that only holds others together: 收入, 2026年预算数.</summary>
    Group,

    /// <summary>科目编码 in one column.</summary>
    Code,

    /// <summary>类 of a code split over columns.</summary>
    CodeClass,

    /// <summary>款 of a code split over columns.</summary>
    CodeGroup,

    /// <summary>项 of a code split over columns.</summary>
    CodeItem,

    /// <summary>Name of the row: 科目名称, 项目; the code may stand with it.</summary>
    Name,

    UnitCode,

    /// <summary>预算单位.</summary>
    UnitName,

    /// <summary>年度: a row a year.</summary>
    Year,

    /// <summary>资金性质, 资金来源: a row a fund.</summary>
    Fund,

    /// <summary>年初预算数, 决算数 below one another: a row a phase or a year.</summary>
    Phase,

    /// <summary>支出类别: a row a kind of expenditure.</summary>
    Component,

    Amount,

    Percent,
}

/// <summary>What one heading says by itself; parts that it does not speak of are null.</summary>
/// <param name="IsSum">合计, 小计, 预算数: an amount that adds nothing to what stands above it in the path.</param>
/// <param name="IsNarrower">扣除基建项目后预算数: a part of the column beside it, though no 其中 says so; the item is its qualifier.</param>
public sealed record HeadingMeaning(
    ColumnRole Role,
    Component? Component,
    Fund? Fund,
    Classification? Classification,
    string? ItemKey,
    bool IsSum,
    bool IsNarrower);

/// <summary>The meaning of a column of one table, from its whole header path.</summary>
/// <param name="Component">Null where no heading of the path names one.</param>
/// <param name="Year">The calendar year that the path names.</param>
/// <param name="ItemKey">Of the column: carried_in, institutional_revenue, …</param>
/// <param name="Unit">Where the heading itself prints one: 预算数（万元）.</param>
/// <param name="IsOfWhich">其中：教育收费: a part of the column that stands over it or before it, not beside the others.</param>
/// <param name="IsEconomicClass">工资福利支出, 商品和服务支出 …: a class of the economic classification over a column.</param>
/// <param name="Path">As the extractor gives it, without the column's number.</param>
public sealed record ColumnMeaning(
    int Column,
    ColumnRole Role,
    Component? Component,
    Fund? Fund,
    Classification? Classification,
    string? ItemKey,
    Period? Period,
    Phase? Phase,
    Direction? Direction,
    int? Year,
    AmountUnit? Unit,
    bool IsOfWhich,
    bool IsEconomicClass,
    string Path)
{
    /// <summary>What the column narrows its amounts to beyond a 其中: excluding_capital, repeated; null for any other.</summary>
    public string? Narrowing { get; init; }

    /// <summary>The unit that heads the column where units stand beside one another and their rows below; null for any other.</summary>
    public string? UnitName { get; init; }

    /// <summary>The item that the column is of, as printed, where no map knows it; null for any other.</summary>
    public string? Item { get; init; }

    /// <summary>The column that an <see cref="Item"/>, or a 其中 of a government, is a part of; null for any other.</summary>
    public int? PartOf { get; init; }

    /// <summary>Names or numbers the departments of the units that another column names: no row is of them.</summary>
    public bool IsOfDepartment { get; init; }

    /// <summary>Both are of the same money but for the item: 合计 beside 上年结转.</summary>
    public bool DiffersInItemAlone(ColumnMeaning other) =>
        this with { Column = other.Column, Path = other.Path, ItemKey = other.ItemKey } == other;

    /// <summary>The headings above the column's own; empty where there are none.</summary>
    public string HeadingsOver => Path[..Math.Max(0, Path.LastIndexOf(HeaderReader.PathSeparator, StringComparison.Ordinal))];

    /// <summary>The column's own heading, below those over it.</summary>
    public string OwnHeading => HeadingsOver is { Length: > 0 } over ? Path[(over.Length + HeaderReader.PathSeparator.Length)..] : Path;

    public bool IsCode => Role is ColumnRole.Code or ColumnRole.CodeClass or ColumnRole.CodeGroup or ColumnRole.CodeItem;
}

/// <summary>What the name of a row says: 本年收入合计, 上年结转, 因公出国（境）费.</summary>
public sealed record RowMeaning(string ItemKey, RowKind Kind);

/// <summary>How a row takes part in the sums of its side of the table.</summary>
public enum RowKind
{
    Detail,

    /// <summary>小计.</summary>
    Subtotal,

    /// <summary>本年收入合计: the year's own money, without what was carried over.</summary>
    CurrentYearTotal,

    /// <summary>上年结转, 结转下年, 结余分配: stands beside the year's own money.</summary>
    Carried,

    /// <summary>合计, 收入总计.</summary>
    Total,
}
