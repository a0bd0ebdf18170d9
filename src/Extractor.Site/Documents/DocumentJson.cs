using System.Globalization;
using System.Text.Json;
using Extractor.Model.Layout;
using Extractor.Publications.Rows;
using Extractor.Site.Departments;
using Extractor.Site.Generating;

namespace Extractor.Site.Documents;

/// <summary>The parts of <c>document.json</c>, as <c>web/src/contract.ts</c> describes them.</summary>
internal static class DocumentJson
{
    public static void WriteHeader(Utf8JsonWriter json, DocumentRow document, bool hasFile)
    {
        json.WriteString("id", document.DocumentId);
        json.WriteBoolean("hasFile", hasFile);
        json.WriteKnown("title", document.Title);
        json.WriteKnown("department", document.DepartmentName);
        json.WriteKnown("departmentKey", DepartmentName.Of(document)?.Key);
        json.WriteKnown("divisionCode", document.DivisionCode);
        json.WriteKnown("divisionName", document.DivisionName);
        json.WriteKnown("provinceCode", document.ProvinceCode);
        json.WriteKnown("year", document.FiscalYear);
        json.WriteString("kind", document.Kind);
        json.WriteKnown("scope", document.Scope);
        json.WriteString("status", document.Status);
        json.WriteKnown("statusReason", document.StatusReason);
        json.WriteString("identity", document.Identity);
        json.WriteString("issuerEvidence", document.IssuerEvidence);
        json.WriteString("yearEvidence", document.YearEvidence);
        json.WriteString("textLayer", document.TextLayer);
        json.WriteString("archiveLocation", document.ArchiveLocation);
        json.WriteKnown("sourceUrl", document.SourceUrl);
        json.WriteKnown("landingUrl", document.LandingUrl);
        json.WriteKnown("retrievedAt",
            document.RetrievedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteKnown("producer", document.Producer);
        json.WriteNumber("byteLength", document.ByteLength);
        json.WriteKnown("supersedes", document.SupersedesDocumentId);
        json.WriteString("extractorVersion", document.ExtractorVersion);
    }

    public static void WriteTable(Utf8JsonWriter json, TableRow table, int file, Proofs proofs)
    {
        json.WriteStartObject();
        json.WriteNumber("ordinal", table.Ordinal);
        json.WriteNumber("file", file);
        json.WriteString("key", table.TableKey);
        json.WriteKnown("number", table.NumberAsPrinted);
        json.WriteKnown("title", table.TitleAsPrinted);
        json.WriteKnown("unit", table.UnitAsPrinted);
        json.WriteString("unitEvidence", table.UnitEvidence);
        json.WriteNumber("pageFirst", table.PageFirst);
        json.WriteNumber("pageLast", table.PageLast);
        json.WriteNumber("rows", table.RowCount);
        json.WriteNumber("columns", table.ColumnCount);
        json.WriteNumber("headerRows", table.HeaderRowCount);
        json.WriteString("method", table.Method);
        if (table.DeclaredEmpty)
        {
            json.WriteBoolean("declaredEmpty", true);
        }

        json.WriteStartArray("proofs");
        json.WriteNumberValue(proofs.Proven);
        json.WriteNumberValue(proofs.Contradicted);
        json.WriteNumberValue(proofs.Unproven);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteSection(Utf8JsonWriter json, SectionRow section)
    {
        json.WriteStartObject();
        json.WriteString("id", section.SectionId);
        json.WriteNumber("depth", section.Depth);
        json.WriteString("key", section.SectionKey);
        json.WriteKnown("heading", section.HeadingAsPrinted);
        json.WriteKnown("text", section.Text);
        json.WriteNumber("pageFirst", section.PageFirst);
        json.WriteNumber("pageLast", section.PageLast);
        json.WriteEndObject();
    }

    public static void WriteStated(Utf8JsonWriter json, StatedFigureRow figure)
    {
        json.WriteStartObject();
        json.WriteString("section", figure.SectionId);
        json.WriteString("key", figure.FigureKey);
        json.WriteKnown("amount", figure.AmountYuan);
        json.WriteKnown("quantity", (decimal?)figure.Quantity);
        json.WriteKnown("percent", (decimal?)figure.Percent);
        json.WriteString("sentence", figure.Sentence);
        json.WriteNumber("page", figure.PageNumber);
        WriteBox(json, figure.Box);
        json.WriteEndObject();
    }

    /// <param name="check">The failed sum that the finding reports, at its first place.</param>
    /// <param name="places">All its places, the first one included.</param>
    public static void WriteFinding(Utf8JsonWriter json, FindingRow finding, PlacedCheck? check, IEnumerable<FindingPlaceRow> places)
    {
        json.WriteStartObject();
        WriteFindingProperties(json, finding);
        if (check is not null)
        {
            json.WriteString("check", check.Check.CheckId);
            json.WriteNumber("table", check.Members[0].Table);
        }

        json.WriteStartArray("places");
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteKnown("page", place.PageNumber);
            WriteBox(json, place.Box);
            json.WriteKnown("expected", place.Expected);
            json.WriteKnown("actual", place.Actual);
            json.WriteEndObject();
        }

        json.WriteEndArray();

        json.WriteEndObject();
    }

    public static void WriteFindingProperties(Utf8JsonWriter json, FindingRow finding)
    {
        json.WriteString("id", finding.FindingId);
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.Severity);
        json.WriteString("zh", finding.MessageZh);
        json.WriteString("en", finding.MessageEn);
        json.WriteKnown("page", finding.PageNumber);
        WriteBox(json, finding.Box);
        json.WriteKnown("expected", finding.Expected);
        json.WriteKnown("actual", finding.Actual);
        json.WriteNumber("count", finding.Places);
    }

    private static void WriteBox(Utf8JsonWriter json, Box? box)
    {
        if (box is { } known)
        {
            json.WriteStartArray("box");
            json.WriteEdges(known);
            json.WriteEndArray();
        }
    }
}
