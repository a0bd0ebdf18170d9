using System.Globalization;
using Extractor.Publications.Rows;
using Extractor.Publishing.Documentation;

namespace Extractor.Site.Plain;

/// <summary>What a document is called where its title is not known: whose it is, of which year and what; else the name of its file.</summary>
internal static class DocumentTitle
{
    private static readonly Dictionary<string, string> Kinds = CodeLists.With([]).First(static list => list.Vocabulary == "document_kind")
        .Terms.ToDictionary(static term => term.Value, static term => term.NameZh, StringComparer.Ordinal);

    public static string Of(DocumentRow header)
    {
        if (header.Title is { } title)
        {
            return title;
        }

        var year = header.FiscalYear is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known}年") : string.Empty;
        return (header.DepartmentName ?? header.DivisionName) is { } issuer
            ? $"{issuer}{year}{Kinds.GetValueOrDefault(header.Kind, header.Kind)}"
            : Path.GetFileName(header.ArchiveLocation);
    }
}
