using System.Collections.Immutable;
using System.Globalization;
using Extractor.Publications.Reading;
using Extractor.Publications.Rows;
using Extractor.Runs;

namespace Extractor.Publications.Exports;

/// <summary>A document that is exported.</summary>
internal sealed record ExportedDocument(string Id, string Department, string? Division, int? FiscalYear, string Kind, string File)
{
    /// <summary>What stands above its columns in a comparison.</summary>
    public string Heading => string.Create(CultureInfo.InvariantCulture, $"{Department} {FiscalYear} {Kind}");
}

/// <summary>
/// What was published of some departments, for people: a cover, the documents, their expenditure by function, three public
/// expenses, projects and findings, each figure with file, page, box and proof; of several documents also side by side.
/// Memory holds the documents' headings and one row group a dataset, for the comparisons also one cell a subject.
/// </summary>
public sealed class DepartmentExport : IDisposable
{
    private readonly PublishedSnapshot snapshot;
    private readonly ImmutableArray<ExportedDocument> documents;
    private readonly HashSet<string> ids;

    private DepartmentExport(PublishedSnapshot snapshot, ImmutableArray<ExportedDocument> documents)
    {
        this.snapshot = snapshot;
        this.documents = documents;
        ids = documents.Select(static document => document.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="departments">Names as the covers print them.</param>
    /// <param name="years">Fiscal years; all where it is empty.</param>
    /// <exception cref="OutputException">The folder holds no publication that can be read.</exception>
    /// <exception cref="NothingToExportException">A department has no document of these years; the message names like ones.</exception>
    public static DepartmentExport Open(string folder, IReadOnlyList<string> departments, IReadOnlyCollection<int> years)
    {
        ArgumentNullException.ThrowIfNull(departments);
        ArgumentNullException.ThrowIfNull(years);
        var snapshot = PublishedSnapshot.Open(folder, "documents", "budget_lines", "fact_expenditure", "projects", "findings");
        try
        {
            var all = snapshot.Rows<DocumentRow>("document_id", null).Select(static row => (
                Document: new ExportedDocument(
                    row.DocumentId, row.DepartmentName ?? string.Empty, row.DivisionName, row.FiscalYear, row.Kind, row.ArchiveLocation),
                Supersedes: row.SupersedesDocumentId)).ToList();
            var superseded = all.Select(static row => row.Supersedes).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var current = all.Select(static row => row.Document).Where(document => !superseded.Contains(document.Id)).ToList();
            var chosen = departments.Distinct(StringComparer.Ordinal).SelectMany(department => Choose(current, department, years));
            return new DepartmentExport(snapshot, [.. chosen]);
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    }

    /// <summary>To be written in their order, each before the next.</summary>
    public IEnumerable<ExportSheet> Sheets()
    {
        yield return CoverSheet.Of(documents, snapshot.Manifest);
        yield return DetailSheets.Documents(snapshot, ids);
        yield return DetailSheets.Expenditure(snapshot, documents);
        if (documents.Length > 1)
        {
            yield return ComparisonSheet.OfFunctions(snapshot, documents);
            yield return ComparisonSheet.OfThreePublic(snapshot, documents);
        }

        yield return DetailSheets.Lines(snapshot, documents, "general_public_expenditure", "一般公共预算支出");
        yield return DetailSheets.Lines(snapshot, documents, "three_public", "三公经费");
        yield return DetailSheets.Projects(snapshot, documents);
        yield return DetailSheets.Findings(snapshot, documents);
    }

    public void Dispose() => snapshot.Dispose();

    private static IEnumerable<ExportedDocument> Choose(List<ExportedDocument> documents, string department, IReadOnlyCollection<int> years)
    {
        var ofDepartment = documents.Where(document => document.Department == department).ToList();
        if (ofDepartment.Count == 0)
        {
            var like = documents.Select(static document => document.Department).Where(name =>
                name.Length > 0 && (name.Contains(department, StringComparison.Ordinal) ||
                department.Contains(name, StringComparison.Ordinal)))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(10).ToList();
            var hint = like.Count > 0 ? $"there are: {string.Join("、", like)}" : "names are those of documents.department_name";
            throw new NothingToExportException($"no published document is of the department '{department}'; {hint}");
        }

        var chosen = ofDepartment.Where(document => years.Count == 0 || (document.FiscalYear is { } year && years.Contains(year)))
            .OrderBy(static document => document.FiscalYear).ThenBy(static document => document.Kind, StringComparer.Ordinal)
                .ThenBy(static document => document.Id, StringComparer.Ordinal).ToList();
        return chosen.Count > 0
            ? chosen
            : throw new NothingToExportException($"no published document of '{department}' is of {string.Join(", ", years.Order())}; " +
                $"there are documents of " +
                $"{string.Join(", ", ofDepartment.Select(static document => document.FiscalYear).OfType<int>().Distinct().Order())}");
    }
}

/// <summary>What is asked for is not in the publication.</summary>
public sealed class NothingToExportException(string message) : Exception(message);
