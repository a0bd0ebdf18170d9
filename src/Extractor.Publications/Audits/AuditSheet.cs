using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extractor.Runs;

namespace Extractor.Publications.Audits;

/// <summary>
/// The sheet on which a person judges lines: one HTML file with everything in it. Marks are kept by the browser and saved as CSV.
/// </summary>
public static class AuditSheet
{
    public const string FileName = "sheet.html";

    /// <summary>Han characters as they are; what could end a script is escaped.</summary>
    private static readonly JsonSerializerOptions Embedded = new()
    {
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    /// <param name="image">A PNG of a page of the line's document; null where there is none.</param>
    /// <returns>Lines whose page is shown.</returns>
    /// <exception cref="OutputException">The sheet cannot be written.</exception>
    public static int Write(string folder, string title, IReadOnlyList<AuditedLine> lines, Func<AuditedLine, byte[]?> image)
    {
        var path = Path.Combine(folder, FileName);
        var shown = 0;
        OutputException.Guard(path, () =>
        {
            Directory.CreateDirectory(folder);
            var unfinished = path + ".part";
            using (var text = new StreamWriter(unfinished))
            {
                text.Write("<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
                text.Write(HtmlEncoder.Default.Encode(title));
                text.Write("</title>\n<style>\n");
                text.Write(Asset("sheet.css"));
                text.Write("</style>\n</head>\n<body>\n<script type=\"application/json\" id=\"lines\">\n");
                text.Write(new JsonObject
                {
                    ["title"] = title,
                    ["fields"] = new JsonArray([.. AuditField.All.Select(static field => new JsonArray(field.Name, field.Chinese))]),
                    ["lines"] = new JsonArray([.. lines.Select(Json)]),
                }.ToJsonString(Embedded));
                text.Write("\n</script>\n");
                shown = WriteImages(text, lines, image);
                text.Write("<script>\n");
                text.Write(Asset("sheet.js"));
                text.Write("</script>\n</body>\n</html>\n");
            }

            File.Move(unfinished, path, overwrite: true);
        });
        return shown;
    }

    /// <summary>A page that several lines stand on is drawn once.</summary>
    private static int WriteImages(StreamWriter text, IReadOnlyList<AuditedLine> lines, Func<AuditedLine, byte[]?> image)
    {
        var shown = 0;
        foreach (var page in lines.GroupBy(PageOf, StringComparer.Ordinal))
        {
            if (image(page.First()) is { } png)
            {
                text.Write($"<script type=\"text/plain\" id=\"{page.Key}\">{Convert.ToBase64String(png)}</script>\n");
                shown += page.Count();
            }
        }

        return shown;
    }

    private static string PageOf(AuditedLine line) =>
        string.Create(CultureInfo.InvariantCulture, $"page-{line.Line.DocumentId}-{line.Line.PageNumber}");

    private static JsonObject Json(AuditedLine line) => new()
    {
        ["line_id"] = line.Line.LineId,
        ["document_id"] = line.Line.DocumentId,
        ["archive_location"] = line.Document.ArchiveLocation,
        ["department_name"] = line.Document.DepartmentName,
        ["table_key"] = line.Line.TableKey,
        ["title"] = line.Table?.TitleAsPrinted,
        ["proof"] = line.Line.Proof,
        ["doubt"] = line.Line.Doubt,
        ["header"] = line.HeaderPath,
        ["row"] = string.Join(" | ", line.RowTexts),
        ["page_number"] = line.Line.PageNumber,
        ["page"] = PageOf(line),
        ["width"] = line.Page?.Width,
        ["height"] = line.Page?.Height,
        ["box"] = new JsonArray(line.Line.BoxLeft, line.Line.BoxTop, line.Line.BoxRight, line.Line.BoxBottom),
        ["claims"] = new JsonArray([.. AuditField.All.Select(field => (JsonNode?)field.Claim(line))]),
    };

    private static string Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("audit/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
