using Extractor.Model.Documents;
using Extractor.Model.Tables;

namespace Extractor.Runs.Artifacts;

/// <summary>The form of a <see cref="StoredExtraction"/>.</summary>
internal static class ExtractionForm
{
    public static void Write(ArtifactWriter writer, StoredExtraction extraction)
    {
        writer.Text(extraction.MediaType);
        writer.Text(extraction.Producer);
        writer.Number((int)extraction.TextLayer);
        writer.Number((int)extraction.Status);
        writer.Text(extraction.StatusReason);
        writer.List(extraction.Pages, Page);
        writer.List(extraction.Tables, Table);
        writer.List(extraction.Sections, Section);
        writer.List(extraction.Findings, ArtifactForms.Finding);
    }

    public static StoredExtraction Read(ArtifactReader reader) => new(
        reader.Text(),
        reader.TextOrNull(),
        (TextLayer)reader.Int32(),
        (DocumentStatus)reader.Int32(),
        reader.TextOrNull(),
        reader.List(Page),
        reader.List(Table),
        reader.List(Section),
        reader.List(ArtifactForms.Finding));

    private static void Page(ArtifactWriter writer, ExtractedPage page)
    {
        writer.Number(page.Number);
        writer.Length(page.Width);
        writer.Length(page.Height);
        writer.Number(page.Rotation);
        writer.Number((int)page.State);
        writer.Text(page.StateReason);
        writer.Number(page.GlyphCount);
        writer.Number(page.TableCount);
        writer.List(page.Lines, Line);
        writer.Text(page.Printed.Text);
        writer.List(page.Printed.Numbers, Number);
        writer.Texts(page.Printed.RunningLines);
        writer.List(page.Printed.Loose, Number);
    }

    private static ExtractedPage Page(ArtifactReader reader) => new(
        reader.Int32(),
        reader.Length(),
        reader.Length(),
        reader.Int32(),
        (PageState)reader.Int32(),
        reader.TextOrNull(),
        reader.Int32(),
        reader.Int32(),
        reader.List(Line))
    {
        Printed = new PrintedPage(reader.Text(), reader.List(Number), reader.Texts()) { Loose = reader.List(Number) },
    };

    private static void Line(ArtifactWriter writer, ExtractedLine line)
    {
        writer.Text(line.Text);
        writer.Box(line.Box);
        writer.Single(line.FontSize);
        writer.Flag(line.IsBold);
    }

    private static ExtractedLine Line(ArtifactReader reader) => new(reader.Text(), reader.Box(), reader.Single(), reader.Flag());

    private static void Number(ArtifactWriter writer, PrintedNumber number)
    {
        writer.Text(number.Text);
        writer.Box(number.Box);
    }

    private static PrintedNumber Number(ArtifactReader reader) => new(reader.Text(), reader.Box());

    private static void Table(ArtifactWriter writer, ExtractedTable table)
    {
        writer.Number(table.Ordinal);
        writer.Text(table.NumberAsPrinted);
        writer.Text(table.TitleAsPrinted);
        writer.Text(table.UnitAsPrinted);
        writer.Text(table.DepartmentLine);
        writer.Texts(table.Notes);
        writer.Number((int)table.Method);
        writer.Flag(table.DeclaredEmpty);
        writer.Number(table.PageFirst);
        writer.Number(table.PageLast);
        writer.Number(table.RowCount);
        writer.Number(table.ColumnCount);
        writer.Number(table.HeaderRowCount);
        writer.Texts(table.ColumnHeaderPaths);
        writer.List(table.Cells, Cell);
        writer.Texts(table.ContextHeadings);
        writer.Texts(table.CaptionLines);
        writer.Texts(table.NoteLines);
    }

    private static ExtractedTable Table(ArtifactReader reader) => new(
        reader.Int32(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        reader.TextOrNull(),
        reader.Texts(),
        (TableMethod)reader.Int32(),
        reader.Flag(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Texts(),
        reader.List(Cell),
        reader.Texts())
    {
        CaptionLines = reader.Texts(),
        NoteLines = reader.Texts(),
    };

    private static void Cell(ArtifactWriter writer, TableCell cell)
    {
        writer.Number(cell.Row);
        writer.Number(cell.Column);
        writer.Number(cell.RowSpan);
        writer.Number(cell.ColumnSpan);
        writer.Flag(cell.IsHeader);
        writer.Text(cell.Text);
        writer.Length(cell.TextIndent);
        writer.BoxOrNull(cell.TextBox);
        writer.List(cell.Parts, Part);
    }

    private static TableCell Cell(ArtifactReader reader) => new(
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Int32(),
        reader.Flag(),
        reader.Text(),
        reader.Length(),
        reader.BoxOrNull(),
        reader.List(Part));

    private static void Part(ArtifactWriter writer, CellPart part)
    {
        writer.Number(part.PageNumber);
        writer.Box(part.Box);
    }

    private static CellPart Part(ArtifactReader reader) => new(reader.Int32(), reader.Box());

    private static void Section(ArtifactWriter writer, ExtractedSection section)
    {
        writer.Number(section.Ordinal);
        writer.Number(section.Depth);
        writer.NumberOrNull(section.ParentOrdinal);
        writer.Text(section.HeadingAsPrinted);
        writer.Number(section.PageFirst);
        writer.Number(section.PageLast);
        writer.List(section.Paragraphs, Paragraph);
    }

    private static ExtractedSection Section(ArtifactReader reader) => new(
        reader.Int32(),
        reader.Int32(),
        reader.Int32OrNull(),
        reader.TextOrNull(),
        reader.Int32(),
        reader.Int32(),
        reader.List(Paragraph));

    private static void Paragraph(ArtifactWriter writer, ExtractedParagraph paragraph)
    {
        writer.Text(paragraph.Text);
        writer.List(paragraph.LineOffsets, ParagraphLine);
    }

    private static ExtractedParagraph Paragraph(ArtifactReader reader) => new(reader.Text(), reader.List(ParagraphLine));

    private static void ParagraphLine(ArtifactWriter writer, ParagraphLine line)
    {
        writer.Number(line.Offset);
        writer.Number(line.PageNumber);
        writer.Box(line.Box);
    }

    private static ParagraphLine ParagraphLine(ArtifactReader reader) => new(reader.Int32(), reader.Int32(), reader.Box());
}
