using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Files;

internal enum CrossReferenceKind : byte
{
    /// <summary>The object is deleted.</summary>
    Free,

    /// <summary>The object stands in the file.</summary>
    InFile,

    /// <summary>The object stands in an object stream.</summary>
    InObjectStream,
}

/// <summary>Where an object is.</summary>
/// <param name="Position">Offset from the start of the bytes, or the number of the object stream.</param>
/// <param name="Index">Generation number, or the index in the object stream.</param>
internal readonly record struct CrossReference(CrossReferenceKind Kind, int Position, int Index);

/// <summary>Where the objects of a file are (7.5.4), and the trailer (7.5.5).</summary>
internal sealed class CrossReferenceTable(int maximumObjects)
{
    private readonly Dictionary<int, CrossReference> entries = [];

    public PdfDictionary Trailer { get; set; } = PdfDictionary.Empty;

    public int Count => entries.Count;

    public IEnumerable<int> Numbers => entries.Keys;

    public bool TryGet(int number, out CrossReference entry) => entries.TryGetValue(number, out entry);

    /// <summary>Adds an entry unless a newer section has told of the object.</summary>
    /// <exception cref="PdfLimitException">More objects than allowed.</exception>
    public void AddOlder(int number, CrossReference entry)
    {
        if (entries.Count >= maximumObjects && !entries.ContainsKey(number))
        {
            throw new PdfLimitException($"The file has more than {maximumObjects} objects.");
        }

        entries.TryAdd(number, entry);
    }

    public void Replace(int number, CrossReference entry)
    {
        if (entries.Count >= maximumObjects && !entries.ContainsKey(number))
        {
            throw new PdfLimitException($"The file has more than {maximumObjects} objects.");
        }

        entries[number] = entry;
    }
}
