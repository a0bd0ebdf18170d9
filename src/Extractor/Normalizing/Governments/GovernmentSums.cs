using System.Collections.Immutable;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Governments;

/// <summary>The figures of one block by column, to ask which rows make which.</summary>
internal sealed class GovernmentSums
{
    private readonly decimal?[][] columns;

    /// <summary>Half a unit of the last place that a column prints, in the printed unit.</summary>
    private readonly decimal[] halfPlaces;

    private GovernmentSums(decimal?[][] columns, decimal[] halfPlaces) => (this.columns, this.halfPlaces) = (columns, halfPlaces);

    public static GovernmentSums Of(ImmutableArray<TableRow> rows, TableGrid grid, ImmutableArray<AmountColumn> amounts)
    {
        var amountColumns = amounts.Select(static amount => amount.Column).ToHashSet();
        var values = new decimal?[amounts.Length][];
        var halves = new decimal[amounts.Length];
        for (var column = 0; column < amounts.Length; column++)
        {
            values[column] = new decimal?[rows.Length];
            var places = 0;
            for (var row = 0; row < rows.Length; row++)
            {
                if (grid.AmountCell(rows[row].Row, amounts[column].Column, amountColumns.Contains) is { } cell &&
                    PrintedAmount.Read(cell.Text, out var amount) == AmountReading.Amount)
                {
                    values[column][row] = amount.Value;
                    places = Math.Max(places, amount.Decimals);
                }
            }

            halves[column] = PrintedPrecision.HalfPlace(places);
        }

        return new GovernmentSums(values, halves);
    }

    /// <summary>The parts make the row in every column that prints both, and in one of them something.</summary>
    public bool Agree(int row, IReadOnlyList<int> parts) => Compare(row, parts) is { Met: > 0, Missed: 0 };

    /// <summary>They make it in at least one column: in another the page may be wrong.</summary>
    public bool AgreeSomewhere(int row, IReadOnlyList<int> parts) => Compare(row, parts).Met > 0;

    /// <summary>So many of <paramref name="list"/>, from the first on, make the row in all columns; null where no run does.</summary>
    public int? FirstRun(int row, IReadOnlyList<int> list, int least)
    {
        var (sums, counts) = (new decimal[columns.Length], new int[columns.Length]);
        for (var index = 0; index < list.Count; index++)
        {
            Add(list[index], sums, counts);
            if (index + 1 >= least && Compare(row, sums, counts) is { Met: > 0, Missed: 0 })
            {
                return index + 1;
            }
        }

        return null;
    }

    private (int Met, int Missed) Compare(int row, IReadOnlyList<int> parts)
    {
        var (sums, counts) = (new decimal[columns.Length], new int[columns.Length]);
        foreach (var part in parts)
        {
            Add(part, sums, counts);
        }

        return Compare(row, sums, counts);
    }

    private void Add(int part, decimal[] sums, int[] counts)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column][part] is { } value)
            {
                sums[column] += value;
                counts[column]++;
            }
        }
    }

    /// <summary>In how many columns the row is the sum, of something, and in how many it is not.</summary>
    private (int Met, int Missed) Compare(int row, decimal[] sums, int[] counts)
    {
        int met = 0, missed = 0;
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column][row] is not { } whole || counts[column] == 0)
            {
                continue;
            }

            if (Math.Abs(sums[column] - whole) > halfPlaces[column] * (counts[column] + 1))
            {
                missed++;
            }
            else if (whole != 0)
            {
                met++;
            }
        }

        return (met, missed);
    }
}
