using System.Runtime.CompilerServices;
using Extractor.Pdf;
using Extractor.Tests.Readme;

namespace Extractor.Tables.Tests;

/// <summary>The examples of the README, as they stand there, on a budget of the own corpus.</summary>
public sealed class ReadmeTests
{
    private const string Budget = "corpus/longgang-investment-2022-budget.pdf";

    [Fact]
    public void Examples_OfReadme_AreThoseBelow() =>
        Assert.Empty(ReadmeExamples.NotIn("src/Extractor.Tables/README.md", [Source()]));

    [Fact]
    public void TablesOfPage_Cells_ArePrinted()
    {
        var Console = new StringWriter();
        var File = new Disk();

        using var stream = File.OpenRead("budget.pdf");
        var document = PdfDocument.Open(stream);
        foreach (var table in document.GetPage(18).FindTables())
        {
            Console.WriteLine($"{table.RowCount} rows, {table.ColumnCount} columns, lines drawn: {table.IsRuled}");
            foreach (var cell in table.Cells)
            {
                Console.WriteLine($"{cell.Row} {cell.Column} {cell.Text}");
            }
        }

        var printed = Console.ToString();
        Assert.Contains("4 columns, lines drawn: True", printed, StringComparison.Ordinal);
        Assert.Contains("4 2 招商引资", printed, StringComparison.Ordinal);
        Assert.Contains("4 3 8,403", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void RowsOfTable_SpannedPlaces_RepeatTheirCell()
    {
        var Console = new StringWriter();
        var table = Assert.Single(Open().GetPage(18).FindTables());

        for (var row = 0; row < table.RowCount; row++)
        {
            var texts = Enumerable.Range(0, table.ColumnCount).Select(column => table[row, column]?.Text);
            Console.WriteLine(string.Join('|', texts));
        }

        var lines = Console.ToString().Split(Environment.NewLine);
        Assert.Equal("收入|收入|支出|支出", lines[0]);
        Assert.Equal("项目|2022年预算数|项目|2022年预算数", lines[1]);
        Assert.Equal("政府预算拨款|11,288|一、一般公共服务支出|10,412", lines[2]);
    }

    [Fact]
    public void TablesOfContent_PageReadBefore_AreThoseOfThePage()
    {
        var Console = new StringWriter();
        var document = Open();

        using var page = document.GetPage(18).Read();
        foreach (var table in page.FindTables())
        {
            var words = page.Words.Length;
            Console.WriteLine($"a table from {table.Box.Top:F0} to {table.Box.Bottom:F0} points, on a page of {words} words");
        }

        Assert.StartsWith("a table from ", Console.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            document.GetPage(18).FindTables().SelectMany(static table => table.Cells),
            page.FindTables().SelectMany(static table => table.Cells));
    }

    private static PdfDocument Open() => PdfDocument.Open(new Disk().OpenRead("budget.pdf"));

    private static string Source([CallerFilePath] string here = "") => here;

    /// <summary>Where the examples say budget.pdf, a budget of the own corpus is opened.</summary>
    private sealed class Disk
    {
        public FileStream OpenRead(string name) =>
            File.OpenRead(Path.Combine(ReadmeExamples.Root(), name.Replace("budget.pdf", Budget, StringComparison.Ordinal)));
    }
}
