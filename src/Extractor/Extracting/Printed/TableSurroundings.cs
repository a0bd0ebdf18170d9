using System.Collections.Immutable;
using Extractor.Extracting.Tables.Joining;
using Extractor.Model.Tables;

namespace Extractor.Extracting.Printed;

/// <summary>
/// The lines around the grids of a document: captions and notes, which are published with their table, and running lines, which
/// are not published.
/// </summary>
internal sealed class TableSurroundings
{
    private readonly Dictionary<int, ImmutableArray<string>.Builder> captions = [];
    private readonly Dictionary<int, ImmutableArray<string>.Builder> notes = [];
    private readonly Dictionary<int, ImmutableArray<string>.Builder> running = [];

    private TableSurroundings()
    {
    }

    public static TableSurroundings Read(IReadOnlyList<PageText> pages, IReadOnlyList<TableChain> chains,
        IReadOnlyList<ExtractedTable> tables)
    {
        var surroundings = new TableSurroundings();
        foreach (var page in pages)
        {
            foreach (var line in page.Lines)
            {
                surroundings.Add(page.Number, line, tables);
            }
        }

        foreach (var chain in chains)
        {
            surroundings.AddRepeatedHeaders(chain);
            chain.Sides.ForEach(surroundings.AddRepeatedHeaders);
        }

        return surroundings;
    }

    public ExtractedTable Around(ExtractedTable table) => table with
    {
        CaptionLines = LinesOf(captions, table.Ordinal),
        NoteLines = LinesOf(notes, table.Ordinal),
    };

    public ImmutableArray<string> RunningLinesOf(int pageNumber) => LinesOf(running, pageNumber);

    private void Add(int page, PageLine line, IReadOnlyList<ExtractedTable> tables)
    {
        switch (line.Role)
        {
            case LineRole.Caption when line.TableOrdinal > 0 && tables[line.TableOrdinal - 1].PageFirst == page:
                Add(captions, line.TableOrdinal, line.Line.Text);
                break;
            case LineRole.TableNote when line.TableOrdinal > 0:
                Add(notes, line.TableOrdinal, line.Line.Text);
                break;
            case LineRole.Furniture or LineRole.Caption:
                Add(running, page, line.Line.Text);
                break;
        }
    }

    /// <summary>Headers that a continuation page repeats are not put into the table again.</summary>
    private void AddRepeatedHeaders(TableChain chain)
    {
        for (var index = 1; index < chain.Grids.Count; index++)
        {
            var grid = chain.Grids[index];
            foreach (var cell in grid.Cells)
            {
                if (cell.Text.Length > 0 && cell.Row + cell.RowSpan <= chain.HeaderRows[index])
                {
                    Add(running, grid.PageNumber, cell.Text);
                }
            }
        }
    }

    private static void Add(Dictionary<int, ImmutableArray<string>.Builder> lines, int key, string text)
    {
        if (!lines.TryGetValue(key, out var texts))
        {
            lines.Add(key, texts = ImmutableArray.CreateBuilder<string>());
        }

        texts.Add(text);
    }

    private static ImmutableArray<string> LinesOf(Dictionary<int, ImmutableArray<string>.Builder> lines, int key) =>
        lines.TryGetValue(key, out var texts) ? texts.ToImmutable() : [];
}
