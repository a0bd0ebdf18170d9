using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>What line building must know of a table beside its cells.</summary>
/// <param name="Phase">Of columns that do not say themselves whether they are 预算数 or 决算数.</param>
internal sealed record TableContext(
    DocumentId DocumentId,
    ExtractedTable Table,
    TableKey Key,
    AmountUnit Unit,
    int? FiscalYear,
    Phase Phase,
    ReferenceData Reference)
{
    private static readonly WordSet TitleWords = ReadingWords.Of(WordList.TableTitle);

    public TableKind Kind { get; } = Reference.Headings.Kinds[Key];

    private static readonly char[] TitleMarks = ['(', ')', '-', '—', ':'];

    /// <summary>一般公共预算基本支出表（工资福利支出）, …--人员经费: the title narrows the table to one part of what such a table shows.</summary>
    public bool IsNarrowedByTitle => FoldedText.Of(Title).Split(TitleMarks, StringSplitOptions.RemoveEmptyEntries).Skip(1).Any(part =>
        HeadingWords.Find(Reference.Headings, HeadingText.Of(part)) is { Component: Component.Personnel or Component.Public });

    /// <summary>部门支出总表（某某县图书馆）: the title names one unit for all rows.</summary>
    public bool NamesUnitInTitle => FoldedText.Of(Title).Split(TitleMarks, StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Any(UnitNames.IsLike);

    /// <summary>
    /// 2023年决算数 and 2026年规划数 in a budget of 2025 are neither of this year nor of the last; 2024年一般公共预算支出表 says the year of
    /// columns that tell none.
    /// </summary>
    public bool IsOfAnotherYear(ColumnMeaning column)
    {
        if (FiscalYear is not { } current)
        {
            return false;
        }

        return HeadingText.YearsIn(column.Path) is { Count: > 0 } own
            ? !own.Contains(current) && !own.Contains(current - 1)
            : column.Period is null && HeadingText.YearsIn(Title) is { Count: > 0 } years && !years.Contains(current);
    }

    public LineFactory LineFactory() => new(DocumentId, Table, Key);

    private string Title => Table.TitleAsPrinted ?? string.Empty;

    /// <summary>The money that a table of this kind and title speaks of where its columns do not say.</summary>
    public Fund Fund =>
        !Kind.TitleTellsFund ? Kind.Fund
        : TitleWords.Matches(Title, "general_public") ? Fund.GeneralPublic
        : TitleWords.Matches(Title, "fiscal_appropriation") ? Fund.FiscalAppropriation
        : Kind.Fund;

    /// <summary>Of all its amounts; null where revenue stands beside expenditure.</summary>
    public Direction? Direction =>
        Kind.TitleTellsSides && TitleWords.Matches(Title, "both_sides") ? null : Kind.Direction;

    /// <summary>The part of the expenditure that an undivided column of this table holds: 项目支出情况表（按经济分类） holds projects only.</summary>
    public Component Component =>
        Kind.TitleTellsComponent && TitleWords.Matches(Title, "project") ? Component.Project : Component.Total;

    /// <summary>The column's fund within this table: 财政拨款 in a table of one of its kinds is that kind.</summary>
    public Fund FundOf(Fund? stated) =>
        stated is null || (stated == Fund.FiscalAppropriation && Fund is Fund.GeneralPublic or Fund.GovernmentFund or Fund.StateCapital)
            ? Fund : stated.Value;

    /// <summary>A table of basic expenditure calls 基本支出 what is its total; the same for projects.</summary>
    public Component ComponentOf(Component? stated) => stated switch
    {
        null => Component,
        { } component when component == Kind.Whole => Component.Total,
        { } component => component,
    };
}
