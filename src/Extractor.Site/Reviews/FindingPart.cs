using System.Text.Json;
using Extractor.Publications.Documents;
using Extractor.Publications.Rows;
using Extractor.Site.Documents;
using Extractor.Site.Generating;

namespace Extractor.Site.Reviews;

/// <summary>
/// The queue of the review: <c>data/findings.json</c> tells how many findings there are by severity and rule, and
/// <c>data/findings/SEVERITY-RULE-N.json</c> holds them, <see cref="FindingsOfPage"/> a file; <c>data/review/largest.json</c> those of all
/// rules with most yuan at stake, <c>data/review/documents.json</c> the documents with most to look at.
/// </summary>
/// <param name="decided">Findings that reviewers have decided on.</param>
internal sealed class FindingPart(string data, IReadOnlySet<string> decided) : ISitePart
{
    private const int FindingsOfPage = 100;

    /// <summary>So many findings by yuan, and documents, are listed.</summary>
    private const int Listed = 300;

    private static readonly string[] Severities = ["error", "warning", "note"];

    private readonly SortedDictionary<(int Severity, string Rule), Queue> queues = [];
    private readonly HashSet<string> decidedAndThere = new(StringComparer.Ordinal);
    private readonly Largest<QueuedFinding> largest = new(Listed, static finding => finding.Yuan,
        static finding => finding.Finding.FindingId);
    private readonly Largest<DocumentToReview> documents = new(Listed, static document => document.Yuan * 1000 + document.Count,
        static document => document.Document.DocumentId);

    public int Decided => decided.Count;

    /// <summary>Findings that were decided on and are no more.</summary>
    public int DecidedAndGone => decided.Count - decidedAndThere.Count;

    public void Add(PublishedDocument document)
    {
        var stakes = new Stakes(document);
        var ofDocument = document.Findings.Where(static finding => finding.Severity != "note").ToList();
        if (ofDocument.Count > 0)
        {
            documents.Add(new DocumentToReview(document.Header, ofDocument.Count, ofDocument.Sum(finding => stakes.Of(finding) ?? 0)));
        }

        foreach (var finding in document.Findings)
        {
            var queued = new QueuedFinding(document.Header, finding, stakes.Of(finding));
            if (queued.Yuan is not null)
            {
                largest.Add(queued);
            }

            var severity = Math.Max(0, Array.IndexOf(Severities, finding.Severity));
            if (!queues.TryGetValue((severity, finding.Rule), out var queue))
            {
                queues.Add((severity, finding.Rule), queue = new Queue());
            }

            queue.Pending.Add(queued);
            queue.Count++;
            if (decided.Contains(finding.FindingId))
            {
                decidedAndThere.Add(finding.FindingId);
            }

            if (queue.Pending.Count == FindingsOfPage)
            {
                Write(severity, finding.Rule, queue);
            }
        }
    }

    public void Complete()
    {
        foreach (var ((severity, rule), queue) in queues)
        {
            if (queue.Pending.Count > 0)
            {
                Write(severity, rule, queue);
            }
        }

        WriteFindings("review/largest", largest.Items());
        JsonFile.Write(Path.Combine(data, "review", "documents.json"), json =>
        {
            json.WriteStartArray();
            foreach (var (document, count, yuan) in documents.Items())
            {
                json.WriteStartObject();
                json.WriteNumber("count", count);
                json.WriteNumber("yuan", yuan);
                WriteDocument(json, document);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        JsonFile.Write(Path.Combine(data, "findings.json"), json =>
        {
            json.WriteStartArray();
            foreach (var ((severity, rule), queue) in queues)
            {
                json.WriteStartObject();
                json.WriteString("severity", Severities[severity]);
                json.WriteString("rule", rule);
                json.WriteNumber("count", queue.Count);
                json.WriteNumber("files", queue.Files);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private void Write(int severity, string rule, Queue queue)
    {
        queue.Files++;
        WriteFindings($"findings/{Severities[severity]}-{rule}-{queue.Files}", queue.Pending);
        queue.Pending.Clear();
    }

    private void WriteFindings(string name, IEnumerable<QueuedFinding> findings) =>
        JsonFile.Write(Path.Combine(data, name + ".json"), json =>
        {
            json.WriteStartArray();
            foreach (var (document, finding, yuan) in findings)
            {
                json.WriteStartObject();
                DocumentJson.WriteFindingProperties(json, finding);
                json.WriteKnown("yuan", yuan);
                WriteDocument(json, document);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    private static void WriteDocument(Utf8JsonWriter json, DocumentRow document)
    {
        json.WriteString("document", document.DocumentId);
        json.WriteKnown("department", document.DepartmentName);
        json.WriteKnown("divisionName", document.DivisionName);
        json.WriteKnown("year", document.FiscalYear);
        json.WriteString("archiveLocation", document.ArchiveLocation);
    }

    private sealed class Queue
    {
        public List<QueuedFinding> Pending { get; } = [];

        public int Count { get; set; }

        public int Files { get; set; }
    }

    /// <param name="Yuan">What is at stake: by how much the sums that it reports miss, without sign.</param>
    private sealed record QueuedFinding(DocumentRow Document, FindingRow Finding, decimal? Yuan);

    /// <param name="Count">Errors and warnings.</param>
    private sealed record DocumentToReview(DocumentRow Document, int Count, decimal Yuan);
}
