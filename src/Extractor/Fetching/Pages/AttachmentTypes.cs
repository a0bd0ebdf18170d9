using System.Collections.Immutable;

namespace Extractor.Fetching.Pages;

/// <summary>
/// The files that publishers attach. PDF is read and zip is opened; the others are kept as they came and show in the data as
/// documents that were not read: a figure that stands in them only is not lost, and not silently missing.
/// </summary>
public static class AttachmentTypes
{
    /// <summary>For regular expressions: every ending of an attachment, without its dot.</summary>
    public const string Endings = "pdf|zip|rar|7z|docx?|xlsx?|wps|et|ofd";

    private static readonly ImmutableDictionary<SniffedType,
        ImmutableArray<string>> EndingsByType = ImmutableDictionary.CreateRange<SniffedType, ImmutableArray<string>>(
    [
        new(SniffedType.Pdf, [".pdf"]),
        new(SniffedType.Zip, [".zip"]),
        new(SniffedType.Rar, [".rar"]),
        new(SniffedType.SevenZip, [".7z"]),
        new(SniffedType.Compound, [".doc", ".xls", ".wps", ".et"]),
        new(SniffedType.OfficeOpenXml, [".docx", ".xlsx", ".wps", ".et"]),
        new(SniffedType.Ofd, [".ofd"]),
    ]);

    /// <summary>Whether the bytes are those of an attachment, as against a page.</summary>
    public static bool IsDocument(SniffedType type) => EndingsByType.ContainsKey(type);

    /// <summary>The ending that such bytes have most often, with its dot.</summary>
    public static string EndingOf(SniffedType type) => EndingsByType[type][0];

    /// <summary>What is told of a file that is kept and not read; null for those that are read.</summary>
    public static string? NotRead(SniffedType type) => type switch
    {
        SniffedType.Compound or SniffedType.OfficeOpenXml => "kept, not read: an office document",
        SniffedType.Ofd => "kept, not read: an OFD document",
        SniffedType.Rar => "kept, not opened: a RAR archive",
        SniffedType.SevenZip => "kept, not opened: a 7z archive",
        _ => null,
    };

    /// <summary>The name with an ending that its bytes bear out.</summary>
    /// <param name="others">Further names of the same file, which may have the right ending.</param>
    public static string Named(string name, SniffedType type, IEnumerable<string?> others)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(others);
        var endings = EndingsByType[type];
        return EndingOf(name) is not null ? name : name +
            (others.Select(EndingOf).FirstOrDefault(static ending => ending is not null) ?? endings[0]);

        string? EndingOf(string? text) =>
            text is null ? null : endings.Where(ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).Select(static ending =>
            ending).FirstOrDefault();
    }
}
