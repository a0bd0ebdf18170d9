using System.Globalization;
using Extractor.Pdf.Tests.Fixtures;

namespace Extractor.Pdf.Tests.Hostile;

/// <summary>Spoils a sound file in one to eight ways, the same ways for the same seed.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> sound)
{
    private static readonly string[] Fragments =
    [
        "0", "-1", "1", "2", "65535", "65536", "2147483647", "-2147483648", "4294967296", "9999999999999999999", "0.00001", "1e30", "-.",
            "--5",
        "null", "true", "[]", "<<>>", "()", "<>", "[0 0 0 0]", "/", "/Length", "/Filter", "/FlateDecode", "/LZWDecode", "/ASCII85Decode",
            "/Crypt", "/DCTDecode",
        "/Kids", "/Parent", "/Prev", "/XRefStm", "/Type/ObjStm", "/Type/XRef", "/N 100000000", "/First 99", "/W [8 8 8]",
            "/Index [0 2000000000]", "/Size 2000000000",
        "/Predictor 15", "/Columns 1000000000", "/Colors 100", "/UseCMap", "/Identity-H", "/Identity-V", "/GBK-EUC-H", "/ToUnicode",
            "/DescendantFonts", "/Encoding",
        "endobj", "endstream", "stream\n", "obj", "1 0 obj", "xref\n0 9\n", "trailer", "startxref\n0\n", "%%EOF", "BI ID ", "EI", "q ",
            "Q ", "BT ", "ET ",
        "Do ", "Tf ", "Tj ", "TJ ", "cm ", "0 0 0 0 0 0 cm ", "1e30 0 0 1e30 0 0 cm ", "re f ", "S ", "W n ", "BDC ", "EMC ",
            "99999 beginbfrange ", "<0000> <FFFF> <0000> ",
        "<00000000> <FFFFFFFF> 0 endcidrange ", "usecmap ",
    ];

    private readonly Random random = new(seed);

    public byte[] Next()
    {
        List<byte> file = [.. sound[random.Next(sound.Count)]];
        var changes = 1 + random.Next(8);
        for (var change = 0; change < changes && file.Count > 0; change++)
        {
            Change(file);
        }

        return [.. file];
    }

    private void Change(List<byte> file)
    {
        switch (random.Next(14))
        {
            case 0:
                for (var flip = random.Next(1, 6); flip > 0; flip--)
                {
                    file[random.Next(file.Count)] ^= (byte)(1 << random.Next(8));
                }

                break;
            case 1:
                file[random.Next(file.Count)] = (byte)random.Next(256);
                break;
            case 2:
                Remove(file, 200);
                break;
            case 3:
                var from = random.Next(file.Count);
                InsertAt(file, file.GetRange(from, Length(file, from, 300)));
                break;
            case 4:
                file.RemoveRange(random.Next(file.Count), 0);
                var cut = random.Next(file.Count);
                file.RemoveRange(cut, file.Count - cut);
                break;
            case 5:
                var other = sound[random.Next(sound.Count)];
                var start = random.Next(other.Length);
                InsertAt(file, other[start..Math.Min(other.Length, start + random.Next(600))]);
                break;
            case 6 or 7 or 8:
                ReplaceNumber(file);
                break;
            case 9 or 10:
                InsertAt(file, PdfBuilder.Latin1(" " + Fragments[random.Next(Fragments.Length)] + " "));
                break;
            case 11:
                string[] nests = ["[", "<<", "<</A", "(", "q ", "[<<", "/X Do ", "BT ", "{"];
                InsertAt(file, PdfBuilder.Latin1(string.Concat(Enumerable.Repeat(nests[random.Next(nests.Length)], 1 << random.Next(14)))));
                break;
            case 12:
                ReplaceReference(file);
                break;
            default:
                Swap(file);
                break;
        }
    }

    private void ReplaceNumber(List<byte> file)
    {
        var position = random.Next(file.Count);
        for (var step = 0; step < file.Count && !IsDigit(file[position]); step++)
        {
            position = (position + 1) % file.Count;
        }

        var end = position;
        while (end < file.Count && IsDigit(file[end]))
        {
            end++;
        }

        file.RemoveRange(position, end - position);
        var number = random.Next(3) == 0
            ? Fragments[random.Next(12)]
            : random.Next(40).ToString(CultureInfo.InvariantCulture);
        file.InsertRange(position, PdfBuilder.Latin1(number));
    }

    /// <summary>Lets a reference lead elsewhere: cycles, and objects of another kind than expected.</summary>
    private void ReplaceReference(List<byte> file)
    {
        var position = random.Next(file.Count);
        for (var step = 0; step + 4 < file.Count; step++)
        {
            position = (position + 1) % (file.Count - 4);
            if (IsDigit(file[position]) && file[position + 1] == ' ' && file[position + 2] == '0' && file[position + 3] == ' ' &&
                file[position + 4] == 'R')
            {
                file[position] = (byte)('1' + random.Next(9));
                return;
            }
        }
    }

    private void Swap(List<byte> file)
    {
        var first = random.Next(file.Count);
        var part = file.GetRange(first, Length(file, first, 200));
        file.RemoveRange(first, part.Count);
        InsertAt(file, part);
    }

    private void Remove(List<byte> file, int longest)
    {
        var from = random.Next(file.Count);
        file.RemoveRange(from, Length(file, from, longest));
    }

    private void InsertAt(List<byte> file, IEnumerable<byte> bytes) => file.InsertRange(random.Next(file.Count + 1), bytes);

    private int Length(List<byte> file, int from, int longest) => Math.Min(random.Next(longest), file.Count - from);

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';
}
