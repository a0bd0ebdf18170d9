using Extractor.Publications.Documents;
using Extractor.Publications.Rows;
using Extractor.Site.Documents;
using Extractor.Site.Generating;

namespace Extractor.Site.Reviews;

/// <summary>
/// The queue of the review: <c>data/findings.json</c> tells how many findings there are by severity and rule, and
/// <c>data/findings/SEVERITY-RULE-N.json</c> holds them, <see cref="FindingsOfPage"/> a file.
/// </summary>
/// <param name="decided">Findings that reviewers have decided on.</param>
internal sealed class FindingPart(string data, IReadOnlySet<string> decided) : ISitePart
{
    private const int FindingsOfPage = 100;

    private static readonly string[] Severities = ["error", "warning", "note"];

    private readonly SortedDictionary<(int Severity, string Rule), Queue> queues = [];
    private readonly HashSet<string> decidedAndThere = new(StringComparer.Ordinal);

    public int Decided => decided.Count;

    /// <summary>Findings that were decided on and are no more.</summary>
    public int DecidedAndGone => decided.Count - decidedAndThere.Count;

    public void Add(PublishedDocument document)
    {
        foreach (var finding in document.Findings)
        {
            var severity = Math.Max(0, Array.IndexOf(Severities, finding.Severity));
            if (!queues.TryGetValue((severity, finding.Rule), out var queue))
            {
                queues.Add((severity, finding.Rule), queue = new Queue());
            }

            queue.Pending.Add((document.Header, finding));
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
        JsonFile.Write(Path.Combine(data, "findings", $"{Severities[severity]}-{rule}-{queue.Files}.json"), json =>
        {
            json.WriteStartArray();
            foreach (var (document, finding) in queue.Pending)
            {
                json.WriteStartObject();
                DocumentJson.WriteFindingProperties(json, finding);
                json.WriteString("document", document.DocumentId);
                json.WriteKnown("department", document.DepartmentName);
                json.WriteKnown("divisionName", document.DivisionName);
                json.WriteKnown("year", document.FiscalYear);
                json.WriteString("archiveLocation", document.ArchiveLocation);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        queue.Pending.Clear();
    }

    private sealed class Queue
    {
        public List<(DocumentRow Document, FindingRow Finding)> Pending { get; } = [];

        public int Count { get; set; }

        public int Files { get; set; }
    }
}
