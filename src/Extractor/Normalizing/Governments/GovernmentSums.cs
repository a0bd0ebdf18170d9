using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Governments;

/// <summary>An amount and the cell that prints it.</summary>
internal readonly record struct ReadAmount(TableCell Cell, PrintedAmount Amount);

/// <summary>The figures of one block by column, to ask which rows make which.</summary>
internal sealed class GovernmentSums
{
    private readonly decimal?[][] columns;

    /// <summary>Half a unit of the last place that most figures of a column print (0.5 among whole figures is one), in the printed
    /// unit.</summary>
    private readonly decimal[] halfPlaces;

    private GovernmentSums(decimal?[][] columns, decimal[] halfPlaces) => (this.columns, this.halfPlaces) = (columns, halfPlaces);

    /// <param name="read">By row and amount column; null where no amount is printed.</param>
    public static GovernmentSums Of(ReadAmount?[,] read)
    {
        var (rows, columns) = (read.GetLength(0), read.GetLength(1));
        var values = new decimal?[columns][];
        var halves = new decimal[columns];
        for (var column = 0; column < columns; column++)
        {
            values[column] = new decimal?[rows];
            var places = new List<int>();
            for (var row = 0; row < rows; row++)
            {
                if (read[row, column] is { } cell)
                {
                    values[column][row] = cell.Amount.Value;
                    if (cell.Amount.Value != 0)
                    {
                        places.Add(cell.Amount.Decimals);
                    }
                }
            }

            halves[column] = PrintedPrecision.HalfPlace(PrintedPrecision.UsualOf(places));
        }

        return new GovernmentSums(values, halves);
    }

    /// <summary>The parts make the row in every column that prints both, and in one of them something.</summary>
    public bool Agree(int row, IReadOnlyList<int> parts) => Compare(row, parts) is { Met: > 0, Missed: 0 };

    /// <summary>The parts make the row, and to the last place where the others do.</summary>
    public bool AgreeAsWell(int row, IReadOnlyList<int> parts, IReadOnlyList<int> others) =>
        Agree(row, parts) && (IsExact(row, parts) || !IsExact(row, others));

    /// <summary>The row prints no amount at all: a head (10.年终结余) above what it is a name of.</summary>
    public bool IsHead(int row) => Array.TrueForAll(columns, column => column[row] is null);

    /// <summary>They make it in at least one column: in another the page may be wrong.</summary>
    public bool AgreeSomewhere(int row, IReadOnlyList<int> parts) => Compare(row, parts).Met > 0;

    /// <summary>They make it in several columns, and in more than they do not: of a limit a part may be kept back.</summary>
    public bool AgreeMostly(int row, IReadOnlyList<int> parts) => Compare(row, parts) is { Met: > 1 } made && made.Met > made.Missed;

    /// <summary>So many of <paramref name="list"/>, from the first on, make the row in all columns; null where no run does.</summary>
    /// <param name="met">Columns in which it has to be something.</param>
    public int? FirstRun(int row, IReadOnlyList<int> list, int least, int met = 1) =>
        FirstRun(row, list, least, made => made.Missed == 0 && made.Met >= met);

    /// <summary>The same in more columns than not: below 其中 a column may list some of its parts only.</summary>
    public int? FirstRunOfMost(int row, IReadOnlyList<int> list, int least) =>
        FirstRun(row, list, least, static made => made.Met > made.Missed);

    /// <summary>The same by figures that rounding alone does not make: 3 and 0 are by chance the sum of a 2 among whole figures.</summary>
    public int? FirstTelling(int row, IReadOnlyList<int> list, int least, int met) =>
        FirstRun(row, list, least, made => made.Missed == 0 && made.Met >= met, GovernmentTolerances.LeastOfRounding);

    /// <summary>
    /// Where rounding lets several runs, one a row longer than the other, make it (10, 4, 1, 3, 2, 5 and 3 a 28), the one that does so to
    /// the last place.
    /// </summary>
    private int? FirstRun(
        int row, IReadOnlyList<int> list, int least, Func<(int Met, int Missed), bool> isReached, int leastOfRounding = 0)
    {
        var (sums, counts) = (new decimal[columns.Length], new int[columns.Length]);
        int? nearly = null;
        for (var index = 0; index < list.Count; index++)
        {
            Add(list[index], sums, counts);
            if (index + 1 < least)
            {
                continue;
            }

            if (!isReached(Compare(row, sums, counts, leastOfRounding)))
            {
                if (nearly is not null)
                {
                    return nearly;
                }
            }
            else if (IsExact(row, sums, counts))
            {
                return index + 1;
            }
            else
            {
                nearly ??= index + 1;
            }
        }

        return nearly;
    }

    private bool IsExact(int row, IReadOnlyList<int> parts)
    {
        var (sums, counts) = SumOf(parts);
        return IsExact(row, sums, counts);
    }

    private bool IsExact(int row, decimal[] sums, int[] counts) => Enumerable.Range(0, columns.Length)
        .All(column => counts[column] == 0 || columns[column][row] is not { } whole || sums[column] == whole);

    private (int Met, int Missed) Compare(int row, IReadOnlyList<int> parts)
    {
        var (sums, counts) = SumOf(parts);
        return Compare(row, sums, counts);
    }

    private (decimal[] Sums, int[] Counts) SumOf(IReadOnlyList<int> parts)
    {
        var (sums, counts) = (new decimal[columns.Length], new int[columns.Length]);
        foreach (var part in parts)
        {
            Add(part, sums, counts);
        }

        return (sums, counts);
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

    /// <summary>In some column it is more than the row.</summary>
    public bool Exceeds(int part, int row) => Array.Exists(columns, column => column[row] >= 0 && column[part] > column[row]);

    /// <summary>In how many columns the row is the sum, of something, and in how many it is not.</summary>
    /// <param name="leastOfRounding">So many times the rounding a figure has to be that its parts make only nearly.</param>
    private (int Met, int Missed) Compare(int row, decimal[] sums, int[] counts, int leastOfRounding = 0)
    {
        int met = 0, missed = 0;
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column][row] is not { } whole || counts[column] == 0)
            {
                continue;
            }

            var (difference, rounding) = (Math.Abs(sums[column] - whole), halfPlaces[column] * (counts[column] + 1));
            if (difference > rounding)
            {
                missed++;
            }
            else if (whole != 0 && (difference == 0 || Math.Abs(whole) > leastOfRounding * rounding))
            {
                met++;
            }
        }

        return (met, missed);
    }
}
