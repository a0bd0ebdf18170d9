using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Extractor.Pdf.Tests.Differential;

/// <summary>What pdftotext (poppler) and mutool (MuPDF) read of a document, page by page.</summary>
internal static class OtherReaders
{
    public static bool AreInstalled => CanStart("pdftotext", "-v") && CanStart("mutool", "-v");

    /// <summary>Words of <c>pdftotext -bbox</c>; each character has the box of its word.</summary>
    public static List<List<ReadCharacter>> Poppler(string file, int first, int last) => PopplerWords(file, first, last).ConvertAll(page =>
    {
        var characters = new List<ReadCharacter>();
        foreach (var (text, box) in page)
        {
            ReadCharacters.Add(characters, text, box);
        }

        return characters;
    });

    /// <summary>Words of <c>pdftotext -bbox</c>, page by page.</summary>
    public static List<List<(string Text, PdfRectangle Box)>> PopplerWords(string file, int first, int last)
    {
        var pages = new List<List<(string, PdfRectangle)>>();
        Run("pdftotext", ["-bbox", "-f", Number(first), "-l", Number(last), file, "-"], line =>
        {
            var text = line.AsSpan().TrimStart();
            if (text.StartsWith("<page "))
            {
                pages.Add([]);
            }
            else if (text.StartsWith("<word ") && pages.Count > 0)
            {
                var box = new PdfRectangle(Value(line, "xMin"), Value(line, "yMin"), Value(line, "xMax"), Value(line, "yMax"));
                var start = line.IndexOf('>', StringComparison.Ordinal) + 1;
                var end = line.LastIndexOf("</word>", StringComparison.Ordinal);
                if (end > start)
                {
                    pages[^1].Add((WebUtility.HtmlDecode(line[start..end]), box));
                }
            }
        });
        return pages;
    }

    /// <summary>Characters of <c>mutool draw -F stext</c>.</summary>
    public static List<List<ReadCharacter>> Mutool(string file, int first, int last)
    {
        var pages = new List<List<ReadCharacter>>();
        Run("mutool", ["draw", "-q", "-F", "stext", file, $"{Number(first)}-{Number(last)}"], line =>
        {
            if (line.StartsWith("<page ", StringComparison.Ordinal))
            {
                pages.Add([]);
            }
            else if (line.StartsWith("<char ", StringComparison.Ordinal) && pages.Count > 0)
            {
                var quad = Attribute(line, "quad");
                var text = WebUtility.HtmlDecode(Attribute(line, "c").ToString());
                Span<float> corners = stackalloc float[8];
                var count = 0;
                foreach (var part in quad.Split(' '))
                {
                    if (count < 8)
                    {
                        corners[count++] = float.Parse(quad[part], CultureInfo.InvariantCulture);
                    }
                }

                var box = new PdfRectangle(
                    Math.Min(Math.Min(corners[0], corners[2]), Math.Min(corners[4], corners[6])),
                    Math.Min(Math.Min(corners[1], corners[3]), Math.Min(corners[5], corners[7])),
                    Math.Max(Math.Max(corners[0], corners[2]), Math.Max(corners[4], corners[6])),
                    Math.Max(Math.Max(corners[1], corners[3]), Math.Max(corners[5], corners[7])));
                ReadCharacters.Add(pages[^1], text, box);
            }
        });
        return pages;
    }

    private static float Value(string line, string name) => float.Parse(Attribute(line, name), CultureInfo.InvariantCulture);

    private static ReadOnlySpan<char> Attribute(string line, string name)
    {
        var start = line.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (start < 0)
        {
            return "0";
        }

        start += name.Length + 3;
        return line.AsSpan(start, line.IndexOf('"', start) - start);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool CanStart(string program, string argument)
    {
        try
        {
            Run(program, [argument], _ => { });
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static void Run(string program, string[] arguments, Action<string> readLine)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            readLine(line);
        }

        process.WaitForExit();
    }
}
