using Extractor.Pdf.Files;

namespace Extractor.Pdf.Objects;

/// <summary>
/// Builds objects from tokens (7.3). Lenient: an unknown keyword is null, a missing end of an array or dictionary is
/// supplied at <c>endobj</c>, <c>stream</c> or the end of the data.
/// </summary>
internal ref struct ObjectParser
{
    private readonly PdfFile? _file;
    private readonly ReadOnlyMemory<byte> _source;
    private readonly int _number;
    private readonly int _generation;
    private readonly bool _deciphers;
    private readonly int _maximumDepth;
    private readonly ParserStack _stack;
    private PdfTokenizer _tokenizer;

    /// <param name="source">The bytes; strings without escapes are slices of them.</param>
    /// <param name="file">Resolves references, gives limits; null for bytes that belong to no file.</param>
    public ObjectParser(ReadOnlyMemory<byte> source, int position, PdfFile? file)
    {
        _source = source;
        _file = file;
        _maximumDepth = (file?.Limits ?? PdfLimits.Default).MaximumDepth;
        _stack = file?.ParserStack ?? new ParserStack();
        _tokenizer = new PdfTokenizer(source.Span, position);
    }

    /// <summary>For an indirect object of an enciphered file: its strings are deciphered by its number (7.6.2).</summary>
    public ObjectParser(ReadOnlyMemory<byte> source, int position, PdfFile file, int number, int generation)
        : this(source, position, file)
    {
        _number = number;
        _generation = generation;
        _deciphers = file.EnciphersStrings;
    }

    public int Position
    {
        readonly get => _tokenizer.Position;
        set => _tokenizer.Position = value;
    }

    /// <summary>Reads one object.</summary>
    /// <returns>Null at the end of the data or at a closing bracket or <c>endobj</c>, which is consumed.</returns>
    /// <exception cref="PdfLimitException">Nested deeper than <see cref="PdfLimits.MaximumDepth"/>.</exception>
    public PdfObject? ReadObject()
    {
        _stack.Clear();
        PdfTokenKind kind = _tokenizer.Read();
        return IsEnd(kind) ? null : ReadObject(kind, 0);
    }

    /// <summary>After a dictionary: whether it is that of a stream, and where its data start (7.3.8.1).</summary>
    public bool TryReadStreamKeyword(out int dataStart)
    {
        int before = _tokenizer.Position;
        dataStart = 0;
        if (_tokenizer.Read() != PdfTokenKind.Keyword || !_tokenizer.Raw.StartsWith("stream"u8))
        {
            _tokenizer.Position = before;
            return false;
        }

        ReadOnlySpan<byte> data = _tokenizer.Data;
        dataStart = _tokenizer.TokenStart + 6;
        if (dataStart < data.Length && data[dataStart] == ' ')
        {
            // Blanks before the end of line are against the rule, but are met.
            int blank = dataStart;
            while (blank < data.Length && data[blank] == ' ')
            {
                blank++;
            }

            dataStart = blank < data.Length && data[blank] is (byte)'\r' or (byte)'\n' ? blank : dataStart;
        }

        if (dataStart < data.Length && data[dataStart] == '\r')
        {
            dataStart++;
        }

        if (dataStart < data.Length && data[dataStart] == '\n')
        {
            dataStart++;
        }

        _tokenizer.Position = dataStart;
        return true;
    }

    /// <summary>Reads the object whose first token has been read from <paramref name="tokenizer"/>; strings are copied.</summary>
    public static PdfObject ReadOperand(ref PdfTokenizer tokenizer, PdfFile? file)
    {
        var parser = new ObjectParser(default, 0, file) { _tokenizer = tokenizer };
        parser._stack.Clear();
        PdfObject value = parser.ReadObject(tokenizer.Kind, 0);
        tokenizer = parser._tokenizer;
        return value;
    }

    private readonly bool IsEnd(PdfTokenKind kind) => kind switch
    {
        PdfTokenKind.EndOfData or PdfTokenKind.ArrayEnd or PdfTokenKind.DictionaryEnd => true,
        PdfTokenKind.Keyword => _tokenizer.Raw.StartsWith("endobj"u8) || _tokenizer.Raw.StartsWith("endstream"u8)
            || _tokenizer.Raw.SequenceEqual("stream"u8) || _tokenizer.Raw.SequenceEqual("obj"u8),
        _ => false,
    };

    private PdfObject ReadObject(PdfTokenKind kind, int depth)
    {
        switch (kind)
        {
            case PdfTokenKind.Integer:
                long value = _tokenizer.Integer;
                return value is >= 0 and <= int.MaxValue && _tokenizer.TryReadReferenceTail(out int generation)
                    ? new PdfReference((int)value, generation)
                    : PdfInteger.Of(value);
            case PdfTokenKind.Real:
                return new PdfReal(_tokenizer.Number);
            case PdfTokenKind.Name:
                return _file is null ? new PdfName(_tokenizer.DecodeName()) : _file.Names.Get(_tokenizer.Raw, _tokenizer.HasEscapes);
            case PdfTokenKind.String or PdfTokenKind.HexString:
                return ReadString();
            case PdfTokenKind.ArrayStart:
                return ReadArray(CheckDepth(depth + 1));
            case PdfTokenKind.DictionaryStart:
                return ReadDictionary(CheckDepth(depth + 1));
            case PdfTokenKind.Keyword when _tokenizer.Raw.SequenceEqual("true"u8):
                return PdfBoolean.True;
            case PdfTokenKind.Keyword when _tokenizer.Raw.SequenceEqual("false"u8):
                return PdfBoolean.False;
            default:
                return PdfNull.Instance;
        }
    }

    private PdfString ReadString()
    {
        ReadOnlyMemory<byte> bytes;
        if (!_tokenizer.HasEscapes && !_source.IsEmpty)
        {
            bytes = _source.Slice(_tokenizer.RawStart, _tokenizer.Raw.Length);
        }
        else
        {
            var decoded = new byte[_tokenizer.Raw.Length];
            int count = _tokenizer.DecodeString(decoded);
            bytes = decoded.AsMemory(0, count);
        }

        return new PdfString(_deciphers ? _file!.DecipherString(bytes, _number, _generation) : bytes);
    }

    private PdfArray ReadArray(int depth)
    {
        int first = _stack.ValueCount;
        while (true)
        {
            int before = _tokenizer.Position;
            PdfTokenKind kind = _tokenizer.Read();
            if (IsEnd(kind))
            {
                if (kind != PdfTokenKind.ArrayEnd)
                {
                    _tokenizer.Position = before;
                }

                return new PdfArray(_stack.PopValues(first), _file);
            }

            ChargeItem();
            _stack.Push(ReadObject(kind, depth));
        }
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        int firstKey = _stack.KeyCount;
        int firstValue = _stack.ValueCount;
        while (true)
        {
            int before = _tokenizer.Position;
            PdfTokenKind kind = _tokenizer.Read();
            if (kind != PdfTokenKind.Name)
            {
                if (!IsEnd(kind))
                {
                    continue;
                }

                if (kind == PdfTokenKind.ArrayEnd)
                {
                    continue;
                }

                if (kind != PdfTokenKind.DictionaryEnd)
                {
                    _tokenizer.Position = before;
                }

                break;
            }

            string key = _file is null ? _tokenizer.DecodeName() : _file.Names.Get(_tokenizer.Raw, _tokenizer.HasEscapes).Value;
            before = _tokenizer.Position;
            kind = _tokenizer.Read();
            if (IsEnd(kind))
            {
                // A key without a value: the end is read again by the loop.
                _tokenizer.Position = before;
                if (kind == PdfTokenKind.ArrayEnd)
                {
                    _tokenizer.Read();
                }

                continue;
            }

            ChargeItem();
            PdfObject value = ReadObject(kind, depth);
            _stack.Push(key);
            _stack.Push(value);
        }

        return _stack.KeyCount == firstKey
            ? PdfDictionary.Empty
            : new PdfDictionary(_stack.PopKeys(firstKey), _stack.PopValues(firstValue), _file);
    }

    /// <summary>Operands are not kept, so that only the items of the file's own objects count.</summary>
    private readonly void ChargeItem()
    {
        if (!_source.IsEmpty)
        {
            _file?.Budget.ChargeItem();
        }
    }

    private readonly int CheckDepth(int depth) => depth <= _maximumDepth
        ? depth
        : throw new PdfLimitException($"Arrays and dictionaries are nested deeper than {_maximumDepth} levels.");
}
