using System.Text.Json;
using Extractor.Publications.Rows;
using Extractor.Site.Departments;
using Extractor.Site.Generating;

namespace Extractor.Site.Figures;

/// <summary>Figures in the data files, as <c>web/src/contract.ts</c> describes them.</summary>
internal static class FigureJson
{
    /// <summary><c>[amount, proof, table, line, page, lines]</c>, and the edges of the sentence that states it.</summary>
    public static void WriteFigure(this Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartArray();
        json.WriteNumberValue(figure.Amount);
        json.WriteNumberValue((int)figure.Proof);
        json.WriteNumberValue(figure.Table);
        json.WriteStringValue(figure.Line);
        json.WriteNumberValue(figure.Page);
        json.WriteNumberValue(figure.Lines);
        if (figure.Sentence is { } sentence)
        {
            json.WriteEdges(sentence);
        }

        json.WriteEndArray();
    }

    public static void WriteAccount(this Utf8JsonWriter json, Account account, DocumentRow document)
    {
        json.WriteString("id", document.DocumentId);
        json.WriteNumber("year", account.Year);
        json.WriteString("phase", account.Phase);
        json.WriteString("scope", account.Scope);
        json.WriteString("status", document.Status);
    }

    public static void WriteTotals(this Utf8JsonWriter json, IReadOnlyDictionary<string, Total> totals)
    {
        json.WriteStartObject("totals");
        foreach (var name in DocumentFigures.TotalNames)
        {
            if (totals.TryGetValue(name, out var total))
            {
                json.WriteStartObject(name);
                WriteKnown("current", total.Current);
                WriteKnown("prior", total.Prior);
                WriteKnown("change", total.Change);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();

        void WriteKnown(string name, Figure? figure)
        {
            if (figure is { } known)
            {
                json.WritePropertyName(name);
                json.WriteFigure(known);
            }
        }
    }
}
