using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Headings;

/// <summary>The words of columns and rows by which a table is known (list <c>table_evidence</c> of <c>words.csv</c>).</summary>
internal static class TableEvidenceWords
{
    /// <summary>收入, 支出 among the headings.</summary>
    public static readonly WordSet RevenueSide = ReadingWords.Of(WordList.TableEvidence, "revenue_side");
    public static readonly WordSet ExpenditureSide = ReadingWords.Of(WordList.TableEvidence, "expenditure_side");

    /// <summary>收入合计, 支出合计 among the labels: the two sides of a table whose headings do not name them.</summary>
    public static readonly WordSet RevenueTotal = ReadingWords.Of(WordList.TableEvidence, "revenue_total");
    public static readonly WordSet ExpenditureTotal = ReadingWords.Of(WordList.TableEvidence, "expenditure_total");

    /// <summary>收入总计, 支出总计: the two sides balance.</summary>
    public static readonly WordSet RevenueGrandTotal = ReadingWords.Of(WordList.TableEvidence, "revenue_grand_total");
    public static readonly WordSet ExpenditureGrandTotal = ReadingWords.Of(WordList.TableEvidence, "expenditure_grand_total");

    /// <summary>科目, 本年收入, 本年支出, 年初 and 年末 among the headings.</summary>
    public static readonly WordSet SubjectColumn = ReadingWords.Of(WordList.TableEvidence, "subject_column");
    public static readonly WordSet RevenueOfYear = ReadingWords.Of(WordList.TableEvidence, "revenue_of_year");
    public static readonly WordSet ExpenditureOfYear = ReadingWords.Of(WordList.TableEvidence, "expenditure_of_year");
    public static readonly WordSet BalanceOfYear = ReadingWords.Of(WordList.TableEvidence, "balance_of_year");

    /// <summary>基本支出, 单位: headings of a table of expenditure.</summary>
    public static readonly WordSet ExpenditureColumn = ReadingWords.Of(WordList.TableEvidence, "expenditure_column");

    /// <summary>基本支出, 项目支出 among the labels.</summary>
    public static readonly WordSet ExpenditureRow = ReadingWords.Of(WordList.TableEvidence, "expenditure_row");

    /// <summary>拨款, 资金: headings of a table of revenue, and 收入 among its labels.</summary>
    public static readonly WordSet RevenueColumn = ReadingWords.Of(WordList.TableEvidence, "revenue_column");
    public static readonly WordSet RevenueRow = ReadingWords.Of(WordList.TableEvidence, "revenue_row");

    /// <summary>一级指标, or 绩效指标 beside 指标值: a form of performance goals.</summary>
    public static readonly WordSet IndicatorForm = ReadingWords.Of(WordList.TableEvidence, "indicator_form");
    public static readonly WordSet IndicatorName = ReadingWords.Of(WordList.TableEvidence, "indicator_name");
    public static readonly WordSet IndicatorValue = ReadingWords.Of(WordList.TableEvidence, "indicator_value");

    /// <summary>整体: the form of the whole department, not of a project.</summary>
    public static readonly WordSet WholeDepartment = ReadingWords.Of(WordList.TableEvidence, "whole_department");

    /// <summary>The three items of 三公经费.</summary>
    public static readonly WordSet Abroad = ReadingWords.Of(WordList.TableEvidence, "abroad");
    public static readonly WordSet Reception = ReadingWords.Of(WordList.TableEvidence, "reception");
    public static readonly WordSet Vehicles = ReadingWords.Of(WordList.TableEvidence, "vehicles");

    /// <summary>项目 beside 绩效: a list of projects with their goals.</summary>
    public static readonly WordSet ProjectHeading = ReadingWords.Of(WordList.TableEvidence, "project_heading");
    public static readonly WordSet PerformanceHeading = ReadingWords.Of(WordList.TableEvidence, "performance_heading");

    /// <summary>事业收入, 专户: money beyond 财政拨款.</summary>
    public static readonly WordSet MoneyOfAllKinds = ReadingWords.Of(WordList.TableEvidence, "money_of_all_kinds");

    /// <summary>及, 、 at the end of a title: another line belongs to it.</summary>
    public static readonly WordSet TitleGoesOn = ReadingWords.Of(WordList.TableEvidence, "title_goes_on");

    /// <summary>表 at the end of a heading: it calls itself a table.</summary>
    public static readonly WordSet TableName = ReadingWords.Of(WordList.TableEvidence, "table_name");
}
