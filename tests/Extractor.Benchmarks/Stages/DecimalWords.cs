using System.Text.RegularExpressions;
using Extractor.Model.Documents;
using Extractor.Model.Layout;

namespace Extractor.Benchmarks.Stages;

/// <summary>A word of a page: where its centre stands, and whether it is a decimal number.</summary>
internal readonly record struct PrintedWord(double X, double Y, bool IsDecimal);

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

    public static PrintedWord[] Of(PageLayout layout) =>
        [.. layout.Words.Select(static word => new PrintedWord(word.Box.CentreX, word.Box.CentreY, Pattern().IsMatch(word.Text)))];

    public void Add(ExtractedDocument document, int page, PrintedWord[] words, string path)
    {
        if (document.Pages[page - 1].State != PageState.Table)
        {
            return;
        }

        Box[] cells = [.. document.Tables.Where(table => table.PageFirst <= page && page <= table.PageLast)
            .SelectMany(static table => table.Cells).SelectMany(static cell => cell.Parts).Where(part => part.PageNumber == page)
                .Select(static part => part.Box)];
        var numbers = new int[cells.Length];
        var others = new bool[cells.Length];
        foreach (var word in words)
        {
            var cell = Array.FindIndex(cells, box => box.Contains(word.X, word.Y));
            if (!word.IsDecimal)
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
                var place = $"{path} page {page}";
                Outside[place] = Outside.GetValueOrDefault(place) + 1;
            }
        }

        CellsWithTwo += Enumerable.Range(0, cells.Length).Count(cell => numbers[cell] > 1 && !others[cell]);
    }

    [GeneratedRegex(@"^[-(（]?\d[\d,]*\.\d+[)）]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
