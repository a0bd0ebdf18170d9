using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Extractor.Runs;

namespace Extractor.Publications.Exports;

/// <summary>
/// An Excel workbook, a sheet after the other, row by row: amounts and pages are numbers, everything else is text, so that
/// codes keep their zeros and nothing is a formula. The file is at its place when <see cref="Complete"/> returns; equal
/// sheets give equal bytes.
/// </summary>
public sealed class XlsxWorkbook : IExportTarget, IDisposable
{
    /// <summary>Limits of the format (ECMA-376 as Excel keeps it).</summary>
    private const int RowsOfASheet = 1_048_576;

    private const int CharactersOfACell = 32_767;

    private const uint HeadingStyle = 1;

    /// <summary>Height of a line in points, as the font of the workbook needs it.</summary>
    private const int LineHeight = 14;

    private const string Cut = "… (cut / 截断)";

    /// <summary>The earliest time that a zip archive can name.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string path;
    private readonly string unfinished;
    private readonly SpreadsheetDocument document;
    private readonly WorkbookPart workbook;
    private readonly List<Sheet> sheets = [];

    /// <exception cref="OutputException">The file cannot be written.</exception>
    public XlsxWorkbook(string path)
    {
        this.path = path;
        unfinished = path + ".part";
        SpreadsheetDocument? created = null;
        OutputException.Guard(path, () =>
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            created = SpreadsheetDocument.Create(unfinished, SpreadsheetDocumentType.Workbook);
        });
        document = created!;
        workbook = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rId1");
        var styles = workbook.AddNewPart<WorkbookStylesPart>("styles");
        styles.Stylesheet = WorkbookStyles.Create();
    }

    public void Write(ExportSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        OutputException.Guard(path, () =>
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"sheet{sheets.Count + 1}");
            var part = workbook.AddNewPart<WorksheetPart>(id);
            using (var writer = OpenXmlWriter.Create(part))
            {
                Write(writer, sheet);
            }

            sheets.Add(new Sheet { Name = sheet.NameZh, SheetId = (uint)sheets.Count + 1, Id = id });
        });
    }

    /// <summary>Puts the file in its place.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public void Complete() => OutputException.Guard(path, () =>
    {
        workbook.Workbook = new Workbook(new Sheets(sheets));
        document.Dispose();

        // The library writes the hour into the archive; the same archive without it.
        var timeless = unfinished + ".zip";
        using (var source = ZipFile.OpenRead(unfinished))
        using (var target = ZipFile.Open(timeless, ZipArchiveMode.Create))
        {
            foreach (var entry in source.Entries)
            {
                var copy = target.CreateEntry(entry.FullName);
                copy.LastWriteTime = NoTime;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        File.Delete(unfinished);
        File.Move(timeless, path, overwrite: true);
    });

    public void Dispose()
    {
        document.Dispose();
        File.Delete(unfinished);
        File.Delete(unfinished + ".zip");
    }

    private static void Write(OpenXmlWriter writer, ExportSheet sheet)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        {
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new Columns(sheet.Columns.Select(static (column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        var headingLines = 1 + sheet.Columns.Max(static column => 1 + (2 * column.Name.Length / column.Width));
        WriteRow(
            writer,
            new Row { Height = LineHeight * headingLines, CustomHeight = true },
            [.. sheet.Columns.Select(static column => (object)$"{column.NameZh}\n{column.Name}")],
            static _ => HeadingStyle);
        var rows = 1;
        foreach (var row in sheet.Rows)
        {
            if (++rows > RowsOfASheet)
            {
                throw new IOException($"The sheet '{sheet.NameZh}' has more rows than Excel can hold ({RowsOfASheet - 1:N0}): export " +
                    $"CSV, or fewer departments or years.");
            }

            WriteRow(writer, new Row(), row, index => WorkbookStyles.Of(sheet.Columns[index].Kind));
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter
        {
            Reference =
            $"A1:{ColumnName(sheet.Columns.Length)}{rows.ToString(CultureInfo.InvariantCulture)}"
        });
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, Row row, object?[] values, Func<int, uint> styleOf)
    {
        writer.WriteStartElement(row);
        for (var index = 0; index < values.Length; index++)
        {
            var cell = new Cell { StyleIndex = styleOf(index) };
            switch (values[index])
            {
                case null:
                    break;
                case string text:
                    cell.DataType = CellValues.InlineString;
                    cell.InlineString = new InlineString(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve });
                    break;
                case IFormattable number:
                    cell.CellValue = new CellValue(number.ToString(null, CultureInfo.InvariantCulture));
                    break;
            }

            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    /// <summary>What XML cannot hold is shown as the mark for a missing character.</summary>
    private static string Printable(string text)
    {
        if (text.Length > CharactersOfACell)
        {
            text = text[..(CharactersOfACell - Cut.Length)] + Cut;
        }

        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isXml = rune.Value is '\t' or '\n' or '\r' or >= 0x20 and not (0xFFFE or 0xFFFF);
            printable.Append(isXml ? rune : Rune.ReplacementChar);
        }

        return printable.ToString();
    }

    private static string ColumnName(int number) =>
        number <= 26 ? ((char)('A' + number - 1)).ToString() : ColumnName((number - 1) / 26) + ColumnName(((number - 1) % 26) + 1);
}
