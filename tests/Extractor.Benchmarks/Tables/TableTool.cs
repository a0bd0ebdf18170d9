using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Extractor.Pdf;
using Extractor.Publications.Evaluation;
using Extractor.Tables;

namespace Extractor.Benchmarks.Tables;

/// <summary>What finds tables on pages; null where it is not installed.</summary>
internal sealed partial record TableTool(string Name, Func<string, IReadOnlyList<int>, IReadOnlyList<ReadTable>?> Read)
{
    public static TableTool[] All { get; } =
    [
        new("Extractor.Tables", ReadOwn),
        new("poppler, pdftotext -layout", ReadLayout),
        Python("pdfplumber"),
        Python("camelot"),
        Python("tabula"),
    ];

    /// <summary>Largest resident set of the programs started so far, in kilobytes; reset by <see cref="Start"/> of a new tool.</summary>
    public static long PeakKilobytes { get; set; }

    private static TableTool Python(string tool) => new(tool, (path, pages) =>
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Tables", "others.py");
        var output = Start("python3", [script, tool, path, .. pages.Select(static page => $"{page}")]);
        return output is null
            ? null
            : [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => JsonDocument.Parse(line).RootElement)
                .Select(static table => new ReadTable(
                    table.GetProperty("page").GetInt32(), [.. table.GetProperty("rows").EnumerateArray().Select(RowOf)]))];
    });

    private static IReadOnlyList<ReadTable> ReadOwn(string path, IReadOnlyList<int> pages)
    {
        var document = PdfDocument.Open(File.ReadAllBytes(path));
        return [.. pages.SelectMany(page => document.GetPage(page).FindTables(), static (page, table) => new ReadTable(
            page,
            [.. Enumerable.Range(0, table.RowCount).Select(row => (IReadOnlyList<ReadCell>)[.. table.Cells
                .Where(cell => cell.Row <= row && row < cell.Row + cell.RowSpan)
                .Select(static cell => new ReadCell(Folding.Fold(cell.Text), cell.Column, cell.Column + cell.ColumnSpan))])]))];
    }

    /// <summary>A page is one table: a line a row, two spaces between cells.</summary>
    private static IReadOnlyList<ReadTable>? ReadLayout(string path, IReadOnlyList<int> pages)
    {
        var output = Start("pdftotext", ["-layout", "-f", $"{pages.Min()}", "-l", $"{pages.Max()}", path, "-"]);
        return output is null
            ? null
            : [.. output.Split('\f').Select((text, index) => new ReadTable(pages.Min() + index, [.. text.Split('\n').Select(static line =>
                (IReadOnlyList<ReadCell>)[.. Cell().Matches(line).Select(match =>
                    new ReadCell(Folding.Fold(match.Value), WidthOf(line, match.Index), WidthOf(line, match.Index + match.Length)))])]))];

        // Chinese characters are laid out twice as wide as Latin ones.
        static int WidthOf(string line, int length) =>
            length + line.AsSpan(0, length).ToArray().Count(static letter => letter >= '\u2E80');
    }

    private static IReadOnlyList<ReadCell> RowOf(JsonElement row)
    {
        var cells = new List<ReadCell>();
        var column = 0;
        foreach (var cell in row.EnumerateArray())
        {
            if (cell.ValueKind == JsonValueKind.Null && cells.Count > 0)
            {
                cells[^1] = cells[^1] with { Right = column + 1 };
            }
            else
            {
                cells.Add(new ReadCell(Folding.Fold(cell.GetString() ?? string.Empty), column, column + 1));
            }

            column++;
        }

        return cells;
    }

    /// <summary>What a program prints; null where it is not installed.</summary>
    private static string? Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            while (!process.WaitForExit(1))
            {
                PeakKilobytes = Math.Max(PeakKilobytes, PeakOf(process.Id));
            }

            _ = errors.Result;
            return process.ExitCode == 0 ? output.Result : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>VmHWM of proc(5); 0 where the system does not tell.</summary>
    internal static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(static line =>
                line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line[6..^3], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [GeneratedRegex(@"\S+(?: \S+)*")]
    private static partial Regex Cell();
}
