using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Extractor.Pdf.Tests.Fixtures;

/// <summary>How a built file tells where its objects are.</summary>
internal enum CrossReferenceForm
{
    /// <summary>A table and a trailer (7.5.4).</summary>
    Table,

    /// <summary>A cross-reference stream (7.5.8).</summary>
    Stream,

    /// <summary>A cross-reference stream, and all objects that are no streams in one object stream (7.5.7).</summary>
    ObjectStream,
}

/// <summary>
/// Writes small PDF files for tests. Text of objects is given in PDF syntax, one byte for each character (Latin-1).
/// A catalog and a page tree are made of the pages that were added, unless <see cref="Catalog"/> names another.
/// </summary>
internal sealed class PdfBuilder
{
    private readonly List<PdfBuilderObject> objects = [];
    private readonly List<int> pages = [];

    public PdfBuilder() => PagesNumber = Reserve();

    public CrossReferenceForm Form { get; init; } = CrossReferenceForm.Table;

    /// <summary>Bytes before the header.</summary>
    public string Junk { get; init; } = string.Empty;

    public string Version { get; init; } = "1.7";

    /// <summary>Enciphers strings and streams when it is written.</summary>
    public FixtureCipher? Cipher { get; init; }

    /// <summary>Streams are compressed when they are written.</summary>
    public bool Compresses { get; init; }

    /// <summary>More entries of the trailer.</summary>
    public string TrailerEntries { get; set; } = string.Empty;

    /// <summary>More entries of the root of the page tree, to be inherited.</summary>
    public string PagesEntries { get; set; } = string.Empty;

    /// <summary>More entries of the catalog.</summary>
    public string CatalogEntries { get; set; } = string.Empty;

    /// <summary>Number of the root of the page tree.</summary>
    public int PagesNumber { get; }

    /// <summary>Number of the catalog when it is not to be made.</summary>
    public int? Catalog { get; set; }

    /// <summary>A file of one page of 200 by 100 points.</summary>
    /// <param name="content">Operators of the page.</param>
    /// <param name="resources">Entries of its resource dictionary.</param>
    public static byte[] SinglePage(string content, string resources = "", string pageEntries = "/MediaBox [0 0 200 100]")
    {
        var builder = new PdfBuilder();
        builder.AddPage(content, resources, pageEntries);
        return builder.Build();
    }

    /// <summary>A number for an object that is told later.</summary>
    public int Reserve()
    {
        objects.Add(new PdfBuilderObject(null, null));
        return objects.Count;
    }

    public int Add(string body)
    {
        objects.Add(new PdfBuilderObject(body, null));
        return objects.Count;
    }

    public void Set(int number, string body) => objects[number - 1] = new PdfBuilderObject(body, null);

    /// <param name="entries">Entries of the dictionary besides /Length.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> data)
    {
        objects.Add(new PdfBuilderObject(entries, data.ToArray()));
        return objects.Count;
    }

    public int AddStream(string entries, string data) => AddStream(entries, Latin1(data));

    public void SetStream(int number, string entries, ReadOnlySpan<byte> data) =>
        objects[number - 1] = new PdfBuilderObject(entries, data.ToArray());

    /// <returns>Number of the page's object.</returns>
    public int AddPage(string content, string resources = "", string pageEntries = "/MediaBox [0 0 200 100]")
    {
        var contents = AddStream(string.Empty, content);
        return AddPageWith($"/Contents {contents} 0 R /Resources << {resources} >> {pageEntries}");
    }

    /// <summary>A page whose entries besides /Type and /Parent are all given.</summary>
    public int AddPageWith(string entries)
    {
        var page = Add($"<< /Type /Page /Parent {PagesNumber} 0 R {entries} >>");
        pages.Add(page);
        return page;
    }

    public byte[] Build()
    {
        if (objects[PagesNumber - 1].Body is null)
        {
            var kids = string.Join(' ', pages.Select(page => $"{page} 0 R"));
            Set(PagesNumber, $"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} {PagesEntries} >>");
        }

        var catalog = Catalog ?? Add($"<< /Type /Catalog /Pages {PagesNumber} 0 R {CatalogEntries} >>");
        var trailer = $"/Root {catalog} 0 R {TrailerEntries}";
        var encrypt = 0;
        if (Cipher is not null)
        {
            encrypt = Add(Cipher.Dictionary);
            trailer += $" /Encrypt {encrypt} 0 R /ID [<{Convert.ToHexString(Cipher.FileId)}> <{Convert.ToHexString(Cipher.FileId)}>]";
        }

        using var output = new MemoryStream();
        Write(output, Junk);
        var header = (int)output.Position;
        Write(output, $"%PDF-{Version}\n%\u00E2\u00E3\u00CF\u00D3\n");
        var places = new (int Type, long Second, int Third)[objects.Count + 3];
        var packed = new List<int>();
        for (var number = 1; number <= objects.Count; number++)
        {
            var item = objects[number - 1];
            if (Form == CrossReferenceForm.ObjectStream && item.Data is null && number != encrypt)
            {
                packed.Add(number);
                continue;
            }

            places[number] = (1, output.Position - header, 0);
            WriteObject(output, number, item, number == encrypt ? null : Cipher);
        }

        var size = objects.Count + 1;
        if (packed.Count > 0)
        {
            places[size] = (1, output.Position - header, 0);
            WriteObject(output, size, Pack(packed), Cipher);
            for (var index = 0; index < packed.Count; index++)
            {
                places[packed[index]] = (2, size, index);
            }

            size++;
        }

        var start = output.Position - header;
        if (Form == CrossReferenceForm.Table)
        {
            WriteTable(output, places.AsSpan(0, size));
            Write(output, $"trailer\n<< /Size {size} {trailer} >>\n");
        }
        else
        {
            places[size] = (1, start, 0);
            WriteCrossReferenceStream(output, size, places.AsSpan(0, size + 1), trailer);
        }

        Write(output, $"startxref\n{start}\n%%EOF\n");
        return output.ToArray();
    }

    public static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var output = new MemoryStream();
        using (var deflater = new ZLibStream(output, CompressionLevel.Optimal))
        {
            deflater.Write(data);
        }

        return output.ToArray();
    }

    private static void Write(Stream output, string text) => output.Write(Latin1(text));

    private static void WriteTable(Stream output, ReadOnlySpan<(int Type, long Second, int Third)> places)
    {
        Write(output, $"xref\n0 {places.Length}\n0000000000 65535 f \n");
        foreach ((var _, var offset, var _) in places[1..])
        {
            Write(output, string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        }
    }

    private static void WriteCrossReferenceStream(Stream output, int number, ReadOnlySpan<(int Type, long Second, int Third)> places,
        string trailer)
    {
        var rows = new byte[places.Length * 7];
        for (var index = 0; index < places.Length; index++)
        {
            (var type, var second, var third) = places[index];
            var row = rows.AsSpan(index * 7, 7);
            row[0] = (byte)type;
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(row[1..], (uint)second);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(row[5..], (ushort)third);
        }

        var data = Deflate(rows);
        Write(output, $"{number} 0 obj\n<< /Type /XRef /Size {places.Length} /W [1 4 2] /Filter /FlateDecode /Length {data.Length} " +
            $"{trailer} >>\nstream\n");
        output.Write(data);
        Write(output, "\nendstream\nendobj\n");
    }

    private PdfBuilderObject Pack(List<int> numbers)
    {
        var index = new StringBuilder();
        var bodies = new StringBuilder();
        foreach (var number in numbers)
        {
            index.Append(CultureInfo.InvariantCulture, $"{number} {bodies.Length} ");
            bodies.Append(objects[number - 1].Body ?? "null").Append('\n');
        }

        var entries = $"/Type /ObjStm /N {numbers.Count} /First {index.Length} /Filter /FlateDecode";
        return new PdfBuilderObject(entries, Deflate(Latin1(index.Append(bodies).ToString())));
    }

    private void WriteObject(Stream output, int number, PdfBuilderObject item, FixtureCipher? cipher)
    {
        var body = item.Body ?? "null";
        if (cipher is not null)
        {
            body = cipher.EncipherStrings(body, number);
        }

        if (item.Data is null)
        {
            Write(output, $"{number} 0 obj\n{body}\nendobj\n");
            return;
        }

        var data = item.Data;
        if (Compresses && !body.Contains("/Filter", StringComparison.Ordinal))
        {
            data = Deflate(data);
            body += " /Filter /FlateDecode";
        }

        if (cipher is not null)
        {
            data = cipher.EncipherStream(data, body, number);
        }

        Write(output, $"{number} 0 obj\n<< {body} /Length {data.Length} >>\nstream\n");
        output.Write(data);
        Write(output, "\nendstream\nendobj\n");
    }

    private sealed record PdfBuilderObject(string? Body, byte[]? Data);
}
