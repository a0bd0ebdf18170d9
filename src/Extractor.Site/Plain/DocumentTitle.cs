using System.Globalization;
using Extractor.Publications.Rows;

namespace Extractor.Site.Plain;

/// <summary>What a document is called where its title is not known: whose it is and of which year; else the name of its file.</summary>
internal static class DocumentTitle
{
    public static string Of(DocumentRow header) => header.Title
        ?? ((header.DepartmentName ?? header.DivisionName) is { } issuer
            ? string.Create(CultureInfo.InvariantCulture, $"{issuer} {header.FiscalYear}").TrimEnd()
            : Path.GetFileName(header.ArchiveLocation));
}
