using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Files;

/// <summary>An object stream, decoded (7.5.7). Its objects are parsed when they are asked for.</summary>
internal sealed class ObjectStream
{
    private readonly PdfFile file;
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly int[] numbers;
    private readonly int[] offsets;

    public ObjectStream(PdfFile file, PdfStream stream)
    {
        this.file = file;
        bytes = stream.Decode();
        var count = Math.Clamp(stream.Dictionary.GetLong("N"), 0, Math.Min(bytes.Length / 2, file.Limits.MaximumObjects));
        var first = stream.Dictionary.GetInteger("First");
        var numbers = new List<int>((int)Math.Min(count, 1024));
        var offsets = new List<int>((int)Math.Min(count, 1024));
        var tokenizer = new PdfTokenizer(bytes.Span);
        while (numbers.Count < count && tokenizer.Read() == PdfTokenKind.Integer)
        {
            var number = tokenizer.Integer;
            if (tokenizer.Read() != PdfTokenKind.Integer)
            {
                break;
            }

            var position = tokenizer.Integer + first;
            numbers.Add(number is > 0 and <= int.MaxValue ? (int)number : 0);
            offsets.Add(position >= 0 && position < bytes.Length ? (int)position : bytes.Length);
        }

        this.numbers = [.. numbers];
        this.offsets = [.. offsets];
    }

    public ReadOnlySpan<int> Numbers => numbers;

    /// <summary>Whether the bytes of the object came through: a damaged stream is shorter than it says.</summary>
    public bool Holds(int index) => offsets[index] < bytes.Length;

    /// <summary>Null when the stream does not hold the object.</summary>
    /// <param name="index">Where the cross-reference says that the object is; looked for by its number when it is not there.</param>
    public PdfObject? Get(int number, int index)
    {
        if ((uint)index >= (uint)numbers.Length || numbers[index] != number)
        {
            index = Array.IndexOf(numbers, number);
        }

        if (index < 0)
        {
            return null;
        }

        var parser = new ObjectParser(bytes, offsets[index], file);
        var value = parser.ReadObject() ?? PdfNull.Instance;
        file.Budget.ChargeParsed(parser.Position - offsets[index]);
        return value;
    }
}
