using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Files;

/// <summary>Name trees and number trees (7.9.6, 7.9.7): keys and values in leaves below leaves.</summary>
internal static class NameTree
{
    private const int MaximumDepth = 32;
    private const int MaximumEntries = 100_000;

    /// <summary>All entries in the order of the tree.</summary>
    /// <param name="leaf">/Names or /Nums: keys and values in turn.</param>
    public static List<(PdfObject Key, PdfObject Value)> Read(PdfDictionary? root, string leaf)
    {
        var entries = new List<(PdfObject, PdfObject)>();
        Read(root, leaf, entries, new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance), 0);
        return entries;
    }

    private static void Read(
        PdfDictionary? node, string leaf, List<(PdfObject Key, PdfObject Value)> entries, HashSet<PdfDictionary> visited, int depth)
    {
        if (node is null || depth > MaximumDepth || !visited.Add(node))
        {
            return;
        }

        var pairs = node.GetArray(leaf);
        for (var index = 0; index + 1 < (pairs?.Count ?? 0) && entries.Count < MaximumEntries; index += 2)
        {
            entries.Add((pairs![index], pairs[index + 1]));
        }

        var kids = node.GetArray("Kids");
        for (var index = 0; index < (kids?.Count ?? 0) && entries.Count < MaximumEntries; index++)
        {
            Read(kids!.GetDictionary(index), leaf, entries, visited, depth + 1);
        }
    }
}
