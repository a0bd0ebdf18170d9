using System.Text.RegularExpressions;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>What the document writes after a label that asks for the issuer, and how strongly that label asks.</summary>
internal readonly record struct IssuerLabel(string Name, int Strength, int PageNumber, bool AsksForDepartment);

/// <summary>
/// Finds 编制单位：…, 部门名称：…, 部门：… above tables, and 部门名称 | … in the forms. A label of the whole document
/// (预算主管部门, 部门名称) says more than one that a form repeats for every unit (实施单位, 预算单位).
/// </summary>
internal static partial class LabelReader
{
    /// <summary>Rows of a form that can hold its head.</summary>
    private const int FormHeadRows = 6;

    private static readonly WordSet Strengths = ReadingWords.Of(WordList.IssuerLabel);
    private static readonly WordSet DepartmentLabels = ReadingWords.Of(WordList.DepartmentNameLabel);

    public static IEnumerable<IssuerLabel> Read(ExtractedDocument document)
    {
        foreach (var page in document.Pages)
        {
            foreach (var line in page.Lines)
            {
                foreach (var label in InLine(line.Text, page.Number))
                {
                    yield return label;
                }
            }
        }

        foreach (var table in document.Tables)
        {
            foreach (var label in InTable(table))
            {
                yield return label;
            }
        }
    }

    public static IEnumerable<IssuerLabel> InLine(string line, int pageNumber)
    {
        if (line.Length > 120 || line.AsSpan().IndexOfAny('：', ':', '称') < 0 ||
            (!line.Contains('位', StringComparison.Ordinal) && !line.Contains('部', StringComparison.Ordinal)))
        {
            yield break;
        }

        var text = new PrintedText([line]);
        foreach (Match match in Labelled().Matches(text.Folded))
        {
            var value = match.Groups["value"];
            if (Named(match.Groups["label"].Value, text.Printed(value.Index, value.Index + value.Length), pageNumber) is { } label)
            {
                yield return label;
            }
        }
    }

    /// <summary>Labels in lines of a cover, where a long name goes on in the next line.</summary>
    public static IEnumerable<IssuerLabel> InLines(IReadOnlyList<ExtractedLine> lines, int pageNumber)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            var found = InLine(lines[index].Text, pageNumber).ToList();
            if (found.Count == 0 && index + 1 < lines.Count && lines[index].Text.AsSpan().IndexOfAny('：', ':') >= 0)
            {
                found = [.. InLine(lines[index].Text + lines[index + 1].Text, pageNumber)];
            }

            foreach (var label in found)
            {
                yield return label;
            }
        }
    }

    private static IEnumerable<IssuerLabel> InTable(ExtractedTable table)
    {
        if (table.DepartmentLine is { } line)
        {
            foreach (var label in InLine(line, table.PageFirst))
            {
                yield return label;
            }
        }

        for (var index = 0; index + 1 < table.Cells.Length && table.Cells[index].Row < FormHeadRows; index++)
        {
            var cell = table.Cells[index];
            var next = table.Cells[index + 1];
            if (cell.Text.Length is >= 2 and <= 14 && cell.Row == next.Row && CellLabel().IsMatch(FoldedText.Of(cell.Text)) &&
                Named(FoldedText.Of(cell.Text), PrintedText.Of(next.Text), table.PageFirst) is { } label)
            {
                // Inside a form 单位名称 asks for the unit that the form is of.
                yield return label.AsksForDepartment ? label : label with { Strength = 1 };
            }
        }
    }

    private static IssuerLabel? Named(string label, string printed, int pageNumber)
    {
        if (IssuerName.Clean(printed) is not { } name || !IssuerName.IsOrgan(FoldedText.Of(name)))
        {
            return null;
        }

        var strength = Strengths.MeaningOf(label) is { } strong ? strong[0] - '0' : 1;
        return new IssuerLabel(name, strength, pageNumber, DepartmentLabels.Matches(label));
    }

    [GeneratedRegex(@"(?<![\u4e00-\u9fff])(?<label>预算主管部门|主管部门|部门\(单位\)名称|单位\(部门\)名称|部门名称|单位名称|部门\(单位\)|编制单位|编制部门|填报单位|填报部门|编报单位|编报部门|" +
        @"预算单位|预算部门|公开部门|公开单位|部门|单位)(?:\((?:盖章|公章|签章|章)\))?(?::|(?<=名称))(?<value>.{3,60})", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:预算主管部门|主管部门(?:\(?及代码\)?)?|主管单位|部门\(单位\)名称|单位\(部门\)名称|部门名称|单位名称|部门\(单位\)|编制单位|填报单位|填报部门|预算单位|预算部门)(?:\((?:盖章|公章|" +
        @"签章|章)\))?:?$", RegexOptions.CultureInvariant)]
    private static partial Regex CellLabel();
}
