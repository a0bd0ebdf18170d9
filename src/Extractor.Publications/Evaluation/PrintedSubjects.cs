using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Normalizing;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Subjects;
using Extractor.Publications.Reading;
using Extractor.Publications.Rows;
using Extractor.Runs;

namespace Extractor.Publications.Evaluation;

/// <summary>A code that documents print, with the name that stands beside it.</summary>
/// <param name="Documents">How many documents print the pair.</param>
/// <param name="Naming">What the catalogue says of it, whatever the edition.</param>
public sealed record PrintedSubject(Classification Classification, string Code, string NameAsPrinted, int Documents, SubjectNaming Naming);

/// <summary>
/// Collects the subjects that a publication prints and the catalogue lacks or names otherwise, in the columns of the reviewed
/// list <c>pipelines/subjects/observed.csv</c>: the catalogue grows by evidence. Lists of projects and purchases are left out:
/// what stands there beside a code is the name of a thing.
/// </summary>
public static class PrintedSubjects
{
    private const string ReviewedList = "pipelines/subjects/observed.csv";

    /// <param name="withReviewed">Also the pairs that the reviewed list has already.</param>
    /// <returns>Ordered by classification, code and name.</returns>
    /// <exception cref="OutputException">The folder holds no publication.</exception>
    public static ImmutableArray<PrintedSubject> Unexplained(string folder, bool withReviewed)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var subjects = ReferenceData.Load().Subjects;
        var reviewed = withReviewed ? [] : Reviewed();
        var documents = new Dictionary<(Classification, string Code, string Name), (string Printed, HashSet<string> Ids)>();
        foreach (var row in PublishedDatasets.Rows<BudgetLineRow>(folder, "code_evidence",
            new HashSet<string>(["printed", "split_columns"], StringComparer.Ordinal)))
        {
            if (row.TableKey is not ("project_expenditure" or "government_procurement" or "purchased_services") &&
                row.SubjectCode is { } code && !(row.SubjectCodeAsPrinted?.Length > code.Length) &&
                row.SubjectNameAsPrinted is { } printed &&
                SchemaName.TryParse<Classification>(row.Classification, out var classification))
            {
                var name = PrintedCode.NameIn(printed);
                var key = (classification, code, FoldedText.Of(name));
                if (!documents.TryGetValue(key, out var pair))
                {
                    documents.Add(key, pair = (name, new HashSet<string>(StringComparer.Ordinal)));
                }

                pair.Ids.Add(row.DocumentId);
            }
        }

        return
        [
            .. from pair in documents
               let naming = subjects.NamingOf(pair.Key.Item1, pair.Key.Code, pair.Value.Printed)
               where naming != SubjectNaming.Agrees && pair.Key.Name.Length > 0 &&
                   !reviewed.Contains((SchemaName.Of(pair.Key.Item1), pair.Key.Code, pair.Key.Name))
               orderby pair.Key.Item1, pair.Key.Code, pair.Key.Name
               select new PrintedSubject(pair.Key.Item1, pair.Key.Code, pair.Value.Printed, pair.Value.Ids.Count, naming),
        ];
    }

    private static HashSet<(string Classification, string Code, string Name)> Reviewed()
    {
        var faults = new MapFaults();
        var file = MapFile.Embedded().Single(static map => map.Name == ReviewedList);
        var rows = MapTable.Read(file, ["classification", "code", "name_as_printed", "documents", "verdict"], faults).Rows;
        faults.ThrowIfAny();
        return [.. rows.Select(static row => (row["classification"], row["code"], FoldedText.Of(row["name_as_printed"])))];
    }
}
