namespace Extractor.Pdf.Objects;

/// <summary>
/// Builds objects from tokens (7.3). Lenient: an unknown keyword is null, a missing end of an array or dictionary is
/// supplied at <c>endobj</c>, <c>stream</c> or the end of the data.
/// </summary>
internal ref struct ObjectParser
{
    private readonly ObjectSource? file;
    private readonly ReadOnlyMemory<byte> source;
    private readonly int number;
    private readonly int generation;
    private readonly bool deciphers;
    private readonly int maximumDepth;
    private readonly ParserStack stack;
    private PdfTokenizer tokenizer;

    /// <param name="source">The bytes; strings without escapes are slices of them.</param>
    /// <param name="file">Resolves references, gives limits; null for bytes that belong to no file.</param>
    public ObjectParser(ReadOnlyMemory<byte> source, int position, ObjectSource? file)
    {
        this.source = source;
        this.file = file;
        maximumDepth = (file?.Limits ?? PdfLimits.Default).MaximumDepth;
        stack = file?.ParserStack ?? new ParserStack();
        tokenizer = new PdfTokenizer(source.Span, position);
    }

    /// <summary>For an indirect object of an enciphered file: its strings are deciphered by its number (7.6.2).</summary>
    public ObjectParser(ReadOnlyMemory<byte> source, int position, ObjectSource file, int number, int generation)
        : this(source, position, file)
    {
        this.number = number;
        this.generation = generation;
        deciphers = file.EnciphersStrings;
    }

    public int Position
    {
        readonly get => tokenizer.Position;
        set => tokenizer.Position = value;
    }

    /// <summary>Reads one object.</summary>
    /// <returns>Null at the end of the data or at a closing bracket or <c>endobj</c>, which is consumed.</returns>
    /// <exception cref="PdfLimitException">Nested deeper than <see cref="PdfLimits.MaximumDepth"/>.</exception>
    public PdfObject? ReadObject()
    {
        stack.Clear();
        var kind = tokenizer.Read();
        return IsEnd(kind) ? null : ReadObject(kind, 0);
    }

    /// <summary>After a dictionary: whether it is that of a stream, and where its data start (7.3.8.1).</summary>
    public bool TryReadStreamKeyword(out int dataStart)
    {
        var before = tokenizer.Position;
        dataStart = 0;
        if (tokenizer.Read() != PdfTokenKind.Keyword || !tokenizer.Raw.StartsWith("stream"u8))
        {
            tokenizer.Position = before;
            return false;
        }

        var data = tokenizer.Data;
        dataStart = tokenizer.TokenStart + 6;
        if (dataStart < data.Length && data[dataStart] == ' ')
        {
            // Blanks before the end of line are against the rule, but are met.
            var blank = dataStart;
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

        tokenizer.Position = dataStart;
        return true;
    }

    /// <summary>Reads the object whose first token has been read from <paramref name="tokenizer"/>; strings are copied.</summary>
    public static PdfObject ReadOperand(ref PdfTokenizer tokenizer, ObjectSource? file)
    {
        var parser = new ObjectParser(default, 0, file) { tokenizer = tokenizer };
        parser.stack.Clear();
        var value = parser.ReadObject(tokenizer.Kind, 0);
        tokenizer = parser.tokenizer;
        return value;
    }

    private readonly bool IsEnd(PdfTokenKind kind) => kind switch
    {
        PdfTokenKind.EndOfData or PdfTokenKind.ArrayEnd or PdfTokenKind.DictionaryEnd => true,
        PdfTokenKind.Keyword => tokenizer.Raw.StartsWith("endobj"u8) || tokenizer.Raw.StartsWith("endstream"u8)
            || tokenizer.Raw.SequenceEqual("stream"u8) || tokenizer.Raw.SequenceEqual("obj"u8),
        _ => false,
    };

    private PdfObject ReadObject(PdfTokenKind kind, int depth)
    {
        switch (kind)
        {
            case PdfTokenKind.Integer:
                var value = tokenizer.Integer;
                return value is >= 0 and <= int.MaxValue && tokenizer.TryReadReferenceTail(out var generation)
                    ? new PdfReference((int)value, generation)
                    : PdfInteger.Of(value);
            case PdfTokenKind.Real:
                return new PdfReal(tokenizer.Number);
            case PdfTokenKind.Name:
                return file is null ? new PdfName(tokenizer.DecodeName()) : file.Names.Get(tokenizer.Raw, tokenizer.HasEscapes);
            case PdfTokenKind.String or PdfTokenKind.HexString:
                return ReadString();
            case PdfTokenKind.ArrayStart:
                return ReadArray(CheckDepth(depth + 1));
            case PdfTokenKind.DictionaryStart:
                return ReadDictionary(CheckDepth(depth + 1));
            case PdfTokenKind.Keyword when tokenizer.Raw.SequenceEqual("true"u8):
                return PdfBoolean.True;
            case PdfTokenKind.Keyword when tokenizer.Raw.SequenceEqual("false"u8):
                return PdfBoolean.False;
            default:
                return PdfNull.Instance;
        }
    }

    private PdfString ReadString()
    {
        ReadOnlyMemory<byte> bytes;
        if (!tokenizer.HasEscapes && !source.IsEmpty)
        {
            bytes = source.Slice(tokenizer.RawStart, tokenizer.Raw.Length);
        }
        else
        {
            var decoded = new byte[tokenizer.Raw.Length];
            var count = tokenizer.DecodeString(decoded);
            bytes = decoded.AsMemory(0, count);
        }

        return new PdfString(deciphers ? file!.DecipherString(bytes, number, generation) : bytes);
    }

    private PdfArray ReadArray(int depth)
    {
        var first = stack.ValueCount;
        while (true)
        {
            var before = tokenizer.Position;
            var kind = tokenizer.Read();
            if (IsEnd(kind))
            {
                if (kind != PdfTokenKind.ArrayEnd)
                {
                    tokenizer.Position = before;
                }

                return new PdfArray(stack.PopValues(first), file);
            }

            ChargeItem();
            stack.Push(ReadObject(kind, depth));
        }
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        var firstKey = stack.KeyCount;
        var firstValue = stack.ValueCount;
        while (true)
        {
            var before = tokenizer.Position;
            var kind = tokenizer.Read();
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
                    tokenizer.Position = before;
                }

                break;
            }

            var key = file is null ? tokenizer.DecodeName() : file.Names.Get(tokenizer.Raw, tokenizer.HasEscapes).Value;
            before = tokenizer.Position;
            kind = tokenizer.Read();
            if (IsEnd(kind))
            {
                // A key without a value: the end is read again by the loop.
                tokenizer.Position = before;
                if (kind == PdfTokenKind.ArrayEnd)
                {
                    tokenizer.Read();
                }

                continue;
            }

            ChargeItem();
            var value = ReadObject(kind, depth);
            stack.Push(key);
            stack.Push(value);
        }

        return stack.KeyCount == firstKey
            ? PdfDictionary.Empty
            : new PdfDictionary(stack.PopKeys(firstKey), stack.PopValues(firstValue), file);
    }

    /// <summary>Operands are not kept, so that only the items of the file's own objects count.</summary>
    private readonly void ChargeItem()
    {
        if (!source.IsEmpty)
        {
            file?.Budget.ChargeItem();
        }
    }

    private readonly int CheckDepth(int depth) => depth <= maximumDepth
        ? depth
        : throw new PdfLimitException($"Arrays and dictionaries are nested deeper than {maximumDepth} levels.");
}
