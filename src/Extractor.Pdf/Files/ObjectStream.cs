using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Files;

/// <summary>An object stream, decoded (7.5.7). Its objects are parsed when they are asked for.</summary>
internal sealed class ObjectStream
{
    private readonly PdfFile _file;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int[] _numbers;
    private readonly int[] _offsets;

    public ObjectStream(PdfFile file, PdfStream stream)
    {
        _file = file;
        _bytes = stream.Decode();
        long count = Math.Clamp(stream.Dictionary.GetLong("N"), 0, Math.Min(_bytes.Length / 2, file.Limits.MaximumObjects));
        int first = stream.Dictionary.GetInteger("First");
        var numbers = new List<int>((int)Math.Min(count, 1024));
        var offsets = new List<int>((int)Math.Min(count, 1024));
        var tokenizer = new PdfTokenizer(_bytes.Span);
        while (numbers.Count < count && tokenizer.Read() == PdfTokenKind.Integer)
        {
            long number = tokenizer.Integer;
            if (tokenizer.Read() != PdfTokenKind.Integer)
            {
                break;
            }

            long position = tokenizer.Integer + first;
            numbers.Add(number is > 0 and <= int.MaxValue ? (int)number : 0);
            offsets.Add(position >= 0 && position < _bytes.Length ? (int)position : _bytes.Length);
        }

        _numbers = [.. numbers];
        _offsets = [.. offsets];
    }

    public ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>Whether the bytes of the object came through: a damaged stream is shorter than it says.</summary>
    public bool Holds(int index) => _offsets[index] < _bytes.Length;

    /// <summary>Null when the stream does not hold the object.</summary>
    /// <param name="index">Where the cross-reference says that the object is; looked for by its number when it is not there.</param>
    public PdfObject? Get(int number, int index)
    {
        if ((uint)index >= (uint)_numbers.Length || _numbers[index] != number)
        {
            index = Array.IndexOf(_numbers, number);
        }

        if (index < 0)
        {
            return null;
        }

        var parser = new ObjectParser(_bytes, _offsets[index], _file);
        PdfObject value = parser.ReadObject() ?? PdfNull.Instance;
        _file.Budget.ChargeParsed(parser.Position - _offsets[index]);
        return value;
    }
}
