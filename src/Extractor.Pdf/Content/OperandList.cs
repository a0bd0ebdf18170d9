using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>One operand of an operator: a number, or the place of its token in the content.</summary>
internal readonly record struct Operand(PdfTokenKind Kind, bool HasEscapes, int Start, int Length, double Number)
{
    public bool IsNumber => Kind is PdfTokenKind.Integer or PdfTokenKind.Real;

    public bool IsString => Kind is PdfTokenKind.String or PdfTokenKind.HexString;
}

/// <summary>
/// The operands before an operator. Arrays stand flat: no operator has two of them or one among other operands of its kind.
/// </summary>
internal sealed class OperandList
{
    /// <summary>More operands than any real operator has; what is beyond is dropped.</summary>
    private const int Maximum = 1 << 18;

    private Operand[] items = new Operand[256];

    public int Count { get; private set; }

    public ref readonly Operand this[int index] => ref items[index];

    public void Clear() => Count = 0;

    public void Add(in Operand operand)
    {
        if (Count == items.Length)
        {
            if (Count >= Maximum)
            {
                return;
            }

            Array.Resize(ref items, Count * 2);
        }

        items[Count++] = operand;
    }

    /// <summary>The number at a place; 0 where there is none.</summary>
    public double Number(int index) => (uint)index < (uint)Count ? items[index].Number : 0;

    /// <summary>The number counted from the last operand, which is 0: junk before the operands does no harm.</summary>
    public double NumberFromEnd(int index) => Number(Count - 1 - index);
}
