using System.Text.Json;
using Extractor.Site.Generating;

namespace Extractor.Site.Questions;

/// <summary>
/// <c>data/published/</c>: the Parquet files of the publication with its manifest and views, as they are, for the page that asks them in
/// SQL. Cells as printed are not among them: the desk shows them, and they are larger than all else.
/// </summary>
internal static class PublishedFiles
{
    /// <summary>Datasets that stay where they are.</summary>
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { "cells" };

    public static void Copy(string publication, string data)
    {
        var target = Path.Combine(data, "published");
        Directory.CreateDirectory(target);
        File.Copy(Path.Combine(publication, "views.sql"), Path.Combine(target, "views.sql"));
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(publication, "_manifest.json")));
        var datasets = manifest.RootElement.GetProperty("datasets").EnumerateArray()
            .Where(static dataset => !LeftOut.Contains(dataset.GetProperty("name").GetString()!)).ToList();
        JsonFile.Write(Path.Combine(target, "datasets.json"), json =>
        {
            json.WriteStartArray();
            foreach (var dataset in datasets)
            {
                json.WriteStartObject();
                json.WriteString("name", dataset.GetProperty("name").GetString());
                json.WriteStartArray("files");
                foreach (var file in dataset.GetProperty("files").EnumerateArray())
                {
                    json.WriteStartArray();
                    json.WriteStringValue(file.GetProperty("path").GetString());
                    json.WriteNumberValue(file.GetProperty("rows").GetInt64());
                    json.WriteNumberValue(file.GetProperty("bytes").GetInt64());
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        foreach (var file in datasets.SelectMany(static dataset => dataset.GetProperty("files").EnumerateArray()))
        {
            var path = file.GetProperty("path").GetString()!;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(target, path))!);
            File.Copy(Path.Combine(publication, path), Path.Combine(target, path));
        }
    }
}
