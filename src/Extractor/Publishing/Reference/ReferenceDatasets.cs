using System.Collections.Immutable;
using Extractor.Model;
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
        .OptionalText("succession_source", "后继的依据（pipelines/organisations/sources.csv）", "Source of the succession, a row of " +
            "pipelines/organisations/sources.csv", static row => row.SuccessionSource)
        .Build(null);

    public static Dataset<SubjectOfEdition> Subjects { get; } = new DatasetBuilder<SubjectOfEdition>(
            "subjects",
            "政府收支分类科目：每版每个编码一行",
            "The national classification of revenue and expenditure: one row a code and edition")
        .Text("classification", "分类：functional、department_economic、government_economic、revenue",
            "functional, department_economic, government_economic " +
            "or revenue", static row => SchemaName.Of(row.Classification))
        .Text("subject_code", "科目编码", "Code: 3 digits 类, 5 款, 7 项", static row => row.Code)
        .Text("catalogue_edition", "版本（年度）；与 budget_lines 的同名列对应", "Edition (year), as in budget_lines", static row => row.Edition)
        .Text("subject_name", "该版的名称", "Name in the edition", static row => row.Name)
        .Text("subject_level", "科目级次：class 类，group 款，item 项", "class 类, group 款 or item 项", static row => SchemaName.Of(row.Level))
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
        .OptionalText("parent_code", "上级代码", "Code of the level above", static row => row.ParentCode)
        .Flag("is_in_force", "现行", "Whether the code is in force", static row => row.IsInForce)
        .OptionalText("successor_codes", "撤销的代码：现由何代码代替，以空格分隔", "Of a withdrawn code: those that have its place, separated by spaces",
            static row => string.Join(' ', row.SuccessorCodes))
        .Build(null);

    /// <summary>In the order in which they are published and documented.</summary>
    public static ImmutableArray<DatasetSchema> Schemas { get; } = [Organisations.Schema, Subjects.Schema, Divisions.Schema];
}
