using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>Reads the indicators of a table row by row; the levels of a row are those of the cells that reach down to it.</summary>
internal sealed class IndicatorReader(FormGrid grid, PerformanceMap map)
{
    private static readonly WordSet Templates = ReadingWords.Of(WordList.TemplateIndicator);
    private static readonly WordSet NoUnits = ReadingWords.Of(WordList.NoTargetUnit);

    private readonly LevelText levels = new(map);
    private readonly ImmutableArray<PerformanceIndicator>.Builder found = ImmutableArray.CreateBuilder<PerformanceIndicator>();
    private readonly Dictionary<int, (string? Level1, string? Level2)> above = [];
    private int begun;

    public ImmutableArray<PerformanceIndicator> Found => found.ToImmutable();

    /// <summary>A new project begins: nothing reaches down from above.</summary>
    public void Begin()
    {
        above.Clear();
        if (!found.Skip(begun).Any(static row => row.Level3 is not null || row.TargetValue is not null || row.ActualValue is not null))
        {
            // A form that nobody has filled in.
            found.Count = begun;
        }

        begun = found.Count;
    }

    /// <summary>Reads one row; false where it holds no indicator.</summary>
    public bool Read(int row, FormHeader header, string? project)
    {
        var count = found.Count;
        if (header.IsWide)
        {
            ReadWide(row, header, project);
        }
        else if (header.First(PerformanceRole.Indicator) is { } column)
        {
            ReadOneCell(row, column, header.Blocks[0], project);
        }
        else
        {
            foreach (var block in header.Blocks)
            {
                ReadNested(row, block, project);
            }
        }

        return found.Count > count;
    }

    private void ReadNested(int row, IndicatorColumns columns, string? project)
    {
        var cells = new RowCells(
            First: null, Second: null, Cell(row, columns.Level3), Cell(row, columns.Level2), Cell(row, columns.Target),
                Cell(row, columns.Actual));
        if (cells.Lowest is not { } lowest || !cells.HoldsAnIndicator(row))
        {
            return;
        }

        cells = WithLevels(row, columns, cells);
        if (cells.AreHeadings)
        {
            return;
        }

        var page = lowest.Row == row ? lowest.Parts[0].PageNumber : grid.PageOf(row);
        var (level1, level2) = LevelsDownTo(columns.Level3?.Column ?? 0, cells, page);
        if (cells.Third is { Text.Length: 0 } && (!Begins(cells.Target, row) || IsNamedBelow(row, columns.Level3!, cells.Target)))
        {
            // The target of an indicator whose name stands in another row of the target's cell.
            return;
        }

        var level3 = cells.Third is null || cells.Third == cells.First ? null : Text(cells.Third);
        if (level3 is not null && IsHeadingOrTemplate(level3, cells.Target))
        {
            return;
        }

        // A kind of indicators under which the form says nothing is a row too: left blank, not left out.
        Add(row, columns, project, (level1, level2, level3), lowest, isKept: Begins(cells.Second, row) &&
            cells.Second is { Text.Length: > 0 } && cells.Second != cells.First);
    }

    /// <summary>The cells of one row of a block, from the outermost level to what was reached.</summary>
    /// <param name="Beside">What stands in the column of the second level in this very row.</param>
    private readonly record struct RowCells(
        TableCell? First, TableCell? Second, TableCell? Third, TableCell? Beside, TableCell? Target, TableCell? Actual)
    {
        public TableCell? Lowest => Third ?? Beside;

        /// <summary>
        /// The row begins a name or a target. 改进措施 | one cell, 项目负责人：王一 | 财务负责人：李二 are lines of the form below the indicators.
        /// </summary>
        public bool HoldsAnIndicator(int row) =>
            Lowest != Target && (Begins(Lowest, row) || Begins(Target, row)) && (Actual is null || (Actual != Target && Actual != Lowest));

        /// <summary>名称 | 权重 | 名称 | 权重 under the levels is a second row of headings.</summary>
        public bool AreHeadings => Third is not null && Second is not null && First is not null && Third != Second && Second != First &&
            First.Text == Second.Text && Second.Text == Third.Text;
    }

    /// <summary>
    /// The cells of the levels over the row; a word of the second level alone in the first one's column names no first level.
    /// </summary>
    private RowCells WithLevels(int row, IndicatorColumns columns, RowCells cells)
    {
        var second = NameOver(row, columns.Level2, cells.Third);
        var first = NameOver(row, columns.Level1, second);
        var isSecondAlone = first is not null && first == second && map.LevelWords.GetValueOrDefault(FoldedText.Of(first.Text)) == 2;
        return cells with { First = isSecondAlone ? null : first, Second = second };
    }

    /// <summary>The names of the upper levels: those of the row, else those that reach down to it from above.</summary>
    private (string? Level1, string? Level2) LevelsDownTo(int block, RowCells cells, int page)
    {
        var (level1, level2) = above.GetValueOrDefault(block);
        if (cells.First is { } first && levels.On(first, page) is { } printedFirst)
        {
            level2 = string.Equals(level1, printedFirst, StringComparison.Ordinal) ? level2 : null;
            level1 = printedFirst;
        }

        if (cells.Second is { } second && second != cells.First && second != cells.Third && levels.On(second, page) is { } printedSecond)
        {
            level2 = printedSecond;
        }

        above[block] = (level1, level2);
        return (level1, level2);
    }

    private bool IsHeadingOrTemplate(string level3, TableCell? target) =>
        map.Column(level3) is PerformanceRole.Level3 or PerformanceRole.Target ||
            (target is not { Text.Length: > 0 } && IsTemplate(level3));

    /// <summary>
    /// The cell that names the level over <paramref name="lower"/>. Where a page edge cuts merged cells their lines are drawn a
    /// little off: the name then stands beside a lower row of the cell that it names.
    /// </summary>
    private TableCell? NameOver(int row, FormColumn? column, TableCell? lower)
    {
        var cell = Cell(row, column);
        if (cell is { Text.Length: > 0 } || lower is null || lower.Row != row)
        {
            return cell;
        }

        for (var next = row + 1; next < lower.Row + lower.RowSpan; next++)
        {
            if (Cell(next, column) is { Text.Length: > 0 } named)
            {
                return named;
            }
        }

        return cell;
    }

    private bool IsNamedBelow(int row, FormColumn names, TableCell? target)
    {
        for (var next = row + 1; target is not null && next < target.Row + target.RowSpan; next++)
        {
            if (Cell(next, names) is { Text.Length: > 0 } name && name != target)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>指标1： and …… of a form that nobody has filled in.</summary>
    private static bool IsTemplate(string text)
    {
        var folded = FoldedText.Of(text).AsSpan();
        return folded[(Templates.BeginOf(folded)?.Length ?? 0)..].TrimStart("0123456789:.…·、").IsEmpty;
    }

    private void ReadOneCell(int row, FormColumn column, IndicatorColumns columns, string? project)
    {
        if (Cell(row, column) is not { Text.Length: > 0 } cell || cell.Row != row)
        {
            return;
        }

        if (columns.Target is { } target)
        {
            if (cell != Cell(row, target) && map.Column(cell.Text) is null)
            {
                Add(row, columns, project, levels.TakePrefixes(cell.Text), cell, isKept: false);
            }

            return;
        }

        foreach (var listed in IndicatorListText.Read(cell.Text))
        {
            found.Add(new PerformanceIndicator(
                grid.Table.Ordinal, project, listed.Level1, listed.Level2, listed.Level3, listed.Target, null, cell.Parts[0].PageNumber,
                    cell.Parts[0].Box.Rounded()));
        }
    }

    private void ReadWide(int row, FormHeader header, string? project)
    {
        foreach (var content in header.Columns)
        {
            if (content.Role != PerformanceRole.Level3 || content.Outer.IsEmpty || Cell(row, content) is not { } cell || cell.Row != row)
            {
                continue;
            }

            var level3 = Text(cell);
            var actual = Beside(content, PerformanceRole.Actual);
            var target = Beside(content, PerformanceRole.Target);
            if (level3 is null && actual is null && target is null)
            {
                continue;
            }

            var (level1, level2) = LevelsOf(content.Outer);
            found.Add(new PerformanceIndicator(
                grid.Table.Ordinal, project, level1, level2, level3, target, actual, cell.Parts[0].PageNumber,
                    cell.Parts[0].Box.Rounded()));
        }

        string? Beside(FormColumn content, PerformanceRole role) =>
            header.Columns.FirstOrDefault(column => column.Role == role && column.Outer.SequenceEqual(content.Outer)) is { } beside
                ? Text(Cell(row, beside)) : null;
    }

    /// <summary>产出目标, 数量指标: the outermost and the innermost heading; a single one is of the level that the map gives it.</summary>
    private (string? Level1, string? Level2) LevelsOf(ImmutableArray<string> headings)
    {
        if (headings.Length > 1)
        {
            return (headings[^2], headings[^1]);
        }

        var isSecond = map.LevelWords.GetValueOrDefault(FoldedText.Of(headings[0])) == 2;
        return (isSecond ? null : headings[0], isSecond ? headings[0] : null);
    }

    private void Add(int row, IndicatorColumns columns, string? project, (string? Level1, string? Level2, string? Level3) names,
        TableCell place, bool isKept)
    {
        var target = TargetOf(row, columns);
        var actual = Text(Cell(row, columns.Actual));
        if (names.Level3 is null && target is null && actual is null && !isKept)
        {
            return;
        }

        found.Add(new PerformanceIndicator(
            grid.Table.Ordinal, project, names.Level1, names.Level2, names.Level3, target, actual, place.Parts[0].PageNumber,
                place.Parts[0].Box.Rounded())
        {
            Unit = Text(Cell(row, columns.TargetUnit)),
            Weight = Text(OwnCell(row, columns.Weight)),
            Score = Text(OwnCell(row, columns.Score)),
            DeviationReason = Text(OwnCell(row, columns.Deviation)),
        });
    }

    /// <summary>≥ | 3000 | 万元 in three columns is the target ≥3000万元; 定性 and 定量 are kinds of indicators and no sign.</summary>
    private string? TargetOf(int row, IndicatorColumns columns)
    {
        var value = Text(Cell(row, columns.Target));
        if (value is null)
        {
            return null;
        }

        var sign = Text(Cell(row, columns.TargetSign));
        var unit = Text(Cell(row, columns.TargetUnit));
        return string.Concat(
            sign is not null && !sign.AsSpan().ContainsAnyInRange('\u4e00', '\u9fff') && !value.StartsWith(sign, StringComparison.Ordinal)
                ? sign : null,
            value,
            unit is not null && !NoUnits.Matches(unit) &&
                !FoldedText.Of(value).EndsWith(FoldedText.Of(unit), StringComparison.Ordinal) ? unit : null);
    }

    private TableCell? Cell(int row, FormColumn? column) => column is null ? null : grid.At(row, column.Column);

    /// <summary>The cell of the row itself: a weight over several rows is that of none of them.</summary>
    private TableCell? OwnCell(int row, FormColumn? column) => Cell(row, column) is { RowSpan: 1 } cell ? cell : null;

    private static bool Begins(TableCell? cell, int row) => cell is not null && cell.Row == row;

    private static string? Text(TableCell? cell) => cell is null || cell.Text.Length == 0 ? null : cell.Text;
}
