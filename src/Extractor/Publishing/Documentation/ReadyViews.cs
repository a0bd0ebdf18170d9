using System.Globalization;
using System.Text;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Documentation;

/// <summary><c>views.sql</c>: the datasets and ready questions as views for DuckDB.</summary>
internal static class ReadyViews
{
    public const string FileName = "views.sql";

    /// <param name="fiscalYears">That are published, in order; the yearly views have a column for each.</param>
    public static string ToSql(IReadOnlyCollection<int> fiscalYears)
    {
        var sql = new StringBuilder();
        sql.Append(
            """
            -- 在本文件所在的文件夹中运行：duckdb -init views.sql
            -- Run in the folder of this file: duckdb -init views.sql

            """);
        foreach (var dataset in DatasetSchemas.All)
        {
            sql.Append(CultureInfo.InvariantCulture, $"\n-- {dataset.DescriptionZh} / {dataset.DescriptionEn}\n");
            sql.Append(CultureInfo.InvariantCulture,
                $"CREATE OR REPLACE VIEW {dataset.Name} AS SELECT * FROM read_parquet('{dataset.Name}/**/*.parquet'");
            sql.Append(dataset.Layout == DatasetLayout.ByPartition
                ? ", hive_partitioning = true, hive_types = {'fiscal_year': INTEGER, 'province_code': VARCHAR});\n"
                : ");\n");
        }

        sql.Append(Questions);
        AppendYears(sql, fiscalYears);
        return sql.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>A value that is printed in several places is taken where they agree, else it stays NULL.</summary>
    private const string Questions =
        """

        -- 现行文件：未被取代，且与来源定义不矛盾 / Documents that are not superseded and do not contradict their request
        CREATE OR REPLACE VIEW current_documents AS
        SELECT * FROM documents
        WHERE identity <> 'contradicted'
          AND document_id NOT IN (SELECT supersedes_document_id FROM documents WHERE supersedes_document_id IS NOT NULL);

        -- 已核实的数据：至少一项检查证实，且无检查不符 / Lines that the document's own arithmetic proves
        CREATE OR REPLACE VIEW proven_lines AS
        SELECT * FROM budget_lines WHERE proof = 'proven';

        -- 支出，每个部门每年只取一个阶段：有决算的取决算，否则取预算；各阶段一起求和不会重复 / Expenditure in one phase a department and
        -- year, the final accounts where they are published and the budget where not: summed over phases no yuan counts twice
        CREATE OR REPLACE VIEW expenditure AS
        SELECT f.* FROM fact_expenditure f LEFT JOIN organisations o USING (organisation_id)
        WHERE NOT EXISTS (SELECT 1 FROM fact_expenditure a WHERE f.phase = 'budget' AND a.phase = 'final_accounts'
            AND a.organisation_id = f.organisation_id AND a.fiscal_year = f.fiscal_year)
          AND NOT EXISTS (SELECT 1 FROM disclosures d WHERE d.organisation_id = o.department_id AND d.fiscal_year = f.fiscal_year
            AND d.phase <> f.phase AND d.scope = 'department' AND d.is_counted);

        -- 政府债务：每个地区、年末、类别一行，限额和余额各一列，取最近的文件所印，全地区口径；只可在同一 place_level 内相加 / Debt of whole
        -- places at the end of a year, limit and balance in columns of their own, as the latest document prints it; add within one place_level
        CREATE OR REPLACE VIEW government_debt AS
        SELECT place_code, place_name,
               CASE WHEN place_code LIKE '%0000' THEN 'province' WHEN place_code LIKE '%00' THEN 'city'
                    WHEN place_code IS NOT NULL THEN 'county' END AS place_level,
               amount_year, category,
               max(amount_yuan) FILTER (measure = 'limit') AS limit_yuan, max(amount_yuan) FILTER (measure = 'balance') AS balance_yuan
        FROM (SELECT *, bool_or(category <> 'undivided') OVER (PARTITION BY place_code, place_name, amount_year, measure) AS is_divided
              FROM fact_government_debt
              WHERE government_level IS NULL OR government_level = 'whole'
              QUALIFY row_number() OVER (PARTITION BY place_code, place_name, amount_year, category, measure
                ORDER BY fiscal_year DESC NULLS LAST, government_level NULLS LAST, document_id) = 1)
        WHERE category <> 'undivided' OR NOT is_divided
        GROUP BY ALL;

        -- 转移支付：每个政府、年度、阶段和预算一行，收到的和给出的各一列；收到的往往又给了下级，两列不可相加 / Transfers of a government in
        -- a year, received and given in columns of their own: what is received is often given on
        CREATE OR REPLACE VIEW transfers AS
        SELECT division_code, division_name, amount_year, phase, fund,
               sum(amount_yuan) FILTER (direction = 'revenue') AS received_yuan,
               sum(amount_yuan) FILTER (direction = 'expenditure') AS given_yuan, bool_and(reconciles) AS reconciles
        FROM fact_transfer
        GROUP BY ALL;

        -- 支出按功能分类和资金性质 / Expenditure by functional class and fund: every yuan once
        CREATE OR REPLACE VIEW expenditure_by_class_and_fund AS
        SELECT f.division_code, f.division_name, f.organisation_id, f.department_name, f.fiscal_year, f.phase,
               f.subject_code[1:3] AS class_code, f.fund, sum(f.total_yuan) AS total_yuan, bool_and(f.reconciles) AS reconciles
        FROM fact_expenditure f
        GROUP BY ALL;

        -- 部门比较：与上年同一部门的文件对照 / Each department against its own document of the year before
        CREATE OR REPLACE VIEW department_comparison AS
        SELECT a.*, b.document_id AS prior_document_id, b.expenditure_yuan AS prior_expenditure_yuan,
               a.expenditure_yuan - b.expenditure_yuan AS change_yuan,
               round(100 * (a.expenditure_yuan - b.expenditure_yuan)::DOUBLE / nullif(b.expenditure_yuan, 0), 2) AS change_percent
        FROM department_year a LEFT JOIN department_year b
          ON a.organisation_id = b.organisation_id AND a.phase = b.phase
          AND a.scope IS NOT DISTINCT FROM b.scope AND a.fiscal_year = b.fiscal_year + 1;

        -- 预算与决算：同一部门同一年度 / The final accounts of a year beside its budget
        CREATE OR REPLACE VIEW budget_and_accounts AS
        SELECT b.organisation_id, b.division_name, b.department_name, b.fiscal_year, b.expenditure_yuan AS budget_yuan,
               a.expenditure_yuan AS accounts_yuan, a.expenditure_yuan - b.expenditure_yuan AS difference_yuan,
               b.document_id AS budget_document_id, a.document_id AS accounts_document_id
        FROM disclosures d JOIN department_year b USING (disclosure_id)
        JOIN department_year a ON a.disclosure_id = d.other_phase_disclosure_id
        WHERE d.phase = 'budget';

        -- 不符的核对及其数据 / Checks that fail, with their lines and places
        CREATE OR REPLACE VIEW failing_checks AS
        SELECT c.document_id, d.department_name, d.fiscal_year, c.check_id, c.rule, c.expected_yuan, c.actual_yuan,
               c.difference_yuan, c.tolerance_yuan, l.line_id, l.table_key, l.subject_name_as_printed, l.value_as_printed,
               l.unit_as_printed, l.amount_yuan, l.page_number, l.box_left, l.box_top, l.box_right, l.box_bottom
        FROM checks c JOIN documents d USING (document_id)
        JOIN check_members m USING (check_id) JOIN budget_lines l USING (line_id)
        WHERE c.outcome = 'fails';

        """;

    private static void AppendYears(StringBuilder sql, IReadOnlyCollection<int> fiscalYears)
    {
        if (fiscalYears.Count == 0)
        {
            return;
        }

        var years = string.Join(", ", fiscalYears.Select(static year => year.ToString(CultureInfo.InvariantCulture)));
        sql.Append(CultureInfo.InvariantCulture, $$"""

            -- 按年对照的功能分类支出 / Expenditure by functional class, a column for each year
            CREATE OR REPLACE VIEW expenditure_by_function_and_year AS
            PIVOT (SELECT division_code, division_name, organisation_id, phase, class_code, fiscal_year, total_yuan FROM expenditure_by_class_and_fund)
            ON fiscal_year IN ({{years}}) USING sum(total_yuan);

            -- 按年对照的部门支出 / Expenditure of departments, a column for each year
            CREATE OR REPLACE VIEW department_expenditure_by_year AS
            PIVOT (SELECT division_code, division_name, organisation_id, scope, phase, fiscal_year, expenditure_yuan FROM department_year)
            ON fiscal_year IN ({{years}}) USING sum(expenditure_yuan);

            """);
    }
}
