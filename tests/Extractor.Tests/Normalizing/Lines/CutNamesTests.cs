using Extractor.Model.Tables;
using Extractor.Normalizing.Lines;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>无锡市教育局 2026, pages 47 and 48: the name of a school is cut by the edge of the page.</summary>
public sealed class CutNamesTests
{
    private const string Whole = "无锡市第一中学||12.00";

    [Theory]
    [InlineData(Whole, "一中学||", 2, "无锡市第一中学")]
    [InlineData("无锡市第二中学||12.00", "一中学||", 2, "无锡市第")]
    [InlineData(Whole, "一中学||", 1, "无锡市第")]
    [InlineData(Whole, "一中学|物业|", 2, "无锡市第")]
    [InlineData(Whole, "|一中学|", 2, "无锡市第")]
    public void Joined_RowOfOneNameOnTheNextPage_EndsTheNameThatIsPrintedWholeElsewhere(string elsewhere, string row, int page, string name)
    {
        var table = TextTable.Parse($"单位|项目|金额\n---\n{elsewhere}\n|保安服务|12.00\n无锡市第||8.00\n{row}\n|印刷服务|8.00", "政府采购表");
        var cut = table with
        {
            PageLast = 2,
            Cells = [.. table.Cells.Select(cell => cell.Row < 4 ? cell : cell with { Parts = [new CellPart(page, cell.Parts[0].Box)] })],
        };

        var joined = new CutNames([cut]).Joined(cut);

        Assert.Equal(name, TextAt(joined, 3, 0));
        Assert.Equal(name == "无锡市第" ? row.Replace("|", "", StringComparison.Ordinal).Replace("物业", "", StringComparison.Ordinal) : "",
            TextAt(joined, 4, 0) + (row[0] == '|' ? TextAt(joined, 4, 1) : ""));
        Assert.Equal(table.Cells.Length, joined.Cells.Length);
        Assert.Equal(name == "无锡市第", ReferenceEquals(cut, joined));
    }

    private static string TextAt(ExtractedTable table, int row, int column) =>
        table.Cells.Single(cell => cell.Row == row && cell.Column == column).Text;
}
