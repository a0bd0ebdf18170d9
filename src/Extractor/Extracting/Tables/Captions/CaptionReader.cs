using System.Collections.Immutable;
using Extractor.Extracting.Tables.Headers;
using Extractor.Model.Layout;
using Extractor.Tables;

namespace Extractor.Extracting.Tables.Captions;

/// <summary>What stands above a grid and belongs to it.</summary>
/// <param name="IsTitleHeading">The title is a heading of the text, not a line that calls itself a table.</param>
internal sealed record TableCaption(
    string? Number,
    string? Title,
    string? Unit,
    string? Department,
    bool IsTitleHeading,
    bool IsMarkedContinuation,
    ImmutableArray<LooseLine> Lines)
{
    public static TableCaption None { get; } = new(null, null, null, null, false, false, []);
}

/// <summary>Reads upwards from a grid: unit and department line first, then the title over them, then the number over the title.</summary>
internal static class CaptionReader
{
    /// <param name="above">The free lines between the grid and whatever stands above it, from top to bottom.</param>
    public static TableCaption Read(IReadOnlyList<LooseLine> above, Box grid)
    {
        var reading = new Reading(grid);
        var last = Math.Max(0, above.Count - CaptionTolerances.MostLines);
        for (var index = above.Count - 1; index >= last; index--)
        {
            var below = index + 1 < above.Count ? above[index + 1] : null;
            if (!reading.TakeTranslation(above, index) && !reading.TakeTitleEnd(above, index) && !reading.Take(above[index], below) &&
                !reading.TakeUnderTitle(above, index))
            {
                break;
            }
        }

        return reading.ToCaption();
    }

    /// <summary>
    /// Completes a caption from the rows inside the grid that are no header: a title over the whole width is nearer to
    /// the table than a heading above it.
    /// </summary>
    public static TableCaption Complete(TableCaption caption, PageGrid grid)
    {
        var inside = Inside(grid);
        var isNearer = inside.Title is not null &&
            (caption.Title is null || caption.IsTitleHeading || CaptionPatterns.IsNumbered(caption.Title));
        return caption with
        {
            Number = caption.Number ?? inside.Number,
            Title = isNearer ? inside.Title : caption.Title,
            IsTitleHeading = !isNearer && caption.IsTitleHeading,
            Unit = caption.Unit ?? inside.Unit,
            Department = caption.Department ?? inside.Department,
        };
    }

    /// <summary>What the rows at the top of the grid that are no header say of the table.</summary>
    private static TableCaption Inside(PageGrid grid)
    {
        string? number = null, title = null, unit = null, department = null;
        for (var row = 0; row < grid.RowCount && HeaderFinder.IsCaptionRow(grid, row); row++)
        {
            foreach (var cell in grid.Cells)
            {
                if (cell.Row != row || cell.Text.Length == 0)
                {
                    continue;
                }

                foreach (var line in cell.Lines)
                {
                    var text = CaptionPatterns.WithoutSpace(line.Text);
                    unit ??= CaptionPatterns.UnitIn(text);
                    department ??= CaptionPatterns.IsDepartmentLine(text) ? text : null;
                    number ??= CaptionPatterns.TrySplitNumber(text, out var head, out var rest) && rest.Length == 0 ? head : null;
                }

                var whole = CaptionPatterns.WithoutSpace(cell.Text);
                title ??= cell.ColumnSpan == grid.ColumnCount && CaptionPatterns.IsTitle(whole) ? whole : null;
            }
        }

        return title is not null && CaptionPatterns.TrySplitNumber(title, out var inTitle, out var name) && name.Length > 0
            ? TableCaption.None with { Number = number ?? inTitle, Title = name, Unit = unit, Department = department }
            : TableCaption.None with { Number = number, Title = title, Unit = unit, Department = department };
    }

    private sealed class Reading(Box grid)
    {
        private readonly List<LooseLine> lines = [];
        private readonly List<LooseLine> titleLines = [];
        private string? tableNumber;
        private string? titleText;
        private string? unitText;
        private string? departmentText;
        private bool isHeading;
        private bool isBracket;
        private bool isMarked;

        /// <summary>False where the line is no part of the caption: nothing above it is either.</summary>
        public bool Take(LooseLine line, LooseLine? below)
        {
            if (TakeParts(line))
            {
                lines.Add(line);
                return true;
            }

            var text = CaptionPatterns.WithoutSpace(line.Text);
            if (titleText is not null)
            {
                return TakeTitleStart(line, text);
            }

            isBracket = CaptionPatterns.IsBracket(text);
            if (CaptionPatterns.IsTitle(text) && !isBracket)
            {
                SetTitle(line, text);
                return true;
            }

            if (!IsNear(line, below) || !CaptionPatterns.IsHeading(text) || !IsSetApart(line, below, text))
            {
                return false;
            }

            isHeading = true;
            SetTitle(line, text);
            return true;
        }

        /// <summary>
        /// A short line of any kind between the grid and a title just above belongs to the caption too: a date, a name, a mistyped unit.
        /// </summary>
        public bool TakeUnderTitle(IReadOnlyList<LooseLine> above, int index)
        {
            var line = above[index];
            var text = CaptionPatterns.WithoutSpace(line.Text);
            if (titleText is not null || text.Length > CaptionTolerances.LongestRemark || !CaptionPatterns.IsRemark(text))
            {
                return false;
            }

            for (var upper = index - 1; upper >= 0 && upper >= index - 2; upper--)
            {
                var candidate = CaptionPatterns.WithoutSpace(above[upper].Text);
                if (CaptionPatterns.IsTitle(candidate) && !CaptionPatterns.IsNumbered(candidate))
                {
                    departmentText ??= CaptionPatterns.NamesDepartment(text) ? text : null;
                    lines.Add(line);
                    return true;
                }
            }

            return false;
        }

        /// <summary>The title in another language below the Chinese one.</summary>
        public bool TakeTranslation(IReadOnlyList<LooseLine> above, int index)
        {
            if (titleText is not null || index == 0 || !CaptionPatterns.IsTranslation(CaptionPatterns.WithoutSpace(above[index].Text)) ||
                !CaptionPatterns.IsTitle(CaptionPatterns.WithoutSpace(above[index - 1].Text)))
            {
                return false;
            }

            lines.Add(above[index]);
            return true;
        }

        /// <summary>
        /// The last character of a title that fills the line above it (…转移支付情况 | 表), or what closes a bracket of that line.
        /// </summary>
        public bool TakeTitleEnd(IReadOnlyList<LooseLine> above, int index)
        {
            if (titleText is not null || index == 0 || !IsSetAbove(above[index - 1], above[index]))
            {
                return false;
            }

            var text = CaptionPatterns.WithoutSpace(above[index].Text);
            isBracket = CaptionPatterns.ClosesBracketOf(CaptionPatterns.WithoutSpace(above[index - 1].Text), text) &&
                IsOneStyle(above[index - 1], above[index]);
            if (!isBracket && !(CaptionPatterns.IsTitleEnd(text) && IsUpperPart(above[index - 1], above[index])))
            {
                return false;
            }

            SetTitle(above[index], text);
            return true;
        }

        public TableCaption ToCaption()
        {
            var title = titleText;
            if (title is not null && CaptionPatterns.TrySplitNumber(title, out var number, out var rest) && rest.Length > 0)
            {
                tableNumber ??= number;
                title = rest;
            }

            lines.Reverse();
            return lines.Count == 0 && !isMarked
                ? TableCaption.None
                : new TableCaption(tableNumber, title, unitText, departmentText, isHeading, isMarked, [.. lines]);
        }

        /// <summary>Unit, department and number may share a line: 部门：…　公开05表　单位：万元.</summary>
        private bool TakeParts(LooseLine line)
        {
            var parts = new LineParts();
            foreach (var segment in line.Segments)
            {
                parts.Take(CaptionPatterns.WithoutSpace(segment.Text));
            }

            // A title alone is read by the caller, which knows how it may be wrapped.
            if (parts.HasTitleAtMost && !(parts.IsDate && titleText is null))
            {
                return false;
            }

            unitText ??= parts.Unit;
            tableNumber ??= parts.Number;
            isMarked |= parts.IsMark;
            departmentText ??= parts.Department;
            if (parts.Title is not null && titleText is null)
            {
                titleText = parts.Title;
                titleLines.Add(line);
            }

            return true;
        }

        private bool TakeTitleStart(LooseLine line, string text)
        {
            if (CaptionPatterns.TrySplitNumber(text, out var number, out var rest) && rest.Length == 0 && tableNumber is null)
            {
                tableNumber = number;
                lines.Add(line);
                return true;
            }

            // A long title is set over two lines of one size, both in the middle of the page.
            var lower = titleLines.Count == 0 ? null : titleLines[^1];
            if (lower is null || !IsSetAbove(line, lower))
            {
                return false;
            }

            if (isBracket && (CaptionPatterns.IsTitle(text) || IsTitlePart(text)))
            {
                (isBracket, isHeading) = (false, !CaptionPatterns.IsTitle(text));
            }
            else if (isHeading || !IsUpperPart(line, lower))
            {
                return false;
            }

            titleText = text + titleText;
            titleLines.Add(line);
            lines.Add(line);
            return true;
        }

        private static bool IsSetAbove(LooseLine line, LooseLine lower) =>
            lower.Box.Top - line.Box.Bottom <= CaptionTolerances.TitleLeading * line.FontSize
            && Math.Abs(line.Box.CentreX - lower.Box.CentreX) <= CaptionTolerances.Centred * line.FontSize;

        private static bool IsUpperPart(LooseLine line, LooseLine lower) => IsTitlePart(CaptionPatterns.WithoutSpace(line.Text)) &&
            IsOneStyle(line, lower);

        private static bool IsOneStyle(LooseLine line, LooseLine lower) =>
            Math.Abs(line.FontSize - lower.FontSize) <= CaptionTolerances.SameSize && line.IsBold == lower.IsBold &&
            line.Box.Width + line.FontSize >= lower.Box.Width;

        private static bool IsTitlePart(string text) => !text.StartsWith('第') && !CaptionPatterns.IsTitle(text)
            && (CaptionPatterns.IsHeading(text) || CaptionPatterns.IsUnfinished(text));

        private void SetTitle(LooseLine line, string text)
        {
            titleText = text;
            titleLines.Add(line);
            lines.Add(line);
        }

        private bool IsNear(LooseLine line, LooseLine? below) =>
            (below?.Box.Top ?? grid.Top) - line.Box.Bottom < CaptionTolerances.Near * line.FontSize;

        /// <summary>Centred over the grid, bold, or numbered: a line of running text is none of these.</summary>
        private bool IsSetApart(LooseLine line, LooseLine? below, string text)
        {
            var isLarger = below is not null && line.FontSize >= CaptionTolerances.LargerHeading * below.FontSize;
            var isCentred = Math.Abs(line.Box.CentreX - grid.CentreX) < CaptionTolerances.Centred * line.FontSize
                && (isLarger || line.Box.Width < CaptionTolerances.ShareOfWidth * grid.Width);
            return isCentred || line.IsBold || CaptionPatterns.IsNumbered(text);
        }
    }
}
