using Extractor.Site.Figures;

namespace Extractor.Site.Subjects;

/// <summary>What one document spends under a subject.</summary>
/// <param name="Basis">The tables that the facts of the document are from.</param>
internal sealed record SubjectSpending(
    int Year, string Phase, string Scope, string? DivisionCode, string? DivisionName, string Department, string Name, string DocumentId,
        string Basis, Figure Figure)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write(Year);
        writer.Write(Phase);
        writer.Write(Scope);
        writer.Write(DivisionCode ?? string.Empty);
        writer.Write(DivisionName ?? string.Empty);
        writer.Write(Department);
        writer.Write(Name);
        writer.Write(DocumentId);
        writer.Write(Basis);
        writer.Write(Figure.Amount);
        writer.Write((byte)Figure.Proof);
        writer.Write(Figure.Table);
        writer.Write(Figure.Line);
        writer.Write(Figure.Page);
        writer.Write(Figure.Lines);
    }

    public static SubjectSpending Read(BinaryReader reader) => new(
        reader.ReadInt32(),
        reader.ReadString(),
        reader.ReadString(),
        Known(reader.ReadString()),
        Known(reader.ReadString()),
        reader.ReadString(),
        reader.ReadString(),
        reader.ReadString(),
        reader.ReadString(),
        new Figure(reader.ReadDecimal(), (Proof)reader.ReadByte(), reader.ReadInt32(), reader.ReadString(), reader.ReadInt32(),
            reader.ReadInt32()));

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
