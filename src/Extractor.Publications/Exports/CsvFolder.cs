using System.Globalization;
using CsvHelper;
using Extractor.Runs;

namespace Extractor.Publications.Exports;

/// <summary>One CSV file a sheet in a folder: UTF-8, RFC 4180, the contract's names as headings.</summary>
/// <param name="withMark">A byte order mark, by which Excel knows UTF-8.</param>
public sealed class CsvFolder(string folder, bool withMark) : IExportTarget
{
    /// <summary>Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are no text.</summary>
    private readonly CsvWriterOptions options = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = withMark
    };

    public void Write(ExportSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var path = Path.Combine(folder, sheet.Name + ".csv");
        OutputException.Guard(path, () =>
        {
            Directory.CreateDirectory(folder);
            var unfinished = path + ".part";
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            using (var csv = CsvWriter.Create(stream, options, leaveOpen: true))
            {
                csv.WriteRecord([.. sheet.Columns.Select(static column => column.Name)]);
                foreach (var row in sheet.Rows)
                {
                    for (var index = 0; index < row.Length; index++)
                    {
                        Write(csv, sheet.Columns[index].Kind, row[index]);
                    }

                    csv.EndRecord();
                }
            }

            File.Move(unfinished, path, overwrite: true);
        });
    }

    private static void Write(CsvWriter csv, ExportColumnKind kind, object? value)
    {
        switch (value)
        {
            case decimal amount:
                csv.WriteField(amount, kind == ExportColumnKind.Amount ? "0.00" : string.Empty);
                break;
            case double measure:
                csv.WriteField(measure, string.Empty);
                break;
            case int integer:
                csv.WriteField(integer, string.Empty);
                break;
            default:
                csv.WriteField(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
