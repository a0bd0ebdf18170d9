using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Files;

/// <summary>A node of the page tree (7.7.3) with the way up, from which attributes are inherited (7.7.3.4).</summary>
/// <param name="Dictionary">Null for a page whose object is missing.</param>
internal sealed record PageTreeNode(PdfDictionary? Dictionary, PageTreeNode? Parent)
{
    /// <summary>The value of the attribute here or at the nearest node above that has it.</summary>
    public PdfObject? GetInherited(string key)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node.Dictionary?.Get(key) is { } value)
            {
                return value;
            }
        }

        return null;
    }
}

/// <summary>Lists the pages of a file in their order.</summary>
internal static class PageTree
{
    /// <exception cref="PdfLimitException">More pages or deeper nodes than allowed.</exception>
    public static List<PageTreeNode> Read(PdfFile file)
    {
        var pages = ReadFromCatalog(file);
        var missing = Missing(pages);
        if ((pages.Count == 0 || missing > 0) && file.Rebuild())
        {
            var rebuilt = ReadFromCatalog(file);
            pages = pages.Count == 0 || Missing(rebuilt) < missing ? rebuilt : pages;
        }

        if (pages.Count == 0)
        {
            file.Faults.Add("No page tree can be found; the pages are those that stand in the file, in that order.");
            pages = ReadFromScan(file);
        }

        return pages;
    }

    private static int Missing(List<PageTreeNode> pages) => pages.Count(page => page.Dictionary is null);

    private static List<PageTreeNode> ReadFromCatalog(PdfFile file)
    {
        var root = file.Trailer.GetDictionary("Root")?.GetDictionary("Pages");
        return root is null ? [] : Walk(file, root);
    }

    /// <summary>Where no catalog leads to pages: the pages as they stand in the file.</summary>
    private static List<PageTreeNode> ReadFromScan(PdfFile file)
    {
        var found = new List<PageTreeNode>();
        foreach (var number in file.NumbersInFileOrder())
        {
            if (file.GetObject(number) is PdfDictionary page && page.GetName("Type") == "Page")
            {
                AddPage(file, found, new PageTreeNode(page, ParentsOf(file, page)));
            }
        }

        return found;
    }

    private static PageTreeNode? ParentsOf(PdfFile file, PdfDictionary page)
    {
        var above = new List<PdfDictionary>();
        for (var parent = page.GetDictionary("Parent"); parent is not null && above.Count < file.Limits.MaximumDepth &&
            !above.Contains(parent);
            parent = parent.GetDictionary("Parent"))
        {
            above.Add(parent);
        }

        PageTreeNode? node = null;
        for (var index = above.Count - 1; index >= 0; index--)
        {
            node = new PageTreeNode(above[index], node);
        }

        return node;
    }

    private static List<PageTreeNode> Walk(PdfFile file, PdfDictionary root)
    {
        var pages = new List<PageTreeNode>();
        var open = new Stack<OpenNode>();
        var visited = new HashSet<PdfDictionary>();
        Enter(root, null);
        while (open.TryPeek(out var at))
        {
            if (at.Next >= at.Kids.Count)
            {
                AddLostPages(file, pages, at);
                open.Pop();
                continue;
            }

            var index = at.Next++;
            var kid = at.Kids[index];
            if (kid is PdfDictionary dictionary)
            {
                Enter(dictionary, at.Node);
            }
            else if (at.Kids.RawGet(index) is PdfReference)
            {
                // The tree knows of a page that the file does not hold.
                at.Lost.Add(pages.Count);
                AddPage(file, pages, new PageTreeNode(null, at.Node));
            }
        }

        return pages;

        void Enter(PdfDictionary dictionary, PageTreeNode? parent)
        {
            var type = dictionary.GetName("Type");
            var kids = type == "Page" ? null : dictionary.GetArray("Kids");
            var node = new PageTreeNode(dictionary, parent);
            if (kids is null)
            {
                if (type != "Pages" && type != "Catalog")
                {
                    AddPage(file, pages, node);
                }

                return;
            }

            if (!visited.Add(dictionary))
            {
                // A cycle, or a node that hangs in the tree twice.
                return;
            }

            if (open.Count >= file.Limits.MaximumDepth)
            {
                throw new PdfLimitException($"The page tree is deeper than {file.Limits.MaximumDepth} levels.");
            }

            open.Push(new OpenNode(node, kids, pages.Count));
        }
    }

    /// <summary>
    /// A kid that is missing may have been a node of many pages. Where /Count tells of more pages than were found,
    /// the missing kids share them, so that the pages behind keep their numbers.
    /// </summary>
    private static void AddLostPages(PdfFile file, List<PageTreeNode> pages, OpenNode node)
    {
        var told = node.Node.Dictionary!.GetInteger("Count");
        var surplus = Math.Max(told, 0) - (pages.Count - node.FirstPage);
        if (node.Lost.Count == 0 || surplus <= 0 || surplus > file.Limits.MaximumPages - pages.Count)
        {
            return;
        }

        for (var lost = node.Lost.Count - 1; lost >= 0; lost--)
        {
            var share = (surplus / node.Lost.Count) + (lost < surplus % node.Lost.Count ? 1 : 0);
            pages.InsertRange(node.Lost[lost], Enumerable.Repeat(new PageTreeNode(null, node.Node), share));
        }
    }

    private static void AddPage(PdfFile file, List<PageTreeNode> pages, PageTreeNode page)
    {
        if (pages.Count >= file.Limits.MaximumPages)
        {
            throw new PdfLimitException($"The file has more than {file.Limits.MaximumPages} pages.");
        }

        pages.Add(page);
    }

    /// <summary>A node whose kids are being read.</summary>
    private sealed class OpenNode(PageTreeNode node, PdfArray kids, int firstPage)
    {
        public PageTreeNode Node { get; } = node;

        public PdfArray Kids { get; } = kids;

        public int FirstPage { get; } = firstPage;

        public int Next { get; set; }

        /// <summary>Places in the list of pages of kids that are missing.</summary>
        public List<int> Lost { get; } = [];
    }
}
