using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Files;

/// <summary>Reads the outline (12.3.3) with the pages that its destinations (12.3.2) name.</summary>
internal sealed class OutlineReader
{
    private const int MaximumItems = 50_000;
    private const int MaximumDepth = 32;

    private readonly PdfDictionary catalog;
    private readonly Dictionary<PdfObject, int> numberOfPage = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PdfDictionary> visited = new(ReferenceEqualityComparer.Instance);
    private readonly List<OutlineItem> items = [];
    private Dictionary<string, PdfObject>? named;

    private OutlineReader(PdfDictionary catalog, IReadOnlyList<PageTreeNode> pages)
    {
        this.catalog = catalog;
        for (var index = 0; index < pages.Count; index++)
        {
            if (pages[index].Dictionary is { } page)
            {
                numberOfPage.TryAdd(page, index + 1);
            }
        }
    }

    public static IReadOnlyList<OutlineItem> Read(PdfDictionary catalog, IReadOnlyList<PageTreeNode> pages)
    {
        if (catalog.GetDictionary("Outlines")?.GetDictionary("First") is not { } first)
        {
            return [];
        }

        var reader = new OutlineReader(catalog, pages);
        reader.Add(first, 1);
        return reader.items;
    }

    private void Add(PdfDictionary? item, int level)
    {
        for (; item is not null && items.Count < MaximumItems && visited.Add(item); item = item.GetDictionary("Next"))
        {
            items.Add(new OutlineItem(item.GetString("Title")?.ToText() ?? string.Empty, level, PageOf(item)));
            if (level < MaximumDepth)
            {
                Add(item.GetDictionary("First"), level + 1);
            }
        }
    }

    private int? PageOf(PdfDictionary item)
    {
        var destination = item.Get("Dest");
        if (destination is null && item.GetDictionary("A") is { } action && action.GetName("S") == "GoTo")
        {
            destination = action.Get("D");
        }

        destination = destination switch
        {
            PdfName name => Named(name.Value),
            PdfString text => Named(text.ToText()),
            _ => destination,
        };
        var place = destination as PdfArray ?? (destination as PdfDictionary)?.GetArray("D");
        return place?[0] switch
        {
            PdfInteger index when index.Value >= 0 && index.Value < numberOfPage.Count => (int)index.Value + 1,
            PdfDictionary page when numberOfPage.TryGetValue(page, out var number) => number,
            _ => null,
        };
    }

    private PdfObject? Named(string name)
    {
        if (named is null)
        {
            named = new Dictionary<string, PdfObject>(StringComparer.Ordinal);
            foreach (var (key, value) in NameTree.Read(catalog.GetDictionary("Names")?.GetDictionary("Dests"), "Names"))
            {
                if (key is PdfString text)
                {
                    named.TryAdd(text.ToText(), value);
                }
            }
        }

        return named.GetValueOrDefault(name) ?? catalog.GetDictionary("Dests")?.Get(name);
    }
}
