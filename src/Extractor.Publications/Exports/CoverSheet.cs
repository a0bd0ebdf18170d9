using System.Collections.Immutable;
using System.Globalization;
using Extractor.Publishing.Storage;

namespace Extractor.Publications.Exports;

/// <summary>What the export is, where it comes from and how to read it.</summary>
internal static class CoverSheet
{
    private static readonly ImmutableArray<ExportColumn> Columns =
    [
        new("item", "项目", ExportColumnKind.Text, 24),
        new("content", "内容", ExportColumnKind.Text, 100),
    ];

    public static ExportSheet Of(ImmutableArray<ExportedDocument> documents, PublicationManifest manifest) =>
        new("cover", "封面", Columns, Rows(documents, manifest));

    private static IEnumerable<object?[]> Rows(ImmutableArray<ExportedDocument> documents, PublicationManifest manifest)
    {
        yield return ["部门 / Departments", Joined(documents.Select(static document => document.Department))];
        yield return ["地区 / Divisions", Joined(documents.Select(static document => document.Division))];
        yield return ["年度 / Fiscal years",
            Joined(documents.Select(static document => document.FiscalYear?.ToString(CultureInfo.InvariantCulture))
            .Order(StringComparer.Ordinal))];
        yield return ["文件 / Documents", documents.Length.ToString(CultureInfo.InvariantCulture)];
        yield return ["程序版本 / Extractor", manifest.ExtractorVersion];
        yield return ["数据结构 / Schema", manifest.SchemaVersion.ToString(CultureInfo.InvariantCulture)];
        yield return ["金额 / Amounts",
            "amount_yuan 单位为元；value_as_printed 和 unit_as_printed 为文件所印。 In yuan; what is printed stands beside it."];
        yield return ["出处 / Provenance", "每个数字均附文件、页码和位置（box_left、box_top、box_right、box_bottom：正立页面左上角为原点，单位为点）。 " +
            "Every figure has its file, page and box in points from the top left of the upright page."];
        yield return ["核对 / Proof", "proven 有算术检查证实；contradicted 有检查不符；unproven 无可核对。 proven: a check holds; contradicted: one fails; " +
            "unproven: nothing to check it with."];
        yield return ["对照 / Comparison", "对照表中空白表示文件未印该数，或印有多个不同的数（核对栏注明）。 A blank in a comparison: the document does not print it, or " +
            "prints several that differ, which the proof says."];
        yield return ["说明 / Note", "本表由公开文件自动提取，未作更正；文件自相矛盾之处见“发现”。 Extracted from published files and not corrected; where a file " +
            "contradicts itself, see the findings."];
    }

    private static string Joined(IEnumerable<string?> values) =>
        string.Join("、", values.Where(static value => !string.IsNullOrEmpty(value)).Distinct(StringComparer.Ordinal));
}
