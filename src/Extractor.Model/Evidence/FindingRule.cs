namespace Extractor.Model.Evidence;

/// <summary>
/// The rules of findings that are no sum of a table (those are named by their check). What each means and what to do is a row of
/// <c>pipelines/findings/rules.csv</c>.
/// </summary>
public static class FindingRule
{
    public const string ProseAgreesWithTable = "prose_agrees_with_table";
    public const string ProjectListSumsToTotal = "project_list_sums_to_total";
    public const string RowsLeftOut = "rows_left_out";
    public const string CodeAgainstName = "code_against_name";
    public const string LocalSubjectCode = "local_subject_code";
    public const string SubjectNameMisprinted = "subject_name_misprinted";
    public const string UnresolvedSubject = "unresolved_subject";
    public const string UnknownTable = "unknown_table";
    public const string UnknownUnit = "unknown_unit";
    public const string UnitContradicted = "unit_contradicted";
    public const string UnitCutShort = "unit_cut_short";
    public const string UnmappedHeading = "unmapped_heading";
    public const string AmbiguousHeading = "ambiguous_heading";
    public const string RowWithoutName = "row_without_name";
    public const string UnreadableAmount = "unreadable_amount";
    public const string RowNumbersSkip = "row_numbers_skip";
    public const string ListNumbersSkip = "list_numbers_skip";
    public const string ProjectAmountsAgree = "project_amounts_agree";
    public const string ProjectNamesAgree = "project_names_agree";
    public const string ExecutionRateIsExecutedOverBudget = "execution_rate_is_executed_over_budget";
    public const string ScoresSumToTotal = "scores_sum_to_total";
    public const string IndicatorWithoutTarget = "indicator_without_target";
    public const string FormNamesAnotherDepartment = "form_names_another_department";
    public const string ProseAgreesWithProse = "prose_agrees_with_prose";
    public const string OperatingExpensesWithinPublic = "operating_expenses_within_public";
    public const string PercentOfZeroBase = "percent_of_zero_base";
    public const string FiguresWholeAsStated = "figures_whole_as_stated";
    public const string IdentityContradictsRequest = "identity_contradicts_request";
    public const string IdentityFromFileName = "identity_from_file_name";
    public const string IdentityWithoutText = "identity_without_text";
    public const string NationalIssuer = "national_issuer";
    public const string BudgetOfElsewhere = "budget_of_elsewhere";
    public const string IssuerDisagrees = "issuer_disagrees";
    public const string YearDisagrees = "year_disagrees";
    public const string DivisionOfZone = "division_of_zone";
    public const string InformationUnreadable = "information_unreadable";
    public const string PageUnreadable = "page_unreadable";
    public const string TableNotFound = "table_not_found";
    public const string TooManyRulings = "too_many_rulings";
    public const string InconsistentRows = "inconsistent_rows";
    public const string PageLedgerUnbalanced = "page_ledger_unbalanced";
}
