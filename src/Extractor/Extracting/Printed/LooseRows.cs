using System.Collections.Immutable;
using System.Globalization;
using Extractor.Extracting.Tables;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Tables;
using Extractor.Tables.Text;

namespace Extractor.Extracting.Printed;

/// <summary>
/// Numbers of a table that was not found: they end (or have their middle) below each other outside every grid, each with a name at
/// its height to the left.
/// </summary>
internal static class LooseRows
{
    /// <summary>Fewest rows that show a column.</summary>
    internal const int FewestRows = 3;

    /// <summary>Numbers of a column end, or have their middles, within so many points.</summary>
    internal const double SameEdge = 2;

    /// <summary>From so many digits on, numbers that all have as many are codes, or telephones, and no amounts.</summary>
    internal const int FewestDigitsOfCodes = 6;

    /// <summary>Numbers below this that only go up, as whole ones, number the pages of a list of contents.</summary>
    internal const int AbovePageNumbers = 1_000;

    private const int FirstYear = 1949;
    private const int LastYear = 2099;

    /// <returns>From top to bottom; none where the page has no such rows.</returns>
    public static ImmutableArray<PrintedNumber> Of(PageFind page)
    {
        List<LineSegment> segments = [.. page.Lines.Where(static line => line.Role != LineRole.Furniture)
            .SelectMany(static line => line.Segments)];
        List<Number> numbers = [.. segments.Where(static segment => IsNumbers(segment.Text)).Select(Number.Of)];
        if (numbers.Count < FewestRows)
        {
            return [];
        }

        numbers = WithNames(numbers, NamesOf(segments, page.Grids));
        var found = new HashSet<Number>();
        foreach (var edge in (ReadOnlySpan<Func<Box, double>>)[static box => box.Right, static box => box.CentreX])
        {
            foreach (var column in ColumnsOf(numbers, edge))
            {
                if (RowsOf(column) >= FewestRows && MayBeAmounts(column))
                {
                    found.UnionWith(column);
                }
            }
        }

        return [.. found.OrderBy(static number => number.Box.Top).ThenBy(static number => number.Box.Left)
            .SelectMany(static number => number.Texts.Select(text => new PrintedNumber(text, number.Box.Rounded())))];
    }

    /// <summary>What says that such numbers stand on a page.</summary>
    public static Finding Finding(int page, ImmutableArray<PrintedNumber> numbers)
    {
        var box = numbers[0].Box;
        foreach (var number in numbers)
        {
            box = box.Union(number.Box);
        }

        return new Finding(
            FindingRule.TableNotFound,
            Severity.Warning,
            string.Create(CultureInfo.InvariantCulture,
                $"第 {page} 页有 {numbers.Length} 个数字成行成列排列，但未识别为表格，其含义未收录；请查看该页。"),
            string.Create(CultureInfo.InvariantCulture,
                $"{numbers.Length} numbers on page {page} stand in rows and columns of which no table was made: they have no meaning " +
                $"here. Look at the page."),
            page,
            box,
            null,
            null)
        {
            Cause = string.Empty,
        };
    }

    private static bool IsNumbers(string text)
    {
        var hasAny = false;
        foreach (var part in text.AsSpan().Split(' '))
        {
            hasAny = true;
            if (!Characters.IsFigure(text.AsSpan()[part]) || text.AsSpan()[part].EndsWith("%"))
            {
                return false;
            }
        }

        return hasAny;
    }

    private static List<Box> NamesOf(List<LineSegment> segments, List<PageGrid> grids)
    {
        List<Box> names = [.. segments.Where(static segment => IsName(segment.Text)).Select(static segment => segment.Box)];
        names.AddRange(grids.SelectMany(static grid => grid.Cells).SelectMany(static cell => cell.Lines)
            .Where(static line => IsName(line.Text)).Select(static line => line.Box));
        return names;
    }

    private static bool IsName(string text)
    {
        const int fewestLetters = 2;
        var letters = 0;
        foreach (var character in text)
        {
            letters += char.IsLetter(character) ? 1 : 0;
        }

        return letters >= fewestLetters;
    }

    /// <summary>The numbers at whose height a name stands to the left.</summary>
    private static List<Number> WithNames(List<Number> numbers, List<Box> names)
    {
        names.Sort(static (first, second) => first.Top.CompareTo(second.Top));
        var named = new List<Number>();
        var level = new PriorityQueue<Box, double>();
        var next = 0;
        foreach (var number in numbers.OrderBy(static number => number.Box.CentreY))
        {
            for (; next < names.Count && names[next].Top <= number.Box.CentreY; next++)
            {
                level.Enqueue(names[next], names[next].Right);
            }

            while (level.TryPeek(out var name, out _) && name.Bottom < number.Box.CentreY)
            {
                level.Dequeue();
            }

            if (level.TryPeek(out var leftmost, out _) && leftmost.Right <= number.Box.Left)
            {
                named.Add(number);
            }
        }

        return named;
    }

    private static IEnumerable<List<Number>> ColumnsOf(List<Number> numbers, Func<Box, double> edge)
    {
        List<Number> sorted = [.. numbers.OrderBy(number => edge(number.Box))];
        var from = 0;
        for (var to = 1; to <= sorted.Count; to++)
        {
            if (to == sorted.Count || edge(sorted[to].Box) - edge(sorted[to - 1].Box) > SameEdge)
            {
                yield return sorted[from..to];
                from = to;
            }
        }
    }

    private static int RowsOf(List<Number> column)
    {
        var rows = 0;
        var bottom = double.NegativeInfinity;
        foreach (var number in column.OrderBy(static number => number.Box.Top))
        {
            rows += number.Box.CentreY > bottom ? 1 : 0;
            bottom = Math.Max(bottom, number.Box.Bottom);
        }

        return rows;
    }

    /// <summary>They are no years, no codes and no numbers of pages.</summary>
    private static bool MayBeAmounts(List<Number> column)
    {
        List<string> texts = [.. column.OrderBy(static number => number.Box.Top).SelectMany(static number => number.Texts)];
        if (texts.Exists(static text => text.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0))
        {
            return true;
        }

        if (texts[0].Length >= FewestDigitsOfCodes && texts.TrueForAll(text => text.Length == texts[0].Length))
        {
            return false;
        }

        List<decimal> values = [.. texts.Select(static text =>
            decimal.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : 0)];
        var areYears = values.TrueForAll(static value => value is >= FirstYear and <= LastYear);
        var goUp = values[^1] < AbovePageNumbers && values.Zip(values.Skip(1)).All(static pair => pair.Second >= pair.First);
        return !areYears && !goUp;
    }

    private sealed record Number(Box Box, ImmutableArray<string> Texts)
    {
        public static Number Of(LineSegment segment) =>
            new(segment.Box, [.. segment.Text.Split(' ').Select(static text => text.TrimStart('-', '+'))]);
    }
}
