using System.Globalization;
using System.Xml.Linq;

namespace Extractor.Publications.Evaluation;

/// <summary>A cell of a table of the ICDAR 2013 competition; rows and columns count from 0, ends are inclusive.</summary>
public readonly record struct IcdarCell(int RowFirst, int RowLast, int ColumnFirst, int ColumnLast, string Text);

/// <summary>The part of a table that stands on one page.</summary>
public sealed record IcdarTable(int Page, IReadOnlyList<IcdarCell> Cells);

/// <summary>Reads the structure files of the competition (<c>eu-001-str.xml</c>).</summary>
public static class IcdarTruth
{
    /// <exception cref="InvalidDataException">The file is no structure file; the message names it.</exception>
    public static IReadOnlyList<IcdarTable> Read(string path)
    {
        try
        {
            var root = XDocument.Load(path).Root;
            return [.. root!.Descendants("region").Select(ReadRegion)];
        }
        catch (Exception exception) when (exception is System.Xml.XmlException or FormatException or NullReferenceException)
        {
            throw new InvalidDataException($"{path} is no structure file of the ICDAR 2013 competition: {exception.Message}", exception);
        }
    }

    private static IcdarTable ReadRegion(XElement region)
    {
        // Some files of the competition's US part count from -1: the row above row 0.
        List<IcdarCell> cells = [.. region.Elements("cell").Select(ReadCell)];
        var rows = cells.Count == 0 ? 0 : -Math.Min(0, cells.Min(static cell => cell.RowFirst));
        var columns = cells.Count == 0 ? 0 : -Math.Min(0, cells.Min(static cell => cell.ColumnFirst));
        return new(Number(region, "page") ?? 1, cells.ConvertAll(cell => cell with
        {
            RowFirst = cell.RowFirst + rows,
            RowLast = cell.RowLast + rows,
            ColumnFirst = cell.ColumnFirst + columns,
            ColumnLast = cell.ColumnLast + columns,
        }));
    }

    private static IcdarCell ReadCell(XElement cell)
    {
        var row = Number(cell, "start-row") ?? throw new FormatException("a cell has no start-row");
        var column = Number(cell, "start-col") ?? throw new FormatException("a cell has no start-col");
        return new IcdarCell(
            row, Number(cell, "end-row") ?? row, column, Number(cell, "end-col") ?? column, cell.Element("content")?.Value ?? string.Empty);
    }

    private static int? Number(XElement element, string name) =>
        element.Attribute(name) is { } attribute ? int.Parse(attribute.Value, CultureInfo.InvariantCulture) : null;
}
