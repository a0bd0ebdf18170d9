using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Evidence;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Subjects;

namespace Extractor.Normalizing.Lines;

/// <summary>Reports the subjects of a document that the national classification does not explain; each once.</summary>
internal static class SubjectFindings
{
    public static IEnumerable<Finding> Of(ImmutableArray<TableLines> tables, SubjectCatalogue subjects)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var numberedTables = new HashSet<int>();
        var compared = new HashSet<(string Code, string Name)>();
        foreach (var draft in tables.SelectMany(static table => table.All))
        {
            var line = draft.Line;
            if (line is { Doubt: LineDoubt.CodeAgainstName, SubjectCode: { } named, SubjectName: { } meant } &&
                line.SubjectCodeAsPrinted is { } numbered)
            {
                if (numberedTables.Add(line.TableOrdinal))
                {
                    yield return NumberedByItself(line, numbered, named, meant);
                }
            }
            else if (line is { SubjectCode: { } code, SubjectName: null } && told.Add(code))
            {
                yield return LocalCode(line, code);
            }
            else if (line is
            {
                SubjectCode: null, ItemKey: null, AmountYuan: not 0, SubjectNameAsPrinted: { } name,
                RowRole: not RowRole.Total, Doubt: not LineDoubt.CodeAgainstName
            } && IsCatalogued(line.Classification) && told.Add(name))
            {
                yield return Unresolved(line, name);
            }
            else if (line is
            {
                SubjectCode: { } printedCode, SubjectName: { } catalogued, SubjectNameAsPrinted: { } printedName,
                CodeEvidence: CodeEvidence.Printed or CodeEvidence.SplitColumns
            } &&
                compared.Add((printedCode, printedName)) &&
                subjects.NamingOf(line.Classification, printedCode, PrintedCode.NameIn(printedName)) == SubjectNaming.Misprinted)
            {
                yield return Misprinted(line, printedCode, printedName, catalogued);
            }
        }
    }

    private static bool IsCatalogued(Classification classification) =>
        classification is Classification.Functional or Classification.DepartmentEconomic or Classification.GovernmentEconomic;

    private static Finding LocalCode(BudgetLine line, string code) => OfDocument(line, new(
        FindingRule.LocalSubjectCode,
        Severity.Note,
        $"科目编码 {code}“{line.SubjectNameAsPrinted}”（第 {line.PageNumber} 页）不在全国科目表中，按印出的编码保留，无标准名称：可能是地方自设或新增的科目。跨地区汇总时请按上级科目归并。",
        $"The subject code {code} '{line.SubjectNameAsPrinted}' (page {line.PageNumber}) is not in the national classification: a local " +
        $"subject, or a new one. It is kept as printed, without a catalogue name; count it under its parent when you add up places.",
        line.PageNumber,
        line.Box,
        null,
        code));

    private static Finding Misprinted(BudgetLine line, string code, string printed, string catalogued) => new(
        FindingRule.SubjectNameMisprinted,
        Severity.Note,
        $"科目名称疑有误字：第 {line.PageNumber} 页科目 {code} 印作“{printed}”，科目表为“{catalogued}”。按编码取科目，名称照印保留，请对照原页。",
        $"Page {line.PageNumber} prints subject {code} as '{printed}', the catalogue has '{catalogued}'. The " +
        $"subject is taken by its code; the name is kept as printed. Compare the page.",
        line.PageNumber,
        line.Box,
        catalogued,
        printed);

    private static Finding NumberedByItself(BudgetLine line, string printed, string code, string name) => OfDocument(line, new(
        FindingRule.CodeAgainstName,
        Severity.Note,
        $"科目编码与名称不符：第 {line.PageNumber} 页的表把“{line.SubjectNameAsPrinted}”编为 {printed}，科目表中“{name}”为 " +
        $"{code}（本表此类只报首处）。按名称取科目，编码照印保留，有关数据不作证实。请对照原页。",
        $"The table on page {line.PageNumber} numbers '{line.SubjectNameAsPrinted}' {printed}; in the catalogue " +
        $"'{name}' is {code} (the first of this table is told). The subject is taken by the name, the code is kept as printed, and such " +
        $"lines are not proven. Compare the page.",
        line.PageNumber,
        line.Box,
        code,
        printed));

    private static Finding Unresolved(BudgetLine line, string name) => OfDocument(line, new(
        FindingRule.UnresolvedSubject,
        Severity.Note,
        $"第 {line.PageNumber} 页的“{name}”没有印科目编码，按名称也找不到唯一的科目，金额 {line.ValueAsPrinted} 不带科目发布。按科目汇总时请自行判定。",
        $"'{name}' on page {line.PageNumber} prints no subject code and its name stands for no single subject; its amount " +
        $"{line.ValueAsPrinted} is published without a subject. Decide where it belongs before you add up by subject.",
        line.PageNumber,
        line.Box,
        null,
        name));

    /// <summary>What the whole document has in common: it counts by a classification of its own.</summary>
    private static Finding OfDocument(BudgetLine line, Finding finding) =>
        (finding with { Cause = string.Empty }).At(FindingPlaces.Of(line, finding.Expected, finding.Actual));
}
