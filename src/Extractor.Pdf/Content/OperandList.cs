using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>One operand of an operator: a number, or the place of its token in the content.</summary>
internal record struct Operand(PdfTokenKind Kind, bool HasEscapes, int Start, int Length, double Number)
{
    public readonly bool IsNumber => Kind is PdfTokenKind.Integer or PdfTokenKind.Real;

    public readonly bool IsString => Kind is PdfTokenKind.String or PdfTokenKind.HexString;
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

    /// <summary>Fields one by one into their place: a copy of the whole would wait until they are written.</summary>
    public void Add(PdfTokenKind kind, bool hasEscapes, int start, int length, double number)
    {
        var count = Count;
        if (count == items.Length)
        {
            if (count >= Maximum)
            {
                return;
            }

            Array.Resize(ref items, count * 2);
        }

        ref var operand = ref items[count];
        operand.Kind = kind;
        operand.HasEscapes = hasEscapes;
        operand.Start = start;
        operand.Length = length;
        operand.Number = number;
        Count = count + 1;
    }

    /// <summary>The number at a place; 0 where there is none.</summary>
    public double Number(int index) => (uint)index < (uint)Count ? items[index].Number : 0;

    /// <summary>The number counted from the last operand, which is 0: junk before the operands does no harm.</summary>
    public double NumberFromEnd(int index) => Number(Count - 1 - index);
}
