using Extractor.Publications.Documents;
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

    public static void Copy(PublicationReader publication, string folder, string data)
    {
        var target = Path.Combine(data, "published");
        Directory.CreateDirectory(target);
        File.Copy(Path.Combine(folder, "views.sql"), Path.Combine(target, "views.sql"));
        var files = publication.Files().Where(static file => !LeftOut.Contains(file.Dataset)).ToList();
        JsonFile.Write(Path.Combine(target, "datasets.json"), json =>
        {
            json.WriteStartArray();
            foreach (var dataset in files.GroupBy(static file => file.Dataset, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("name", dataset.Key);
                json.WriteStartArray("files");
                foreach (var file in dataset)
                {
                    json.WriteStartArray();
                    json.WriteStringValue(file.Path);
                    json.WriteNumberValue(file.Rows);
                    json.WriteNumberValue(file.Bytes);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(target, file.Path))!);
            File.Copy(Path.Combine(folder, file.Path), Path.Combine(target, file.Path));
        }
    }
}
