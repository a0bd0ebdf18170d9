using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Subjects;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// The second and third classification of a row: tables may print functional, department economic and government economic codes
/// side by side, each in columns of its own.
/// </summary>
internal sealed class OtherSubjects(TableGrid grid, TableBlock block, TableContext context)
{
    private readonly ImmutableArray<SubjectSlot> slots =
        [.. block.Slots.Where(slot => slot != block.Primary(context.Kind) && slot.Codes.Length + (slot.Name is null ? 0 : 1) > 0)];

    public ImmutableArray<PrintedSubject> Of(int row)
    {
        if (slots.IsEmpty)
        {
            return [];
        }

        var subjects = ImmutableArray.CreateBuilder<PrintedSubject>();
        foreach (var slot in slots)
        {
            if (CodeOf(row, slot) is { } printed && PrintedCode.ClassificationOf(printed) is { } classification &&
                classification != Classification.Revenue && (slot.Classification ?? classification) == classification)
            {
                var code = PrintedCode.Canonical(classification, printed);
                subjects.Add(new PrintedSubject(classification, code,
                    context.Reference.Subjects.Find(classification, code, context.FiscalYear)?.Name));
            }
            else if (InWords(row, slot) is { } only)
            {
                subjects.Add(new PrintedSubject(only.Classification, only.Code, only.Name));
            }
        }

        return subjects.ToImmutable();
    }

    /// <summary>经济科目 without codes: the subject that alone bears the name.</summary>
    private SubjectEntry? InWords(int row, SubjectSlot slot)
    {
        if (slot is not { Codes: [], Name: { } name } ||
            slot.Classification is not ((Classification.DepartmentEconomic or Classification.GovernmentEconomic) and var list))
        {
            return null;
        }

        var match = context.Reference.Subjects.FindByName(list, grid.TextOver(row, name.Column), context.FiscalYear, null);
        return match.Source == SubjectNameSource.Edition ? match.Entry : null;
    }

    /// <summary>
    /// 上海's lists of projects print the subject above its projects, in columns of its own: a row that names nothing else is that
    /// subject's.
    /// </summary>
    public ResolvedSubject? Naming(int row, string label)
    {
        if (label.Length == 0 || block.Primary(context.Kind)?.Columns.Any(column => grid.Text(row, column.Column).Length > 0) != false)
        {
            return null;
        }

        foreach (var slot in slots)
        {
            if (slot.Name is { } name && grid.Text(row, name.Column) == label && CodeOf(row, slot) is { } code &&
                PrintedCode.ClassificationOf(code) is { } classification && (slot.Classification ?? classification) == classification)
            {
                return new ResolvedSubject(code, code, slot.Codes.Length > 1 ? CodeEvidence.SplitColumns : CodeEvidence.Printed,
                    context.Reference.Subjects.Find(classification, PrintedCode.Canonical(classification, code), context.FiscalYear),
                    classification);
            }
        }

        return null;
    }

    /// <summary>
    /// In one cell, or 类 | 款 | 项 in columns of their own where the 类 is printed in the row; a cell may be merged over all rows of its
    /// subject.
    /// </summary>
    private string? CodeOf(int row, SubjectSlot slot)
    {
        foreach (var column in slot.Columns)
        {
            if (column.Role is ColumnRole.Code or ColumnRole.Name && PrintedCode.Read(grid.TextOver(row, column.Column)) is { } code)
            {
                return code.Digits;
            }
        }

        var composed = Part(ColumnRole.CodeClass);
        if (PrintedCode.Read(composed) is not { Digits.Length: 3, Name.Length: 0 })
        {
            return PrintedCode.Read(composed) is { Name.Length: 0 } whole ? whole.Digits : null;
        }

        foreach (var role in (ReadOnlySpan<ColumnRole>)[ColumnRole.CodeGroup, ColumnRole.CodeItem])
        {
            if (Part(role) is not { Length: 1 or 2 } part)
            {
                break;
            }

            composed += part.PadLeft(2, '0');
        }

        return PrintedCode.Read(composed) is { Name.Length: 0 } read ? read.Digits : null;

        string Part(ColumnRole role) =>
            slot.Codes.FirstOrDefault(code => code.Role == role) is { } column ? FoldedText.Of(grid.TextOver(row, column.Column))
                : string.Empty;
    }
}
