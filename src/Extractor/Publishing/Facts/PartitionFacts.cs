using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Publishing.Datasets;
using Extractor.Publishing.Facts.Governments;
using Extractor.Publishing.Storage;

namespace Extractor.Publishing.Facts;

/// <summary>
/// The facts of a partition: gathered while its parts are written side by side, published when the last of them is. Memory holds the
/// facts of the partitions at work, some kilobytes a document.
/// </summary>
internal sealed class PartitionFacts(PartitionKey partition, int parts)
{
    private const int BufferBytes = 64 * 1024;

    private readonly ConcurrentBag<DocumentFacts> documents = [];
    private readonly ConcurrentBag<GovernmentFacts> governments = [];
    private int partsLeft = parts;

    public void Add(DocumentFacts document) => documents.Add(document);

    public void Add(GovernmentFacts document) => governments.Add(document);

    /// <returns>Whether it was the last part.</returns>
    public bool EndPart() => Interlocked.Decrement(ref partsLeft) == 0;

    /// <summary>What the partition has in the datasets of facts.</summary>
    /// <param name="folder">Where it lies until the files are put together.</param>
    /// <exception cref="PublishingException">A sum is not what its reconciliation says: a fault of this program.</exception>
    public IEnumerable<PartitionRowGroups> Write(string folder)
    {
        var disclosures = Facts.Disclosures.Of(documents);
        ImmutableArray<Disclosure> counted = [.. disclosures.Where(static disclosure => disclosure.IsCounted)];
        MustAddUp(counted);
        var ofGovernments = GovernmentYears.Of(governments);
        using var file = new FileStream(Path.Combine(folder, partition.Folder.Replace('/', '.')), FileMode.CreateNew, FileAccess.Write,
            FileShare.Read, BufferBytes);
        PartitionRowGroups?[] written =
        [
            RowsOf(FactDatasets.Disclosures, disclosures),
            RowsOf(FactDatasets.DisclosureDocuments, Parts(disclosures, static disclosure => disclosure.Documents)
                .OrderBy(static row => row.Item.Document.Identity.DivisionCode, StringComparer.Ordinal)
                .ThenBy(static row => row.Item.Document.Id)),
            RowsOf(FactDatasets.Expenditure, Parts(counted, static disclosure => disclosure.Document.Expenditure)),
            RowsOf(FactDatasets.ThreePublic, Parts(counted, static disclosure => disclosure.Document.ThreePublic)),
            RowsOf(FactLists.Revenue, Parts(counted, static disclosure => disclosure.Document.Revenue.Rows)),
            RowsOf(FactLists.Economic, Parts(counted, static disclosure => disclosure.Document.Economic)),
            RowsOf(FactLists.Projects, Parts(counted, static disclosure => disclosure.Document.Projects)),
            RowsOf(FactLists.Procurement, Parts(counted, static disclosure => disclosure.Document.Purchases)),
            RowsOf(FactDatasets.DepartmentYear, disclosures),
            RowsOf(FactDatasets.Reconciliations, Parts(counted, static disclosure => disclosure.Document.Reconciliations)),
            RowsOf(GovernmentFactDatasets.Revenue, ofGovernments.Amounts(Direction.Revenue)),
            RowsOf(GovernmentFactDatasets.Expenditure, ofGovernments.Amounts(Direction.Expenditure)),
            RowsOf(GovernmentFactDatasets.Transfers, ofGovernments.TransferRows()),
            RowsOf(GovernmentFactDatasets.Figures, ofGovernments.Figures()),
            RowsOf(GovernmentFactDatasets.Reconciliations, ofGovernments.Reconciliations()),
        ];

        // The facts hold lines of every document; who publishes holds this until the last partition is done.
        documents.Clear();
        governments.Clear();
        return written.OfType<PartitionRowGroups>();

        PartitionRowGroups? RowsOf<TRow>(Dataset<TRow> dataset, IEnumerable<TRow> rows) =>
            MergedFiles.WriteRows(dataset, partition, rows, file);
    }

    private static IEnumerable<FactRow<T>> Parts<T>(ImmutableArray<Disclosure> disclosures, Func<Disclosure, ImmutableArray<T>> partsOf) =>
        disclosures.SelectMany(disclosure => partsOf(disclosure).Select(part => new FactRow<T>(disclosure, part)));

    /// <summary>
    /// The guarantee, in every run: what is published of a disclosure adds up to the printed total, or says what it lacks; no fact stands
    /// twice, and nobody's year counts twice in a phase.
    /// </summary>
    private static void MustAddUp(ImmutableArray<Disclosure> disclosures)
    {
        if (disclosures.GroupBy(static disclosure => (disclosure.Organisation.Id, disclosure.Document.Identity.FiscalYear,
            disclosure.Document.Phase)).FirstOrDefault(static group => group.Skip(1).Any()) is { } counted)
        {
            var documents = string.Join(" and ", counted.Select(static disclosure => disclosure.Document.Id));
            throw new PublishingException($"Documents {documents} both count for " +
                $"'{counted.First().Organisation.FoldedName}' in one year; nothing was published. Report the files to the maintainers.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var disclosure in disclosures)
        {
            var document = disclosure.Document;
            foreach (var reconciliation in document.Reconciliations)
            {
                var sum = document.SumOf(reconciliation);
                if (sum != reconciliation.FactYuan)
                {
                    throw new PublishingException(string.Create(CultureInfo.InvariantCulture, $"{reconciliation.Fact} of document " +
                        $"{document.Id} adds up to {sum} where its reconciliation says {reconciliation.FactYuan}; nothing was published. " +
                        $"Report the file to the maintainers."));
                }
            }

            foreach (var (fact, rows) in document.Facts)
            {
                names.Clear();
                if (rows.FirstOrDefault(row => !names.Add(row.Name)) is { } twice)
                {
                    throw new PublishingException($"{fact} of document {document.Id} has '{twice.Name}' twice; nothing was published. " +
                        $"Report the file to the maintainers.");
                }
            }
        }
    }
}
