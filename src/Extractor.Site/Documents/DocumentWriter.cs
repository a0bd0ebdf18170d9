using System.Buffers;
using System.Text.Json;
using Extractor.Publications.Documents;
using Extractor.Site.Generating;

namespace Extractor.Site.Documents;

/// <summary>
/// <c>data/documents/ab/HASH/document.json</c>: what the document is, its pages, sections, findings, and which file holds which
/// table; <c>tables-N.json</c> beside it: cells, lines and checks, about a quarter of a megabyte each.
/// </summary>
internal sealed class DocumentWriter(string data, DocumentFiles files)
{
    /// <summary>A file is closed after the table that brings it to this length.</summary>
    private const int BytesOfTables = 256 * 1024;

    public static string FolderOf(string documentId) => $"documents/{documentId[..2]}/{documentId}";

    /// <summary>Safe to be called for several documents at once: they share nothing.</summary>
    public void Write(PublishedDocument document)
    {
        var folder = Path.Combine(data, FolderOf(document.Header.DocumentId));
        var index = new TableIndex(document);
        var fileOfTable = WriteTables(folder, document, index);
        var hasFile = files.TryTake(document.Header);
        JsonFile.Write(Path.Combine(folder, "document.json"), json => WriteDocument(json, document, index, fileOfTable, hasFile));
    }

    /// <summary>Writes what a person wants to know of a document before its tables.</summary>
    private static void WriteDocument(
        Utf8JsonWriter json, PublishedDocument document, TableIndex index, IReadOnlyDictionary<string, int> fileOfTable, bool hasFile)
    {
        json.WriteStartObject();
        DocumentJson.WriteHeader(json, document.Header, hasFile);
        json.WriteStartArray("pages");
        foreach (var page in document.Pages)
        {
            json.WriteStartArray();
            json.WriteNumberValue(page.Width);
            json.WriteNumberValue(page.Height);
            json.WriteStringValue(page.State);
            json.WriteStringValue(page.StateReason);
            json.WriteNumberValue(page.Rotation);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("tables");
        foreach (var table in document.Tables)
        {
            DocumentJson.WriteTable(json, table, fileOfTable[table.TableId], index.ProofsOf(table.TableId));
        }

        json.WriteEndArray();
        json.WriteStartArray("sections");
        foreach (var section in document.Sections)
        {
            DocumentJson.WriteSection(json, section);
        }

        json.WriteEndArray();
        json.WriteStartArray("stated");
        foreach (var figure in document.StatedFigures)
        {
            DocumentJson.WriteStated(json, figure);
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        var places = document.FindingPlaces.ToLookup(static place => place.FindingId, StringComparer.Ordinal);
        foreach (var finding in document.Findings)
        {
            DocumentJson.WriteFinding(json, finding, index.CheckOf(finding, places[finding.FindingId]), places[finding.FindingId]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <returns>The number of the file that holds each table.</returns>
    private static Dictionary<string, int> WriteTables(string folder, PublishedDocument document, TableIndex index)
    {
        var fileOfTable = new Dictionary<string, int>(StringComparer.Ordinal);
        var cells = document.Cells.ToLookup(static cell => cell.TableId, StringComparer.Ordinal);
        var buffer = new ArrayBufferWriter<byte>();
        Utf8JsonWriter? json = null;
        var number = 0;
        foreach (var table in document.Tables)
        {
            if (json is null)
            {
                json = new Utf8JsonWriter(buffer, JsonFile.Options);
                json.WriteStartArray();
                number++;
            }

            fileOfTable[table.TableId] = number;
            TableJson.Write(json, table, cells[table.TableId], index);
            if (json.BytesCommitted + json.BytesPending >= BytesOfTables)
            {
                Close();
            }
        }

        Close();
        return fileOfTable;

        void Close()
        {
            if (json is not null)
            {
                json.WriteEndArray();
                json.Dispose();
                json = null;
                Directory.CreateDirectory(folder);
                File.WriteAllBytes(Path.Combine(folder, $"tables-{number}.json"), buffer.WrittenSpan);
                buffer.ResetWrittenCount();
            }
        }
    }
}
