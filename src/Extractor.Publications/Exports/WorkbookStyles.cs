using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Extractor.Publications.Exports;

/// <summary>How cells look: the default, headings, and one style a kind of column.</summary>
internal static class WorkbookStyles
{
    /// <summary>
    /// Numbers of formats that Excel knows without a definition: 1 <c>0</c>, 2 <c>0.00</c>, 4 <c>#,##0.00</c>, 49 <c>@</c>.
    /// </summary>
    private static readonly uint[] FormatOfKind = [49, 4, 1, 2];

    public static uint Of(ExportColumnKind kind) => 2 + (uint)kind;

    public static Stylesheet Create() => new(
        new Fonts(FontOf(), FontOf(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EDF3" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
        [
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = 1, FillId = 2,
                NumberFormatId = 49, ApplyFont = true, ApplyFill = true, ApplyAlignment = true },
            .. FormatOfKind.Select(static (format, kind) =>
                (OpenXmlElement)new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top,
                WrapText = kind == (int)ExportColumnKind.Text })
            {
                NumberFormatId = format, ApplyNumberFormat = true, ApplyAlignment = true,
            }),
        ]));

    private static Font FontOf(params OpenXmlElement[] before) =>
        new([.. before, new FontSize { Val = 10 }, new FontName { Val = "Arial" }]);
}
