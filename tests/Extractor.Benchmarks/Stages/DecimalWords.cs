using System.Text.RegularExpressions;
using Extractor.Model.Documents;
using Extractor.Model.Layout;

namespace Extractor.Benchmarks.Stages;

/// <summary>Counts the decimal numbers that pages with tables print, and those that stand in a cell of a table.</summary>
internal sealed partial class DecimalWords
{
    /// <summary>Words that are decimal numbers, on pages whose state is table.</summary>
    public int Total { get; private set; }

    /// <summary>Of these, with their centre in a cell.</summary>
    public int InTables { get; private set; }

    /// <summary>Cells in which two or more decimal numbers are all that is printed.</summary>
    public int CellsWithTwo { get; private set; }

    /// <summary>Numbers outside, by file and page.</summary>
    public Dictionary<string, int> Outside { get; } = new(StringComparer.Ordinal);

    public void Add(ExtractedDocument document, PageLayout layout, string path)
    {
        if (document.Pages[layout.Number - 1].State != PageState.Table)
        {
            return;
        }

        Box[] cells = [.. document.Tables.Where(table => table.PageFirst <= layout.Number && layout.Number <= table.PageLast)
            .SelectMany(static table => table.Cells).SelectMany(static cell => cell.Parts).Where(part => part.PageNumber == layout.Number).Select(static part => part.Box)];
        var numbers = new int[cells.Length];
        var others = new bool[cells.Length];
        foreach (var word in layout.Words)
        {
            var cell = Array.FindIndex(cells, box => box.Contains(word.Box.CentreX, word.Box.CentreY));
            if (!Pattern().IsMatch(word.Text))
            {
                if (cell >= 0)
                {
                    others[cell] = true;
                }

                continue;
            }

            Total++;
            if (cell >= 0)
            {
                InTables++;
                numbers[cell]++;
            }
            else
            {
                var place = $"{path} page {layout.Number}";
                Outside[place] = Outside.GetValueOrDefault(place) + 1;
            }
        }

        CellsWithTwo += Enumerable.Range(0, cells.Length).Count(cell => numbers[cell] > 1 && !others[cell]);
    }

    [GeneratedRegex(@"^[-(（]?\d[\d,]*\.\d+[)）]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
