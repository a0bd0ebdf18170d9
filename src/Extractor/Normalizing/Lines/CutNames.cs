using System.Collections.Immutable;
using Extractor.Model.Tables;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// A name that the edge of a page cuts in two (无锡市第 | 一中学): the first row of a page prints its end and nothing else. Such a row may as
/// well be a heading; it is the end of a name where the document prints that name whole in another cell.
/// </summary>
internal sealed class CutNames(ImmutableArray<ExtractedTable> tables)
{
    private readonly Lazy<HashSet<string>> names = new(() => tables.SelectMany(static table => table.Cells)
        .Where(static cell => !cell.IsHeader && cell.Text.Length > 0).Select(static cell => cell.Text).ToHashSet(StringComparer.Ordinal));

    /// <summary>The table with such names in the row where they begin.</summary>
    public ExtractedTable Joined(ExtractedTable table)
    {
        if (table.PageFirst == table.PageLast)
        {
            return table;
        }

        ImmutableArray<TableCell>.Builder? joined = null;
        var (previous, printed) = (new List<int>(), new List<int>());
        for (var first = 0; first < table.Cells.Length;)
        {
            var end = first;
            printed.Clear();
            for (; end < table.Cells.Length && table.Cells[end].Row == table.Cells[first].Row; end++)
            {
                if (table.Cells[end].Text.Length > 0)
                {
                    printed.Add(end);
                }
            }

            if (printed is [var only] && BegunAt(table, previous, table.Cells[only]) is { } begun)
            {
                joined ??= table.Cells.ToBuilder();
                joined[begun] = joined[begun] with { Text = table.Cells[begun].Text + table.Cells[only].Text };
                joined[only] = joined[only] with { Text = string.Empty, TextIndent = 0, TextBox = null };
            }

            (previous, printed) = (printed, previous);
            first = end;
        }

        return joined is null ? table : table with { Cells = joined.ToImmutable() };
    }

    /// <summary>The cell of the row before, on an earlier page, whose name <paramref name="end"/> completes.</summary>
    private int? BegunAt(ExtractedTable table, List<int> previous, TableCell end)
    {
        foreach (var at in previous)
        {
            var cell = table.Cells[at];
            if (cell.Column == end.Column && cell.Parts[^1].PageNumber < end.Parts[0].PageNumber &&
                names.Value.Contains(cell.Text + end.Text))
            {
                return at;
            }
        }

        return null;
    }
}
