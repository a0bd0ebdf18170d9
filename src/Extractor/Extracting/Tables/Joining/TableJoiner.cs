using Extractor.Extracting.Tables.Captions;
using Extractor.Extracting.Tables.Headers;
using Extractor.Model.Tables;
using Extractor.Tables;

namespace Extractor.Extracting.Tables.Joining;

/// <summary>
/// Reads the captions and notes of all grids of a document and decides which grids are one table. Hardly any document
/// prints 续表: what tells is that nothing stands between the two grids, and that their columns or headers are the same.
/// </summary>
internal sealed class TableJoiner(IReadOnlyList<PageFind> pages)
{
    private readonly List<TableChain> chains = [];

    public static List<TableChain> Join(IReadOnlyList<PageFind> pages)
    {
        var joiner = new TableJoiner(pages);
        for (var page = 0; page < pages.Count; page++)
        {
            joiner.JoinPage(page);
        }

        SidewaysJoiner.Join(joiner.chains);
        return joiner.chains;
    }

    private void JoinPage(int pageIndex)
    {
        var page = pages[pageIndex];
        for (var index = 0; index < page.Grids.Count; index++)
        {
            var grid = page.Grids[index];
            var before = index == 0 ? null : page.Grids[index - 1];
            var above = FreeLines(page, before?.Box.Bottom ?? 0, grid.Box.Top);
            var caption = CaptionReader.Read(above, grid.Box);
            var isFirst = index == 0 && caption.Lines.Length == above.Count;
            var chain = isFirst ? ContinuedChain(pageIndex, grid, caption) : above.Count == 0 ? ChainOfHeader(grid, before) : null;
            if (chain is null && grid.IsFragment)
            {
                page.Dissolve(grid);
                index--;
                continue;
            }

            if (chain is null)
            {
                if (isFirst && caption.Title is null)
                {
                    caption = WithTitleOfPageBefore(pageIndex, caption, grid);
                }

                caption = CaptionReader.Complete(caption, grid);
                if (caption.Title is null && above.Count == caption.Lines.Length && IsNextOfSeries(grid))
                {
                    caption = caption with { Number = chains[^1].Caption.Number, Title = chains[^1].Caption.Title };
                }

                chain = new TableChain(grid, caption, HeaderFinder.CountRows(grid));
                chains.Add(chain);
            }

            Mark(caption.Lines, LineRole.Caption, grid);
            var next = index + 1 < page.Grids.Count ? page.Grids[index + 1].Box.Top : page.Height;
            var (notes, noteLines) = NoteReader.Read(FreeLines(page, grid.Box.Bottom, next));
            chain.Notes.AddRange(notes);
            Mark(noteLines, LineRole.TableNote, grid);
        }
    }

    /// <summary>The table before, where the grid goes on with it; the repeated header rows are noted.</summary>
    private TableChain? ContinuedChain(int pageIndex, PageGrid grid, TableCaption caption)
    {
        if (chains.Count == 0 || chains[^1].Last.PageNumber != grid.PageNumber - 1)
        {
            return null;
        }

        var chain = chains[^1];
        var before = pages[pageIndex - 1];
        var foot = FreeLines(before, chain.Last.Box.Bottom, before.Height);
        if (foot.Exists(line => !IsNumberOf(chain, line)) || chain.Notes.Count > 0)
        {
            return null;
        }

        if (grid.IsFragment && !IsEndOf(chain.Last, grid))
        {
            return null;
        }

        var (repeated, headerRows) = HeaderRepetition.Match(chain.Grids[0], chain.HeaderRows[0], grid);
        if (!IsContinued(chain, grid, caption, repeated))
        {
            return null;
        }

        if (repeated > 0)
        {
            chain.HeaderRows[0] = headerRows;
        }

        Mark(foot, LineRole.Caption, grid);
        chain.Add(grid, repeated);
        return chain;
    }

    /// <summary>
    /// The table whose header the grid before is, and nothing else: the rows below it are drawn without lines, up to the page that
    /// closes the table.
    /// </summary>
    private TableChain? ChainOfHeader(PageGrid grid, PageGrid? before)
    {
        if (before is null || chains.Count == 0 || !ReferenceEquals(chains[^1].Last, before) || chains[^1].HeaderRows[^1] < before.RowCount
            || chains[^1].Notes.Count > 0 || grid.ColumnCount != before.ColumnCount || HeaderFinder.CountRows(grid) > 0)
        {
            return null;
        }

        // Where the column begins, the header shows: the rows of a page may all be indented.
        foreach (var cell in grid.Cells.Where(cell => cell.Column == 0 && cell.Box.Left > before.ColumnLines[0]))
        {
            cell.Box = cell.Box with { Left = before.ColumnLines[0] };
        }

        chains[^1].Add(grid, 0);
        return chains[^1];
    }

    private static bool IsContinued(TableChain chain, PageGrid grid, TableCaption caption, int repeatedRows)
    {
        if (caption.IsMarkedContinuation)
        {
            return true;
        }

        if (caption.Title is not null)
        {
            return RepeatsCaption(chain.Caption, caption, repeatedRows)
                && ((repeatedRows > 0 && !IsFilledOtherwise(chain.Grids[0], grid)) ||
                    (!HasSameOpening(chain.Grids[0], grid)
                        && ColumnAlignment.Agreement(chain.Last, grid) >= JoiningTolerances.AgreeingLines));
        }

        if (NamesAnother(chain.Caption, caption))
        {
            return false;
        }

        return repeatedRows > 0
            ? !IsFilledOtherwise(chain.Grids[0], grid)
            : caption.Unit is null && !IsNamedInside(grid) && !IsNextForm(chain.Grids[0], grid) && HasSameColumns(chain.Last, grid);
    }

    /// <summary>The title of the table stands again over its next part, with nothing beside it that is another's.</summary>
    private static bool RepeatsCaption(TableCaption first, TableCaption caption, int repeatedRows) =>
        (!caption.IsTitleHeading || (first.IsTitleHeading && repeatedRows > 0 && !CaptionPatterns.IsNumbered(caption.Title!)))
        && IsSame(caption.Title, first.Title)
        && IsSame(caption.Number ?? first.Number, first.Number)
        && IsSame(caption.Department ?? first.Department, first.Department);

    /// <summary>The lines over the grid name another department or another number.</summary>
    private static bool NamesAnother(TableCaption first, TableCaption caption) =>
        (caption.Department is not null && first.Department is not null && !IsSame(caption.Department, first.Department))
        || (caption.Number is not null && !IsSame(caption.Number, first.Number));

    private static bool IsNamedInside(PageGrid grid) => HeaderFinder.IsCaptionRow(grid, 0)
        && grid.CellAt(0, 0) is { Text.Length: > 0 } title && CaptionPatterns.IsTitle(CaptionPatterns.WithoutSpace(title.Text));

    private static bool HasSameColumns(PageGrid table, PageGrid grid)
    {
        if (grid.Method == TableMethod.Aligned && table.Method == TableMethod.Aligned)
        {
            return ColumnAlignment.HaveSameChannels(table, grid);
        }

        // The middles of white channels do not stand on lines that are drawn, however wide both pages are.
        var agreement = ColumnAlignment.Agreement(table, grid);
        return ColumnAlignment.HaveSameWidth(table, grid) && (grid.Method == table.Method || agreement >= JoiningTolerances.AgreeingLines)
            ? agreement >= JoiningTolerances.AgreeingLines || ColumnAlignment.HoldAlike(table, grid)
            : IsWithoutOuterColumn(table, grid) || (grid.ColumnCount == table.ColumnCount
                && (agreement > JoiningTolerances.AgreeingLinesOfOtherWidth || HeaderFinder.HasFigures(grid, 0)));
    }

    /// <summary>A form that follows one of the same make without a title of its own: the title stands over the series.</summary>
    private bool IsNextOfSeries(PageGrid grid) =>
        chains.Count > 0 && chains[^1].Caption is { Title: not null, IsTitleHeading: false }
        && grid.PageNumber - chains[^1].Last.PageNumber <= 1
        && HasSameOpening(chains[^1].Grids[0], grid)
        && (HeaderFinder.IsEntryRow(grid, 0) || HeaderFinder.IsCaptionRow(grid, 0) ||
            ColumnAlignment.Agreement(chains[^1].Grids[0], grid) >= JoiningTolerances.AgreeingLines);

    /// <summary>The form begins like the one before, with an entry (项目名称) that has another value.</summary>
    private static bool IsNextForm(PageGrid first, PageGrid grid) =>
        HasSameOpening(first, grid) && HeaderFinder.IsEntryName(CaptionPatterns.WithoutSpace(grid.CellAt(0, 0)!.Text));

    /// <summary>
    /// The outermost column has no borders on this page, because the label in it stands on another: the other lines all
    /// stand where they stood, and cells are open at the edge.
    /// </summary>
    private static bool IsWithoutOuterColumn(PageGrid table, PageGrid grid) =>
        grid.ColumnCount >= JoiningTolerances.FewestSharedColumns && grid.ColumnCount < table.ColumnCount
        && (grid.Cells.Exists(static cell => cell.IsOpenTop) || table.Cells.Exists(static cell => cell.IsOpenBottom))
        && Array.TrueForAll(grid.ColumnLines, line =>
            Array.Exists(table.ColumnLines, other => Math.Abs(other - line) <= JoiningTolerances.SameLine));

    /// <summary>
    /// The first rows are entries of a form (项目名称 | 水利专项资金, 实施单位 | …), and a value is another: the other
    /// labels of these rows repeat no header. The title of the form may stand above them in the grid.
    /// </summary>
    private static bool IsFilledOtherwise(PageGrid first, PageGrid grid)
    {
        var titles = 0;
        while (titles < Math.Min(first.RowCount, grid.RowCount) - 1 && HeaderFinder.IsCaptionRow(first, titles) &&
            HeaderFinder.IsCaptionRow(grid, titles))
        {
            titles++;
        }

        if (titles == 0 && !IsNextForm(first, grid))
        {
            return false;
        }

        for (var row = titles; row < Math.Min(first.RowCount, grid.RowCount); row++)
        {
            if (!HeaderFinder.IsEntryRow(first, row) || !HeaderFinder.IsEntryRow(grid, row))
            {
                return false;
            }

            if (HasOtherValue(first, grid, row))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Does a row of entries give one of them another value?</summary>
    private static bool HasOtherValue(PageGrid first, PageGrid grid, int row)
    {
        List<GridCell> values = CellsOf(first, row), others = CellsOf(grid, row);
        for (var index = 1; index < values.Count && index < others.Count; index += 2)
        {
            if (values[index].Text.Length > 0 && others[index].Text.Length > 0
                && CaptionPatterns.WithoutSpace(values[index].Text) != CaptionPatterns.WithoutSpace(others[index].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static List<GridCell> CellsOf(PageGrid grid, int row) => grid.Cells.FindAll(cell => cell.Row == row);

    /// <summary>The number of the table (表10), left behind at the foot of a page when its title went on to the next.</summary>
    private static bool IsNumberOf(TableChain chain, LooseLine line) =>
        chain.Caption.Number is not null && CaptionPatterns.TrySplitNumber(CaptionPatterns.WithoutSpace(line.Text), out var number,
            out var rest)
        && rest.Length == 0 && IsSame(number, chain.Caption.Number);

    /// <summary>A fragment ends a table where it has the table's columns, or carries on the cell above it.</summary>
    private static bool IsEndOf(PageGrid table, PageGrid fragment)
    {
        if (fragment.Cells.Count > 1)
        {
            return fragment.ColumnCount == table.ColumnCount && ColumnAlignment.HaveSameWidth(table, fragment);
        }

        var box = fragment.Cells[0].Box;
        return table.Cells.Exists(cell => cell.Row + cell.RowSpan == table.RowCount && cell.Lines.Count > 0
            && Math.Abs(cell.Box.Left - box.Left) < JoiningTolerances.SameLine
            && Math.Abs(cell.Box.Right - box.Right) < JoiningTolerances.SameLine);
    }

    /// <summary>Do two grids begin with the same label? The forms of a series do, a continuation page does not.</summary>
    private static bool HasSameOpening(PageGrid first, PageGrid second)
    {
        var one = CaptionPatterns.WithoutSpace(first.CellAt(0, 0)?.Text ?? string.Empty);
        var other = CaptionPatterns.WithoutSpace(second.CellAt(0, 0)?.Text ?? string.Empty);
        return one.Length > 0 && other.Length > 0
            && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal));
    }

    /// <summary>A title may be left behind at the foot of the page before its table.</summary>
    private TableCaption WithTitleOfPageBefore(int pageIndex, TableCaption caption, PageGrid grid)
    {
        if (pageIndex == 0)
        {
            return caption;
        }

        var before = pages[pageIndex - 1];
        var from = before.Grids.Count == 0 ? 0 : before.Grids.Max(static other => other.Box.Bottom);
        var above = FreeLines(before, from, before.Height);
        var read = CaptionReader.Read(above, grid.Box);
        if (read.Title is null || read.IsTitleHeading)
        {
            return caption;
        }

        Mark(read.Lines, LineRole.Caption, grid);
        return caption with
        {
            Number = caption.Number ?? read.Number,
            Title = read.Title,
            Unit = caption.Unit ?? read.Unit,
            Department = caption.Department ?? read.Department,
        };
    }

    private static List<LooseLine> FreeLines(PageFind page, double top, double bottom)
    {
        var free = new List<LooseLine>();
        foreach (var line in page.Lines)
        {
            if (line.Role == LineRole.Text && line.Box.CentreY >= top && line.Box.CentreY <= bottom)
            {
                free.Add(line);
            }
        }

        free.Sort(static (first, second) => first.Box.Top.CompareTo(second.Box.Top));
        return free;
    }

    private static void Mark(IEnumerable<LooseLine> lines, LineRole role, PageGrid grid)
    {
        foreach (var line in lines)
        {
            line.Role = role;
            line.Grid = grid;
        }
    }

    private static bool IsSame(string? first, string? second) =>
        string.Equals(first?.Replace("续", string.Empty, StringComparison.Ordinal), second, StringComparison.Ordinal);
}
