using Extractor.Extracting.Tables.Captions;
using Extractor.Tables;

namespace Extractor.Extracting.Tables.Joining;

/// <summary>The grids of one logical table, page after page.</summary>
internal sealed class TableChain(PageGrid first, TableCaption caption, int headerRows)
{
    public TableCaption Caption { get; set; } = caption;

    public List<PageGrid> Grids { get; } = [first];

    /// <summary>For each grid, the rows at its top that repeat the header; for the first grid its header itself.</summary>
    public List<int> HeaderRows { get; } = [headerRows];

    public List<string> Notes { get; } = [];

    /// <summary>Tables too wide for a page go on sideways on later pages: their right parts, from left to right.</summary>
    public List<TableChain> Sides { get; } = [];

    public PageGrid Last => Grids[^1];

    /// <summary>Its grids and those of its right parts.</summary>
    public IEnumerable<PageGrid> AllGrids => Grids.Concat(Sides.SelectMany(static side => side.Grids));

    public void Add(PageGrid grid, int repeatedRows)
    {
        Grids.Add(grid);
        HeaderRows.Add(repeatedRows);
    }
}
