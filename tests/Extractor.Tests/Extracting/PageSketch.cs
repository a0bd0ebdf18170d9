using Extractor.Extracting.Tables;
using Extractor.Model.Layout;
using Extractor.Tables;

namespace Extractor.Tests.Extracting;

/// <summary>A page drawn by hand: texts of square glyphs, lines, areas.</summary>
internal sealed class PageSketch
{
    private readonly List<(Word Word, Glyph[] Glyphs)> placedWords = [];
    private readonly List<Ruling> rulings = [];
    private readonly List<FilledArea> fills = [];

    public double Width { get; init; } = 600;

    public double Height { get; init; } = 800;

    public int Number { get; init; } = 1;

    /// <summary>Writes words, told apart by blanks; Chinese glyphs are an em wide, others half an em.</summary>
    /// <param name="top">Of the glyph boxes, which are as high as the font size.</param>
    public PageSketch Text(double left, double top, string text, float size = 10, bool isBold = false)
    {
        var x = left;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var start = x;
            var glyphs = new List<Glyph>();
            foreach (var letter in word)
            {
                var width = letter < 0x2000 ? size / 2 : size;
                glyphs.Add(new Glyph(letter.ToString(), new Box(x, top, x + width, top + size), size, isBold, true, false));
                x += width;
            }

            placedWords.Add((new Word(word, new Box(start, top, x, top + size), 0, glyphs.Count, size, isBold), [.. glyphs]));
            x += size / 3;
        }

        return this;
    }

    /// <summary>Writes a text that ends at <paramref name="right"/>.</summary>
    public PageSketch TextTo(double right, double top, string text, float size = 10) =>
        Text(right - text.Sum(letter => letter < 0x2000 ? size / 2 : size), top, text, size);

    /// <summary>Writes as one word an amount that ends at one place and a name that begins at another, close behind it.</summary>
    public PageSketch TouchingText(double right, double left, double top, string amount, string name, float size = 10)
    {
        TextTo(right, top, amount, size).Text(left, top, name, size);
        var (first, second) = (placedWords[^2], placedWords[^1]);
        placedWords.RemoveRange(placedWords.Count - 2, 2);
        Glyph[] glyphs = [.. first.Glyphs, .. second.Glyphs];
        placedWords.Add((new Word(amount + name, first.Word.Box.Union(second.Word.Box), 0, glyphs.Length, size, false), glyphs));
        return this;
    }

    public PageSketch Horizontal(double y, double left, double right)
    {
        rulings.Add(new Ruling(new Box(left, y, right, y), true, 0.5f));
        return this;
    }

    public PageSketch Vertical(double x, double top, double bottom)
    {
        rulings.Add(new Ruling(new Box(x, top, x, bottom), false, 0.5f));
        return this;
    }

    public PageSketch Fill(Box box, int rgb)
    {
        fills.Add(new FilledArea(box, rgb));
        return this;
    }

    /// <summary>Draws every line of a grid from end to end.</summary>
    public PageSketch Grid(double[] columns, double[] rows)
    {
        foreach (var row in rows)
        {
            Horizontal(row, columns[0], columns[^1]);
        }

        foreach (var column in columns)
        {
            Vertical(column, rows[0], rows[^1]);
        }

        return this;
    }

    /// <summary>A grid with a text in every cell; rows are 20 points high and the columns as given.</summary>
    public PageSketch Table(double[] columns, double top, params string[][] rows)
    {
        Grid(columns, [.. Enumerable.Range(0, rows.Length + 1).Select(row => top + (row * 20.0))]);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                if (rows[row][column].Length > 0)
                {
                    Text(columns[column] + 3, top + (row * 20) + 5, rows[row][column]);
                }
            }
        }

        return this;
    }

    public PageLayout ToLayout()
    {
        var glyphs = new List<Glyph>();
        var words = new List<Word>();
        var lines = new List<TextLine>();
        foreach (var line in placedWords.GroupBy(word => word.Word.Box.Top).OrderBy(line => line.Key))
        {
            var first = words.Count;
            foreach (var (word, own) in line.OrderBy(word => word.Word.Box.Left))
            {
                words.Add(word with { FirstGlyph = glyphs.Count });
                glyphs.AddRange(own);
            }

            var box = words[first].Box;
            for (var index = first; index < words.Count; index++)
            {
                box = box.Union(words[index].Box);
            }

            lines.Add(new TextLine(
                string.Join(' ', words.Skip(first).Select(word => word.Text)), box, first, words.Count - first, words[first].FontSize,
                    words[first].IsBold));
        }

        return new PageLayout(Number, Width, Height, 0, [.. glyphs], [.. words], [.. lines], [.. rulings], [.. fills], [], []);
    }

    public PageFind Find() => PageTableFinder.Find(ToLayout());

    /// <summary>The one grid of the page, a line a row, cells told apart by |, spans as [rows x columns].</summary>
    public string Print() => Print(Find().Grids.Single());

    public static string Print(PageGrid grid) => string.Join('\n', grid.Cells
        .GroupBy(cell => cell.Row)
        .Select(row => string.Join('|', row.Select(cell =>
            (cell.RowSpan > 1 || cell.ColumnSpan > 1 ? $"[{cell.RowSpan}x{cell.ColumnSpan}]" : string.Empty) + cell.Text))));
}
