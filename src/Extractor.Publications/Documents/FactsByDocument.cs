using Extractor.Publications.Rows;
using Extractor.Runs;

namespace Extractor.Publications.Documents;

/// <summary>
/// The facts of a publication, handed out a document at a time. They lie in the order of all partitions, not in their folders.
/// </summary>
internal sealed class FactsByDocument(string folder) : IDisposable
{
    private readonly RowsByDocument<DisclosureDocumentRow> disclosures = Rows<DisclosureDocumentRow>(folder);
    private readonly RowsByDocument<DepartmentYearRow> years = Rows<DepartmentYearRow>(folder);
    private readonly RowsByDocument<FactExpenditureRow> expenditure = Rows<FactExpenditureRow>(folder);
    private readonly RowsByDocument<FactEconomicRow> economic = Rows<FactEconomicRow>(folder);
    private readonly RowsByDocument<FactProjectRow> projects = Rows<FactProjectRow>(folder);
    private readonly RowsByDocument<FactRevenueRow> revenue = Rows<FactRevenueRow>(folder);
    private readonly RowsByDocument<FactThreePublicRow> threePublic = Rows<FactThreePublicRow>(folder);

    private IDocumentRows[] All => [disclosures, years, expenditure, economic, projects, revenue, threePublic];

    public PublishedFacts Take(string documentId) =>
        new(disclosures.Take(documentId), years.Take(documentId), expenditure.Take(documentId), economic.Take(documentId))
        {
            Projects = projects.Take(documentId),
            Revenue = revenue.Take(documentId),
            ThreePublic = threePublic.Take(documentId),
        };

    /// <inheritdoc cref="IDocumentRows.PassOver"/>
    public void PassOver(string documentId)
    {
        foreach (var rows in All)
        {
            rows.PassOver(documentId);
        }
    }

    /// <exception cref="OutputException">There are facts of a document that <c>documents</c> does not name.</exception>
    public void MustBeAtEnd()
    {
        foreach (var rows in All)
        {
            rows.MustBeAtEnd();
        }
    }

    public void Dispose()
    {
        foreach (var rows in All)
        {
            rows.Dispose();
        }
    }

    private static RowsByDocument<TRow> Rows<TRow>(string folder)
        where TRow : IDatasetRow => new(Path.Combine(folder, TRow.Dataset));
}
