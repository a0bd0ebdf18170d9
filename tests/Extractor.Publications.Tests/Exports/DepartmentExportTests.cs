using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Extractor.Model.Budget;
using Extractor.Parquet.Tests;
using Extractor.Publications.Exports;
using Extractor.Publishing;
using Extractor.Runs;
using Extractor.Tests.Publishing;

namespace Extractor.Publications.Tests.Exports;

/// <summary>What people get in their spreadsheets; workbooks are read back with SheetJS.</summary>
public sealed class DepartmentExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("exports").FullName;

    private string Data => Path.Combine(folder, "data");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Sheets_OneDocument_CoverDocumentsTablesProjectsFindings()
    {
        Publish(Of("a.pdf", "财政局"), Of("b.pdf", "教育局"));
        using var export = DepartmentExport.Open(Data, ["财政局"], []);
        var sheets = export.Sheets().Select(static sheet => (sheet.Name, Rows: sheet.Rows.ToList())).ToList();
        Assert.Equal(
            [("cover", 11), ("documents", 1), ("fact_expenditure", 1), ("general_public_expenditure", 3), ("three_public", 0),
                ("projects", 1), ("findings", 4)],
            sheets.Select(static sheet => (sheet.Name, sheet.Rows.Count)));
    }

    [Fact]
    public void Xlsx_Read_AmountsAreNumbersCodesAreTextAndEveryFigureHasItsPlace()
    {
        IndependentReaders.SkipUnlessInstalled();
        Publish(Of("a.pdf", "财政局"));
        var sheets = ReadXlsx(Write("a.xlsx", ["财政局"]));
        Assert.Equal(["封面", "文件", "支出", "一般公共预算支出", "三公经费", "项目", "发现"], sheets.Keys);
        var lines = sheets["一般公共预算支出"];
        var line = lines.Single(static row => Value(row, "amount_yuan") == "994115900");
        Assert.Equal(("n", "#,##0.00"), KindOf(line, "amount_yuan"));
        Assert.Equal(("s", "@"), KindOf(line, "subject_code"));
        Assert.Equal(("n", "0"), KindOf(line, "page_number"));
        Assert.Equal(
            ["2011308", "198,823.18", "万元", "contradicted", "corpus/a.pdf", "1", "72.12", "100", "150.13", "112.5", "2024"],
            new[] { "subject_code", "value_as_printed", "unit_as_printed", "proof", "file", "page_number", "box_left", "box_top",
                "box_right", "box_bottom", "fiscal_year" }.Select(column => Value(line, column)));
        Assert.Null(Value(lines[0], "subject_code"));
        Assert.Equal("数字化项目", Value(Assert.Single(sheets["项目"]), "project_name"));
    }

    [Fact]
    public void Xlsx_TextLikeAFormulaOrUnprintable_IsHarmlessText()
    {
        IndependentReaders.SkipUnlessInstalled();
        var document = Of("a.pdf", "财政局");
        var project = document.Projects[0];
        Publish(document with
        {
            Projects = [project with { ProjectName = "=1+1" }, project with { ProjectName = "a\u0000b\uD800c" },
            project with { Purpose = new string('长', 40_000) }]
        });
        var rows = ReadXlsx(Write("a.xlsx", ["财政局"]))["项目"];
        Assert.Equal(["=1+1", "a\uFFFDb\uFFFDc", "数字化项目"], rows.Select(static row => Value(row, "project_name")));
        Assert.All(rows, static row => Assert.Equal(("s", "@"), KindOf(row, "project_name")));
        Assert.All(rows.SelectMany(static row => row.Values), static cell =>
            Assert.False(cell.ValueKind == JsonValueKind.Object && cell.TryGetProperty("f", out _)));
        Assert.Equal(32_767, Value(rows[2], "purpose")!.Length);
        Assert.EndsWith("… (cut / 截断)", Value(rows[2], "purpose"), StringComparison.Ordinal);
    }

    [Fact]
    public void Xlsx_SeveralDepartments_SideBySideBySubject()
    {
        IndependentReaders.SkipUnlessInstalled();
        var other = Of("b.pdf", "教育局", lineCount: 2);
        Publish(Of("a.pdf", "财政局", lineCount: 2),
            other with { Lines = [other.Lines[0], other.Lines[1] with { SubjectCode = "2050201", SubjectName = "学前教育" }] });
        var rows = ReadXlsx(Write("a.xlsx", ["教育局", "财政局"]))["对照 功能分类"];
        const string First = "教育局 2024 department_budget ";
        const string Second = "财政局 2024 department_budget ";
        Assert.Equal(["total", "2011308", "2050201"], rows.Select(static row => Value(row, "subject")));
        Assert.Equal(["合计", "招商引资", "学前教育"], rows.Select(static row => Value(row, "subject_name")));
        Assert.Equal(["1988231800", null, "994115900"], rows.Select(static row => Value(row, First + "amount_yuan")));
        Assert.Equal(["1988231800", "994115900", null], rows.Select(static row => Value(row, Second + "amount_yuan")));
        Assert.Equal(["contradicted", "p1 [72.12, 100, 150.13, 112.5]"], new[] { "proof", "place" }.Select(column =>
            Value(rows[0], First + column)));
    }

    [Fact]
    public void Sheets_SubjectPrintedTwiceWithOtherAmounts_NoneIsTaken()
    {
        Publish(Of("a.pdf", "财政局"), Of("b.pdf", "财政局", year: 2023, lineCount: 2));
        using var export = DepartmentExport.Open(Data, ["财政局"], []);
        var comparison = export.Sheets().Single(static sheet => sheet.Name == "comparison_by_function");
        var row = comparison.Rows.ToList()[1];
        Assert.Equal(["2011308", "招商引资", 994115900m, "contradicted"], row[..4]);
        Assert.Null(row[5]);
        Assert.Equal("所印 2 处不一 / printed 2 times, differing", row[6]);
    }

    [Fact]
    public void Xlsx_WrittenAgain_SameBytes()
    {
        Publish(Of("a.pdf", "财政局"));
        Assert.Equal(File.ReadAllBytes(Write("a.xlsx", ["财政局"])), File.ReadAllBytes(Write("b.xlsx", ["财政局"])));
        using var archive = ZipFile.OpenRead(Path.Combine(folder, "a.xlsx"));
        Assert.All(archive.Entries, static entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.Empty(Directory.EnumerateFiles(folder, "*.part*"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Csv_Read_MarkedAsAskedGuardedAndWhole(bool withMark)
    {
        var document = Of("a.pdf", "财政局");
        Publish(document with
        {
            Projects =
            [document.Projects[0] with { ProjectName = "=HYPERLINK(\"http://example.test\")", AmountYuan = -5m, Purpose = "两行\n“引”" }]
        });
        using (var export = DepartmentExport.Open(Data, ["财政局"], []))
        {
            var target = new CsvFolder(Path.Combine(folder, "csv"), withMark);
            foreach (var sheet in export.Sheets())
            {
                target.Write(sheet);
            }
        }

        Assert.Equal(
            ["cover.csv", "documents.csv", "fact_expenditure.csv", "findings.csv", "general_public_expenditure.csv", "projects.csv",
                "three_public.csv"],
            Directory.EnumerateFiles(Path.Combine(folder, "csv")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var bytes = File.ReadAllBytes(Path.Combine(folder, "csv", "projects.csv"));
        Assert.Equal(withMark, bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://example.test\"\")\",prose,-5.00,", text, StringComparison.Ordinal);
        Assert.Contains(",\"两行\n“引”\",", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_UnknownDepartmentOrYear_NamesWhatThereIs()
    {
        Publish(Of("a.pdf", "示例区财政局"));
        Assert.Contains("示例区财政局", Assert.Throws<NothingToExportException>(() => DepartmentExport.Open(Data, ["财政局"], [])).Message,
            StringComparison.Ordinal);
        Assert.Contains("documents of 2024", Assert.Throws<NothingToExportException>(() =>
            DepartmentExport.Open(Data, ["示例区财政局"], [1999])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_SupersededDocument_IsLeftOut()
    {
        var old = Of("old.pdf", "财政局");
        Publish([SampleDocuments.Entry(old),
            SampleDocuments.Entry(Of("new.pdf", "财政局")) with { SupersedesDocumentId = old.Extracted.File.Id }]);
        using var export = DepartmentExport.Open(Data, ["财政局"], []);
        var row = Assert.Single(export.Sheets().Single(static sheet => sheet.Name == "documents").Rows);
        Assert.Contains("corpus/new.pdf", row);
    }

    [Fact]
    public void Xlsx_CannotBeWritten_SaysSo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux has a folder that nobody may write.");
        Assert.Throws<OutputException>(() => new XlsxWorkbook("/proc/self/fdinfo/a.xlsx"));
    }

    private static NormalizedDocument Of(string name, string department, int year = 2024, int lineCount = 3)
    {
        var document = SampleDocuments.Make(name, year, lineCount: lineCount);
        return document with { Identity = document.Identity with { DepartmentName = department } };
    }

    private static string? Value(Dictionary<string, JsonElement> row, string column) =>
        row[column].ValueKind == JsonValueKind.Null ? null : row[column].GetProperty("v").ToString();

    private static (string? Kind, string? Format) KindOf(Dictionary<string, JsonElement> row, string column) =>
        (row[column].GetProperty("t").GetString(), row[column].GetProperty("z").GetString());

    /// <summary>Rows by the second line of their headings, the contract's names.</summary>
    private static Dictionary<string, List<Dictionary<string, JsonElement>>> ReadXlsx(string path) =>
        IndependentReaders.Run("workbook.mjs", null, path)
        .GetProperty("sheets").EnumerateArray().ToDictionary(
            static sheet => sheet.GetProperty("name").GetString()!,
            static sheet =>
            {
                var rows = sheet.GetProperty("rows").EnumerateArray().Select(static row => row.EnumerateArray().ToArray()).ToList();
                var names = rows[0].Select(static cell => cell.GetProperty("v").GetString()!.Split('\n')[1]).ToArray();
                return rows.Skip(1).Select(row => names.Zip(row).ToDictionary(static pair => pair.First, static pair => pair.Second))
                    .ToList();
            });

    private string Write(string name, string[] departments)
    {
        var path = Path.Combine(folder, name);
        using var export = DepartmentExport.Open(Data, departments, []);
        using var workbook = new XlsxWorkbook(path);
        foreach (var sheet in export.Sheets())
        {
            workbook.Write(sheet);
        }

        workbook.Complete();
        return path;
    }

    private void Publish(params NormalizedDocument[] documents) =>
        Publish([.. documents.Select(static document => SampleDocuments.Entry(document))]);

    private void Publish(IReadOnlyCollection<PublishableDocument> documents) =>
        DatasetPublisher.Publish(SampleDocuments.Source(documents), Data, 1, TestContext.Current.CancellationToken);
}
