using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Reference;
using Extractor.Publishing.Datasets;

namespace Extractor.Publishing.Reference;

/// <summary>Who and what the data speak of: departments over the years, subjects by edition, places.</summary>
internal static class ReferenceDatasets
{
    public static Dataset<Organisation> Organisations { get; } = new DatasetBuilder<Organisation>(
            "organisations",
            "部门和单位：每个一行，各年度、各文件相同",
            "Departments and units, one row each over all years and files")
        .Text("organisation_id", "部门或单位的标识", "Key: place and name", static row => row.Id).AsKey()
        .OptionalText("division_code", "行政区划代码（GB/T 2260，六位）", "Administrative division, GB/T 2260, six digits", static row =>
            row.DivisionCode)
        .OptionalText("division_name", "行政区划名称", "Name of the administrative division", static row => row.DivisionName)
        .Text("organisation_name", "名称，不含其所在地区、本级和汇总", "Name without its place, 本级 and 汇总", static row => row.Name)
        .Text("names_as_printed", "各文件所印的名称，以“；”分隔", "The names that its files print, separated by '；'", static row =>
            string.Join('；', row.Names))
        .OptionalText("unit_codes_as_printed", "各文件所印的本单位编码，以空格分隔", "The codes that its files print for it, separated by spaces",
            static row => string.Join(' ', row.UnitCodes))
        .OptionalText("department_id", "主管部门：其公开包含本单位的部门",
            "主管部门: the department whose disclosure holds this unit; NULL for departments and " +
            "where none or several do", static row => row.DepartmentId).References("organisations")
        .Integer("first_year", "首个公开年度", "First fiscal year that it discloses", static row => row.FirstYear)
        .Integer("last_year", "最近公开年度", "Last fiscal year that it discloses", static row => row.LastYear)
        .Integer("disclosures", "公开数", "Number of its disclosures", static row => row.Disclosures)
        .OptionalText("predecessor_ids", "前身（机构改革，经人工审核的名单），以空格分隔",
            "Those that it follows, by the reviewed list of reforms, separated by spaces",
            static row => string.Join(' ', row.PredecessorIds))
        .OptionalText("successor_ids", "后继（机构改革，经人工审核的名单），以空格分隔", "Those that follow it, by the same list, separated by spaces",
            static row =>
            string.Join(' ', row.SuccessorIds))
        .OptionalText("succession", "后继的方式：renamed 更名，reorganised 重组，merged 合并组建，absorbed 并入原有部门",
            "How they follow it: renamed, reorganised, merged (newly formed of several) or absorbed (by one that goes on)",
            static row => row.Succession)
            .Listed("succession")
        .OptionalText("succession_source", "后继的依据（pipelines/organisations/sources.csv）", "Source of the succession, a row of " +
            "pipelines/organisations/sources.csv", static row => row.SuccessionSource)
        .Build(null);

    public static Dataset<PriorYearCheck> PriorYearChecks { get; } = new DatasetBuilder<PriorYearCheck>(
            "prior_year_checks",
            "上年数核对：公开中所述的上年数与上年所公开的数对照，每项一行",
            "What disclosures state of the year before against what was disclosed then, one row a figure")
        .Text("fact_key", "所述上年数所在的事实数据", "The row of the fact that states it", static row => row.FactKey).AsKey()
        .Text("fact", "事实数据集", "The dataset of the fact", static row => row.Fact).Listed("fact")
        .Text("item", "项目：科目编码或名称、资金、单位等，以空格分隔", "What it is of: subject, fund, unit or item, separated by spaces", static row => row.Item)
        .Text("prior_fact_key", "上年公开的同一项目", "The row of the same fact that was disclosed then", static row => row.PriorFactKey)
        .Text("disclosure_id", "所属公开", "The disclosure that states it", static row => row.Now.DisclosureId).References("disclosures")
        .Text("prior_disclosure_id", "上年的公开", "The disclosure of the year before", static row => row.Then.DisclosureId)
            .References("disclosures")
        .Text("organisation_id", "部门或单位", "The department or unit", static row => row.Now.OrganisationId).References("organisations")
        .Text("prior_organisation_id", "上年公开的部门或单位；更名或重组的为其前身",
            "The one of the year before: its predecessor where it was renamed or reorganised", static row => row.Then.OrganisationId)
            .References("organisations")
        .OptionalText("division_code", "行政区划代码（GB/T 2260，六位）", "Administrative division, GB/T 2260, six digits", static row =>
            row.Now.DivisionCode)
        .OptionalText("division_name", "行政区划名称", "Name of the administrative division", static row => row.Now.DivisionName)
        .OptionalText("department_name", "封面所印的部门或单位名称", "Issuer as the cover prints it", static row => row.Now.DepartmentName)
        .Integer("fiscal_year", "预算年度；所述的是其上年", "Fiscal year: what is stated is of the year before", static row => row.Now.FiscalYear)
        .Text("phase", "阶段：budget 预算，final_accounts 决算", "budget or final_accounts", static row => row.Now.Phase)
            .Listed(SchemaName.OfType<Phase>())
        .Money("stated_yuan", "所述的上年数，单位为元", "What is stated, in yuan", static row => row.StatedYuan)
        .Money("published_then_yuan", "上年所公开的数，单位为元", "What was disclosed then, in yuan", static row => row.PublishedThenYuan)
        .Money("difference_yuan", "差额（所述减去上年所公开）", "Stated minus disclosed then", static row => row.DifferenceYuan)
        .Money("tolerance_yuan", "所印数字四舍五入所允许的差额", "What the rounding of both figures may hide", static row => row.ToleranceYuan)
        .Coded("outcome", "结果：equal 一致，restated 改过；改过不等于有误", "equal or restated; a restatement is no fault by itself",
            static row => row.Outcome)
        .Build(null);

    public static Dataset<SubjectOfEdition> Subjects { get; } = new DatasetBuilder<SubjectOfEdition>(
            "subjects",
            "政府收支分类科目：每版每个编码一行",
            "The national classification of revenue and expenditure: one row a code and edition")
        .Coded("classification", "分类：functional、department_economic、government_economic、revenue",
            "functional, department_economic, government_economic " +
            "or revenue", static row => row.Classification)
        .Text("subject_code", "科目编码", "Code: 3 digits 类, 5 款, 7 项", static row => row.Code)
        .Text("catalogue_edition", "版本（年度）；与 budget_lines 的同名列对应", "Edition (year), as in budget_lines", static row => row.Edition)
        .Text("subject_name", "该版的名称", "Name in the edition", static row => row.Name)
        .Coded("subject_level", "科目级次：class 类，group 款，item 项", "class 类, group 款 or item 项", static row => row.Level)
        .OptionalText("parent_code", "上级科目编码", "Code of the level above", static row => row.ParentCode)
        .Flag("is_documented", "有文件依据", "Whether a source prints the code with the name", static row => row.IsDocumented)
        .OptionalText("successor_code", "该编码至此版为止，其名称自下一版起所用的编码",
            "Where the code ends with this edition: the code that bears its name from the " +
            "next one on", static row => row.SuccessorCode)
        .Build(null);

    public static Dataset<DivisionOfStandard> Divisions { get; } = new DatasetBuilder<DivisionOfStandard>(
            "divisions",
            "行政区划（GB/T 2260）：每个编码一行",
            "Administrative divisions of GB/T 2260, one row a code")
        .Text("division_code", "行政区划代码，六位", "Six digits", static row => row.Code).AsKey()
        .Text("division_name", "名称", "Name", static row => row.Name)
        .Text("division_level", "级别：province 省级，prefecture 地级，county 县级", "province, prefecture or county", static row => row.Level)
            .Listed("division_level")
        .OptionalText("parent_code", "上级代码", "Code of the level above", static row => row.ParentCode)
        .Flag("is_in_force", "现行", "Whether the code is in force", static row => row.IsInForce)
        .OptionalInteger("valid_from", "首次列出该代码的版本的年份；2002 年及以前已有的、所据各版（2002 年至 2016 年）不能确定的为空",
            "Year of the first edition that lists the code; NULL where it is of 2002 or before, or the editions at hand (2002 to 2016) " +
            "do not tell",
            static row => row.ValidFrom)
        .OptionalInteger("valid_to", "已撤销的代码：最后列出该代码的版本的年份；现行的、所据各版不能确定的为空",
            "Of a withdrawn code, the year of the last edition that lists it; NULL where it is in force or the editions at hand " +
            "do not tell",
            static row => row.ValidTo)
        .OptionalText("successor_codes", "撤销的代码：现由何代码代替，以空格分隔", "Of a withdrawn code: those that have its place, separated by spaces",
            static row => string.Join(' ', row.SuccessorCodes))
        .Build(null);

    /// <summary>In the order in which they are published and documented.</summary>
    public static ImmutableArray<DatasetSchema> Schemas { get; } =
        [Organisations.Schema, PriorYearChecks.Schema, Subjects.Schema, Divisions.Schema];
}
