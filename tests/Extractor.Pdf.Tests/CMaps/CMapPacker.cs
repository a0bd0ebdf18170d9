using System.Globalization;
using System.IO.Compression;
using System.Text;
using Extractor.Pdf.CMaps;

namespace Extractor.Pdf.Tests.CMaps;

/// <summary>Packs Adobe's CMap resources into the one file that Extractor.Pdf embeds.</summary>
internal static class CMapPacker
{
    /// <summary>The predefined CMaps (ISO 32000-2, table 116), and what documents name besides.</summary>
    private static readonly string[] Names =
    [
        // Adobe-GB1.
        "GB-EUC-H", "GB-EUC-V", "GB-H", "GB-V", "GBpc-EUC-H", "GBpc-EUC-V", "GBK-EUC-H", "GBK-EUC-V", "GBKp-EUC-H", "GBKp-EUC-V",
        "GBK2K-H", "GBK2K-V", "GBT-EUC-H", "GBT-EUC-V", "UniGB-UCS2-H", "UniGB-UCS2-V", "UniGB-UTF16-H", "UniGB-UTF16-V",
        "UniGB-UTF32-H", "UniGB-UTF32-V", "UniGB-UTF8-H", "UniGB-UTF8-V",

        // Adobe-CNS1.
        "B5-H", "B5-V", "B5pc-H", "B5pc-V", "HKscs-B5-H", "HKscs-B5-V", "ETen-B5-H", "ETen-B5-V", "ETenms-B5-H", "ETenms-B5-V",
        "CNS-EUC-H", "CNS-EUC-V", "UniCNS-UCS2-H", "UniCNS-UCS2-V", "UniCNS-UTF16-H", "UniCNS-UTF16-V", "UniCNS-UTF32-H", "UniCNS-UTF32-V",

        // Adobe-Japan1.
        "83pv-RKSJ-H", "90ms-RKSJ-H", "90ms-RKSJ-V", "90msp-RKSJ-H", "90msp-RKSJ-V", "90pv-RKSJ-H", "90pv-RKSJ-V", "Add-RKSJ-H",
        "Add-RKSJ-V", "EUC-H", "EUC-V", "Ext-RKSJ-H", "Ext-RKSJ-V", "H", "V", "RKSJ-H", "RKSJ-V", "UniJIS-UCS2-H", "UniJIS-UCS2-V",
        "UniJIS-UCS2-HW-H", "UniJIS-UCS2-HW-V", "UniJIS-UTF16-H", "UniJIS-UTF16-V", "UniJIS-UTF32-H", "UniJIS-UTF32-V",
        "UniJIS2004-UTF16-H", "UniJIS2004-UTF16-V",

        // Adobe-Korea1.
        "KSC-EUC-H", "KSC-EUC-V", "KSC-H", "KSC-V", "KSCms-UHC-H", "KSCms-UHC-V", "KSCms-UHC-HW-H", "KSCms-UHC-HW-V", "KSCpc-EUC-H",
        "KSCpc-EUC-V", "UniKS-UCS2-H", "UniKS-UCS2-V", "UniKS-UTF16-H", "UniKS-UTF16-V", "UniKS-UTF32-H", "UniKS-UTF32-V",
    ];

    private static readonly string[] Orderings = ["GB1", "CNS1", "Japan1", "Korea1", "KR"];

    /// <param name="folder">A cMap folder with a folder for each character collection.</param>
    public static byte[] Pack(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetFileName(f)!, f => f, StringComparer.Ordinal);
        var packed = new List<(string Name, byte[] Bytes)>();
        foreach (var name in Names)
        {
            packed.Add((name, Compress(PackCMap(File.ReadAllBytes(files[name])))));
        }

        foreach (var ordering in Orderings)
        {
            var name = "Adobe-" + ordering + "-UCS2";
            packed.Add((name, Compress(PackCollection(File.ReadAllBytes(files[name])))));
        }

        var result = new PackedWriter();
        result.Number(packed.Count);
        foreach (var (name, bytes) in packed)
        {
            result.Text(name);
            result.Number(bytes.Length);
        }

        foreach (var (_, bytes) in packed)
        {
            result.Bytes(bytes);
        }

        return result.ToArray();
    }

    private static byte[] PackCMap(byte[] source)
    {
        var text = Encoding.Latin1.GetString(source);
        var map = CMapParser.Parse(source, _ => null);
        var writer = new PackedWriter();
        writer.Number(map.IsVertical ? 1 : 0);
        writer.Text(map.Ordering ?? string.Empty);
        var parent = text.Split('\n').Select(l => l.Trim().Split(' ')).FirstOrDefault(w => w is [_, "usecmap"])?[0][1..];
        writer.Text(parent ?? string.Empty);
        var spaces = text.Contains("begincodespacerange", StringComparison.Ordinal) ? map.CodeSpaces : [];
        PackRanges(writer, spaces);
        PackRanges(writer, [.. map.OwnRanges]);
        return writer.ToArray();
    }

    private static void PackRanges(PackedWriter writer, IReadOnlyList<CodeRange> ranges)
    {
        writer.Number(ranges.Count);
        foreach (var range in ranges)
        {
            writer.Number(range.Length);
        }

        var low = 0;
        foreach (var range in ranges)
        {
            writer.Signed((int)range.Low - low);
            low = (int)range.Low;
        }

        foreach (var range in ranges)
        {
            writer.Number((int)(range.High - range.Low));
        }

        var cid = 0;
        foreach (var range in ranges)
        {
            writer.Signed(range.Cid - cid);
            cid = range.Cid + (int)(range.High - range.Low) + 1;
        }
    }

    private static byte[] PackCollection(byte[] source)
    {
        var map = ToUnicodeMap.Parse(source);
        var texts = Enumerable.Range(0, 0x10000).Select(cid => map.Find((uint)cid)).ToArray();
        var count = Array.FindLastIndex(texts, t => t is not null) + 1;
        var writer = new PackedWriter();
        writer.Number(count);
        var expected = 0;
        var longTexts = new List<(int Cid, string Text)>();
        for (var cid = 0; cid < count; cid++)
        {
            var text = texts[cid];
            var scalar = text is null ? 0 : char.ConvertToUtf32(text, 0);
            if (text is not null && text.Length > (scalar > 0xFFFF ? 2 : 1))
            {
                longTexts.Add((cid, text));
            }

            writer.Signed(scalar - expected);
            expected = scalar + 1;
        }

        writer.Number(longTexts.Count);
        foreach (var (cid, text) in longTexts)
        {
            writer.Number(cid);
            writer.Text(text);
        }

        return writer.ToArray();
    }

    private static byte[] Compress(byte[] bytes)
    {
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, target, out var written, quality: 11, window: 22)
            ? target[..written]
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"{bytes.Length} bytes cannot be compressed."));
    }

    private sealed class PackedWriter
    {
        private readonly List<byte> bytesWritten = [];

        public void Number(int number)
        {
            var rest = (uint)number;
            while (rest >= 0x80)
            {
                bytesWritten.Add((byte)(rest | 0x80));
                rest >>= 7;
            }

            bytesWritten.Add((byte)rest);
        }

        public void Signed(int number) => Number((number << 1) ^ (number >> 31));

        public void Text(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Number(bytes.Length);
            Bytes(bytes);
        }

        public void Bytes(byte[] bytes) => bytesWritten.AddRange(bytes);

        public byte[] ToArray() => [.. bytesWritten];
    }
}
