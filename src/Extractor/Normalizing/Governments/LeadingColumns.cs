using System.Collections.Immutable;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Governments;

/// <summary>The columns to the left of the amounts, where their cells tell more than their headings.</summary>
internal static class LeadingColumns
{
    /// <summary>
    /// 到期年度 over 2025年到期, 2026年到期: where no other column does, the one before the amounts that holds words names the rows.
    /// </summary>
    public static GovernmentColumn? LastNamed(List<GovernmentColumn> columns, TableGrid grid) => columns
        .TakeWhile(static column => column.Role != GovernmentColumnRole.Amount)
        .LastOrDefault(column => column.Role == GovernmentColumnRole.Ignored &&
            grid.BodyRows.Any(row => PrintedAmount.IsName(grid.Text(row, column.Meaning.Column))));

    /// <summary>One column of codes, or 类 | 款 | 项 | 目 (103 | 06 | 01 | 03), each two digits behind the first.</summary>
    public static ImmutableArray<ColumnMeaning> CodesOf(List<GovernmentColumn> columns, TableGrid grid)
    {
        ReadOnlySpan<ColumnRole> levels = [ColumnRole.CodeClass, ColumnRole.CodeGroup, ColumnRole.CodeItem];
        var codes = columns.FindAll(static column => column.Role == GovernmentColumnRole.Code);
        var behind = codes.Skip(1).SelectMany(code => grid.BodyRows.Select(row => grid.Text(row, code.Meaning.Column).Length))
            .Where(static length => length > 0).ToList();
        var isSplit = behind.Count > 0 && behind.TrueForAll(static length => length == 2);
        var read = ImmutableArray.CreateBuilder<ColumnMeaning>(codes.Count);
        foreach (var code in codes)
        {
            read.Add(code.Meaning with { Role = isSplit ? levels[Math.Min(read.Count, levels.Length - 1)] : ColumnRole.Code });
        }

        return read.MoveToImmutable();
    }
}
