using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;

namespace Extractor.Publishing.Datasets;

/// <summary>A part of a document, with the document.</summary>
internal readonly record struct Row<T>(DocumentRows Document, T Item);

/// <summary>A document on its way into the datasets: its normalized form, and the ids that its rows are linked by.</summary>
internal sealed class DocumentRows
{
    /// <summary>Hex digits of the document id that stand in the ids of its parts.</summary>
    public const int PrefixLength = 16;

    private readonly string prefix;
    private readonly Dictionary<int, string> tableIds = [];
    private readonly Dictionary<int, string> sectionIds = [];
    private readonly Dictionary<int, TableMeaning> tableMeanings;
    private readonly Dictionary<int, SectionMeaning> sectionMeanings;

    public DocumentRows(PublishableDocument entry, NormalizedDocument document, string extractorVersion)
    {
        Entry = entry;
        Document = document;
        ExtractorVersion = extractorVersion;
        Id = entry.Id.Value;
        prefix = Id[..PrefixLength];
        tableMeanings = document.Tables.ToDictionary(static meaning => meaning.TableOrdinal);
        sectionMeanings = document.Sections.ToDictionary(static meaning => meaning.SectionOrdinal);
    }

    public PublishableDocument Entry { get; }

    public NormalizedDocument Document { get; }

    public string ExtractorVersion { get; }

    public string Id { get; }

    public string TableId(int ordinal) => IdOf(tableIds, 't', ordinal);

    public string SectionId(int ordinal) => IdOf(sectionIds, 's', ordinal);

    /// <summary>What a table means; <see cref="TableKey.Other"/> where nothing is known of it.</summary>
    public TableMeaning MeaningOf(ExtractedTable table) => tableMeanings.GetValueOrDefault(table.Ordinal)
        ?? new TableMeaning(table.Ordinal, TableKey.Other, table.UnitAsPrinted, UnitEvidence.None);

    public string SectionKeyOf(int ordinal) => sectionMeanings.GetValueOrDefault(ordinal)?.SectionKey ?? "other";

    /// <summary>One string an id: rows that share it are many, and equal objects are written faster.</summary>
    private string IdOf(Dictionary<int, string> ids, char kind, int ordinal)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, ordinal, out _);
        return id ??= string.Create(CultureInfo.InvariantCulture, $"{prefix}-{kind}{ordinal:D3}");
    }

    /// <summary>All rows made of the parts of this document.</summary>
    public IEnumerable<Row<T>> Of<T>(IEnumerable<T> items) => items.Select(item => new Row<T>(this, item));

    /// <summary>
    /// The findings of the document. An id is a hash of the cause, or of what is found and where, so that it stays while other
    /// findings and other places come and go; equal findings of a document are told apart by their order.
    /// </summary>
    public IEnumerable<Row<IdentifiedFinding>> Findings()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in Document.Findings)
        {
            var content = finding.Cause is { } cause ? $"{finding.Rule}\n{SchemaName.Of(finding.Severity)}\n{cause}" : ContentOf(finding);
            var count = seen[content] = seen.GetValueOrDefault(content) + 1;
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id}\n{count}\n{content}")));
            yield return new Row<IdentifiedFinding>(this,
                new IdentifiedFinding($"{prefix}-f{Convert.ToHexStringLower(hash.AsSpan(0, 8))}", finding));
        }
    }

    /// <summary>Every place of every finding.</summary>
    public IEnumerable<Row<IdentifiedPlace>> FindingPlaces() =>
        from finding in Findings()
        from place in finding.Item.Finding.Places.Select((place, index) => (place, index))
        select new Row<IdentifiedPlace>(this, new IdentifiedPlace(finding.Item.FindingId, place.index + 1, place.place));

    private static string ContentOf(Finding finding)
    {
        var place = finding.Box is { } box
            ? string.Create(CultureInfo.InvariantCulture, $"{box.Left:F2} {box.Top:F2} {box.Right:F2} {box.Bottom:F2}")
            : string.Empty;
        return string.Create(CultureInfo.InvariantCulture,
            $"{finding.Rule}\n{finding.PageNumber}\n{place}\n{finding.MessageEn}\n{finding.Expected}\n{finding.Actual}");
    }
}

internal sealed record IdentifiedFinding(string FindingId, Finding Finding);

/// <param name="Number">Counted from 1.</param>
internal sealed record IdentifiedPlace(string FindingId, int Number, FindingPlace Place);
