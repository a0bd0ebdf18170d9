using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Normalizing.Headings;

/// <summary>How the amounts of a table become budget lines.</summary>
public enum LineLayout
{
    /// <summary>They do not: the table holds goals, indicators or free text, or nothing is known of it.</summary>
    None,

    /// <summary>Rows of subjects, projects or units under columns of amounts.</summary>
    Rows,

    /// <summary>Items of “三公”经费 as rows or as columns.</summary>
    ThreePublic,
}

/// <summary>What the columns and rows of a table must show for a title or a heading above it to be believed.</summary>
public enum TableEvidence
{
    /// <summary>收入 and 支出 side by side.</summary>
    TwoSides,

    /// <summary>收入 and 支出 side by side, down to 支出总计.</summary>
    TwoSidedTotals,

    /// <summary>Subjects, units, 基本支出 or 项目支出.</summary>
    Expenditure,

    /// <summary>Sources of money.</summary>
    Revenue,

    /// <summary>At least two of 因公出国, 公务接待, 公务用车.</summary>
    ThreePublicItems,

    /// <summary>All three.</summary>
    EveryThreePublicItem,

    /// <summary>Levels of 绩效指标.</summary>
    Form,

    /// <summary>A column whose heading names what tables of the kind list (会议名称).</summary>
    ListedNames,

    /// <summary>项目 and 绩效 in the headings of its columns.</summary>
    ProjectHeadings,
}

/// <summary>
/// What holds of every table of one kind, whoever publishes it: one row of <c>pipelines/headings/kinds.csv</c>.
/// </summary>
/// <param name="Direction">Of all its amounts; null where 收入 and 支出 stand side by side.</param>
/// <param name="Fund">The money that it shows where its columns do not say.</param>
/// <param name="TitleTellsFund">一般公共预算 or 财政拨款 in its title narrows the money.</param>
/// <param name="TitleTellsComponent">项目支出 in its title says that it holds projects alone.</param>
/// <param name="TitleTellsSides">收支 or 平衡 in its title says that revenue stands beside the expenditure.</param>
/// <param name="Whole">The part of a department's expenditure that its grand total is: 基本支出 of 基本支出表.</param>
/// <param name="RowsBy">The list that names rows where neither headings nor codes tell it; null where its direction does.</param>
/// <param name="Order">Of several classifications of a row, the one whose subject the line gets: the first that is printed.</param>
/// <param name="IsList">Rows are projects or purchases: free names, sums of units and kinds among them.</param>
/// <param name="NamesUnits">Rows may be named by budget units (预算单位) in place of subjects.</param>
/// <param name="HasIncomeColumns">年初结转 and 本年收入 may stand in columns beside the expenditure.</param>
/// <param name="Projects">What its rows are mentions of; null where it names no projects.</param>
/// <param name="Demands">Without which its title is not believed.</param>
/// <param name="ConfirmedBy">With which a heading of the narrative above it is believed; null where none is.</param>
/// <param name="IsPart">All its money is shown by other tables too: none of its lines is counted beside theirs.</param>
/// <param name="Balances">收入总计 = 支出总计: what was carried in and out is among its rows on both sides.</param>
/// <param name="HasUnmarkedSums">Sums stand among its rows without a sign of what they sum (税收收入, 转移性收入 of governments):
/// rows that miss a sum accuse nobody.</param>
public sealed record TableKind(
    TableKey Key,
    string NameZh,
    string NameEn,
    LineLayout Lines,
    Direction? Direction,
    Fund Fund,
    bool TitleTellsFund,
    bool TitleTellsComponent,
    bool TitleTellsSides,
    Component Whole,
    Classification? RowsBy,
    ImmutableArray<Classification> Order,
    bool IsList,
    bool NamesUnits,
    bool HasIncomeColumns,
    ProjectSource? Projects,
    TableEvidence? Demands,
    TableEvidence? ConfirmedBy,
    bool IsPart,
    bool Balances,
    bool HasUnmarkedSums);
