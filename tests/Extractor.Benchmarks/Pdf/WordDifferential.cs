using System.Globalization;
using Extractor.Pdf;
using Extractor.Pdf.Tests.Differential;

namespace Extractor.Benchmarks.Pdf;

/// <summary>
/// Are words of letters cut as pdftotext cuts them? Glued is a word that holds several of its words, cut one that is part of one of its
/// words. Both readers guess at gaps: a difference is to be looked at, not held for an error of ours.
/// </summary>
internal static class WordDifferential
{
    private const int Examples = 20;

    public static int Run(BenchmarkOptions options)
    {
        var folder = options.Text("--corpus") ?? "../shared/icdar2013-eu";
        var (all, same, glued, cut) = (0, 0, 0, 0);
        var examples = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            PdfDocument document;
            try
            {
                document = PdfDocument.Open(File.ReadAllBytes(file));
            }
            catch (PdfException)
            {
                continue;
            }

            var other = OtherReaders.PopplerWords(file, 1, document.PageCount);
            for (var number = 1; number <= Math.Min(document.PageCount, other.Count); number++)
            {
                var theirs = other[number - 1].Where(static word => IsOfLetters(word.Text)).ToList();
                var ours = WordsOf(document, number);
                all += theirs.Count;
                same += theirs.Count(word => ours.Exists(own => own.Text == word.Text && Holds(own.Box, word.Box)));
                foreach (var (text, box) in ours)
                {
                    var held = theirs.Where(word => Holds(box, word.Box) && text.Contains(word.Text, StringComparison.Ordinal))
                        .Select(static word => word.Text).ToList();
                    if (held.Count > 1 && held.Sum(static word => word.Length) <= text.Length)
                    {
                        glued += held.Count;
                        examples.Add($"glued {string.Join(' ', held)} p{number} {Path.GetFileName(file)}");
                    }
                }

                foreach (var (text, box) in theirs)
                {
                    var parts = ours.Where(word => Holds(box, word.Box) && word.Text.Length < text.Length &&
                        text.Contains(word.Text, StringComparison.Ordinal)).Select(static word => word.Text).ToList();
                    if (parts.Count > 1)
                    {
                        cut++;
                        examples.Add($"cut   {string.Join(' ', parts)} p{number} {Path.GetFileName(file)}");
                    }
                }
            }
        }

        foreach (var example in examples.Where((_, index) => index % Math.Max(1, examples.Count / Examples) == 0))
        {
            Console.WriteLine(example);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{all} words of letters: {same} the same, {glued} glued ({100.0 * glued / Math.Max(all, 1):F3} %), {cut} cut " +
            $"({100.0 * cut / Math.Max(all, 1):F3} %)"));
        return 0;
    }

    private static List<(string Text, PdfRectangle Box)> WordsOf(PdfDocument document, int number)
    {
        var words = new List<(string, PdfRectangle)>();
        try
        {
            using var content = document.GetPage(number).Read();
            foreach (ref readonly var word in content.Words)
            {
                words.Add((content.GetText(in word), word.Box));
            }
        }
        catch (PdfException)
        {
            // A page that cannot be read has no words.
        }

        return words;
    }

    private static bool IsOfLetters(string text) =>
        text.Length > 1 && text.All(static letter => char.IsLetter(letter) && letter < '\u2e80');

    private static bool Holds(in PdfRectangle box, in PdfRectangle inner)
    {
        var x = (inner.Left + inner.Right) / 2;
        var y = (inner.Top + inner.Bottom) / 2;
        return x >= box.Left && x <= box.Right && y >= box.Top && y <= box.Bottom;
    }
}
