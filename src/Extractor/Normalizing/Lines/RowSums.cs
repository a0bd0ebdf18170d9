using System.Collections.Immutable;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Lines;

/// <summary>The amounts of the rows of one block in all of its columns, to try how the rows nest.</summary>
internal sealed class RowSums
{
    private readonly decimal?[][] columns;

    /// <summary>Half a unit of the last place that a column prints, in the printed unit.</summary>
    private readonly decimal[] halfPlaces;

    public RowSums(ImmutableArray<TableRow> rows, TableGrid grid, ImmutableArray<AmountColumn> amounts)
    {
        columns = new decimal?[amounts.Length][];
        halfPlaces = new decimal[amounts.Length];
        for (var column = 0; column < amounts.Length; column++)
        {
            var values = columns[column] = new decimal?[rows.Length];
            var places = 0;
            for (var row = 0; row < rows.Length; row++)
            {
                if (grid.Amount(rows[row].Row, amounts[column].Column) is { } amount)
                {
                    values[row] = amount.Value;
                    places = Math.Max(places, amount.Decimals);
                }
            }

            halfPlaces[column] = PrintedPrecision.HalfPlace(places);
        }
    }

    /// <param name="values">Of one column, in the printed unit with the places that are printed.</param>
    public RowSums(decimal?[] values) => (columns, halfPlaces) =
        ([values], [PrintedPrecision.HalfPlace(values.Select(static value => value?.Scale ?? 0).DefaultIfEmpty().Max())]);

    /// <summary>Nestings that were asked about.</summary>
    public int Tried { get; private set; }

    /// <summary>Sums that are not met when the rows nest so: one for each row with parts, in each column.</summary>
    public int Missed(IReadOnlyList<int> parents)
    {
        Tried++;
        var missed = 0;
        for (var column = 0; column < columns.Length; column++)
        {
            var (sums, parts) = Add(column, parents);
            for (var row = 0; row < sums.Length; row++)
            {
                if (parts[row] > 0 && Math.Abs(sums[row] - columns[column][row]!.Value) > halfPlaces[column] * (parts[row] + 1))
                {
                    missed++;
                }
            }
        }

        return missed;
    }

    /// <summary>
    /// The row prints in every column what <paramref name="parts"/> leave of <paramref name="whole"/>, and in one something.
    /// </summary>
    public bool IsGap(int row, int whole, IReadOnlyCollection<int> parts)
    {
        var any = false;
        for (var column = 0; column < columns.Length; column++)
        {
            var values = columns[column];
            var gap = (values[whole] ?? 0) - parts.Sum(part => values[part] ?? 0);
            if (Math.Abs(gap - (values[row] ?? 0)) > halfPlaces[column] * (parts.Count + 2))
            {
                return false;
            }

            any |= values[row] is not (null or 0);
        }

        return any;
    }

    /// <summary>The parts make the whole in every column.</summary>
    public bool IsMet(int whole, IReadOnlyCollection<int> parts)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            var values = columns[column];
            if (Math.Abs((values[whole] ?? 0) - parts.Sum(part => values[part] ?? 0)) > halfPlaces[column] * (parts.Count + 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Both rows print the same amounts, and some.</summary>
    public bool AreEqual(int row, int other) =>
        Array.TrueForAll(columns, column => (column[row] ?? 0) == (column[other] ?? 0)) && IsPrinted(row);

    public bool IsPrinted(int row) => Array.Exists(columns, column => column[row] is not (null or 0));

    private (decimal[] Sums, int[] Parts) Add(int column, IReadOnlyList<int> parents)
    {
        var values = columns[column];
        var sums = new decimal[values.Length];
        var parts = new int[values.Length];
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] is not { } value)
            {
                continue;
            }

            var parent = parents[row];
            while (parent >= 0 && values[parent] is null)
            {
                parent = parents[parent];
            }

            if (parent >= 0)
            {
                sums[parent] += value;
                parts[parent]++;
            }
        }

        return (sums, parts);
    }
}
