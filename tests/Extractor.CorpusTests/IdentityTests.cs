using System.Globalization;
using Extractor.Extracting;
using Extractor.Model;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Normalizing.Identity;
using Extractor.Normalizing.Maps;

namespace Extractor.CorpusTests;

/// <summary>
/// Who and what each of the shared real documents is, against a list that was made by looking at all of them. A scan
/// is expected as a reader of text can know it; what a person sees stands in its note.
/// </summary>
public sealed class IdentityTests
{
    private static readonly string[] Columns =
        ["sha256", "kind", "scope", "fiscal_year", "department_name", "division_code", "issuer_evidence", "year_evidence", "identity",
            "title", "note"];

    [Fact]
    public void Read_EverySharedDocument_IsWhatItIs()
    {
        Assert.SkipUnless(SharedFiles.Exist, "../shared/corpus is not beside the repository");
        var expected = Expectations().ToDictionary(static row => row["sha256"], StringComparer.Ordinal);
        var differences = new List<string>();
        foreach (var (file, id, identity, _, _) in SharedDocuments.All)
        {
            if (!expected.TryGetValue(file.Hash, out var row))
            {
                differences.Add($"{file.Name}: no expectation for {file.Hash}");
                continue;
            }

            Assert.Equal(file.Hash, id.Value);
            Compare("kind", SchemaName.Of(identity.Kind));
            Compare("scope", identity.Scope is { } scope ? SchemaName.Of(scope) : "");
            Compare("fiscal_year", identity.FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "");
            Compare("department_name", identity.DepartmentName ?? "");
            Compare("division_code", identity.DivisionCode ?? "");
            Compare("issuer_evidence", SchemaName.Of(identity.IssuerEvidence));
            Compare("year_evidence", SchemaName.Of(identity.YearEvidence));
            Compare("identity", SchemaName.Of(identity.Outcome));
            Compare("title", identity.Title ?? "");

            void Compare(string column, string actual)
            {
                if (row[column] != actual)
                {
                    differences.Add($"{file.Name}: {column} is '{actual}', expected '{row[column]}' ({row["note"]})");
                }
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Read_EveryOwnDocument_IsWhatTheManifestSays()
    {
        var reference = ReferenceData.Load();
        foreach (var row in OwnCorpus.Manifest())
        {
            var path = Path.Combine(OwnCorpus.Folder, row["file"]);
            var bytes = File.ReadAllBytes(path);
            var fetched = new FetchedFile(
                DocumentId.Of(bytes), path, row["file"], "download.pdf", bytes.Length, null, null, null,
                new DocumentRequest(row["division_code"], row["department_name"],
                    int.Parse(row["fiscal_year"], CultureInfo.InvariantCulture)));

            var reading = DocumentIdentityReader.Read(DocumentExtractor.Extract(fetched, bytes, TestContext.Current.CancellationToken),
                reference);

            Assert.Equal(row["kind"], SchemaName.Of(reading.Identity.Kind));
            Assert.Equal(row["department_name"], reading.Identity.DepartmentName);
            Assert.Equal(row["division_code"], reading.Identity.DivisionCode);
            Assert.Equal(row["fiscal_year"], reading.Identity.FiscalYear?.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(row["title"], reading.Identity.Title);
            Assert.Equal(row["department_name"].Contains("本级", StringComparison.Ordinal) ? DocumentScope.Unit : DocumentScope.Department,
                reading.Identity.Scope);
            Assert.Equal(IdentityOutcome.Confirmed, reading.Identity.Outcome);
            Assert.Empty(reading.Findings);
        }
    }

    [Fact]
    public void Expectations_EveryRow_IsWithinTheContract()
    {
        var rows = Expectations();

        Assert.Equal(130, rows.Count);
        Assert.Equal(rows.Count, rows.Select(static row => row["sha256"]).Distinct(StringComparer.Ordinal).Count());
        foreach (var row in rows)
        {
            _ = new DocumentId(row["sha256"]);
            Assert.True(SchemaName.TryParse<DocumentKind>(row["kind"], out var kind), row["kind"]);
            Assert.True(row["scope"].Length == 0 ? kind == DocumentKind.Other : SchemaName.TryParse<DocumentScope>(row["scope"], out _),
                row["scope"]);
            Assert.True(SchemaName.TryParse<IdentityOutcome>(row["identity"], out _), row["identity"]);
            Assert.True(row["division_code"].Length == 0 ||
                ReferenceData.Load().Divisions.Find(row["division_code"]) is { IsInForce: true }, row["division_code"]);
        }
    }

    private static IReadOnlyList<MapRow> Expectations()
    {
        var path = Path.Combine(SharedFiles.Repository, "tests", "Extractor.CorpusTests", "Expectations", "identity.csv");
        var faults = new MapFaults();
        var rows = MapTable.Read(new MapFile("identity.csv", File.ReadAllText(path)), Columns, faults).Rows;
        faults.ThrowIfAny();
        return rows;
    }
}
