using System.Collections.Immutable;
using Extractor.Publications.Reading;
using Extractor.Publications.Rows;
using Extractor.Runs;

namespace Extractor.Publications.Audits;

/// <summary>What a publication says of how well it knows the structure of its tables.</summary>
/// <param name="LeafSums">Of every table that prints a total over other lines, in the order of the files.</param>
/// <param name="TablesRead">Tables whose structure was told by its sums.</param>
/// <param name="MeanReadings">Readings of the structure that were held against the sums, a table of those; null where there is
/// none.</param>
/// <param name="Worst">The table with most of them; null where there is none.</param>
/// <param name="ProvenLines">All lines that are proven.</param>
/// <param name="ProvenWithoutMoney">Of them, those whose rows print nothing but zeros: their amount is proven, and no sum would miss them
/// elsewhere.</param>
public sealed record StructureAudit(
    ImmutableArray<LeafSum> LeafSums,
    int TablesRead,
    double? MeanReadings,
    TableRow? Worst,
    int ProvenLines,
    int ProvenWithoutMoney)
{
    private const string Proven = "proven";

    /// <exception cref="OutputException">The folder holds no publication that can be read.</exception>
    public static StructureAudit Of(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        using var snapshot = PublishedSnapshot.Open(folder, TableRow.Dataset, BudgetLineRow.Dataset);
        var sums = ImmutableArray.CreateBuilder<LeafSum>();
        var (proven, withoutMoney) = (0, 0);
        foreach (var table in snapshot.Rows<BudgetLineRow>("document_id", null)
            .GroupBy(static line => line.TableId, StringComparer.Ordinal))
        {
            sums.AddRange(Audits.LeafSums.Of([.. table]));
            foreach (var row in table.GroupBy(static line => (line.RowIndex, line.Direction)))
            {
                var lines = row.Count(static line => line.Proof == Proven);
                proven += lines;
                withoutMoney += row.All(static line => line.AmountYuan == 0) ? lines : 0;
            }
        }

        var read = snapshot.Rows<TableRow>("document_id", null).Where(static table => table.ReadingsTried > 0).ToList();
        return new StructureAudit(
            sums.ToImmutable(),
            read.Count,
            read.Count == 0 ? null : read.Average(static table => table.ReadingsTried),
            read.MaxBy(static table => table.ReadingsTried),
            proven,
            withoutMoney);
    }
}
