using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Extractor.CorpusTests;

/// <summary>The text of a page as an independent reader (poppler) gives it.</summary>
internal static partial class Poppler
{
    private static readonly Lazy<bool> Installed = new(static () =>
    {
        try
        {
            Run("pdftotext", "-v");
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    public static bool IsInstalled => Installed.Value;

    public static int PageCount(string file) =>
        int.Parse(PagesLine().Match(Run("pdfinfo", file)).Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Every page as lines of a grid, in the order of the pages.</summary>
    public static IReadOnlyList<string> Layout(string file) => Pages(Run("pdftotext", "-layout", "-enc", "UTF-8", file, "-"));

    /// <summary>Every page as running text in the order of the content stream, without white space and printed page numbers.</summary>
    public static IReadOnlyList<string> RunningText(string file) =>
        [.. Pages(Run("pdftotext", "-raw", "-enc", "UTF-8", file, "-"))
            .Select(static page => WithoutWhiteSpace(PrintedPageNumber().Replace(page, "")))];

    public static string WithoutWhiteSpace(string text) => WhiteSpace().Replace(text, "");

    private static string[] Pages(string text) => text.TrimEnd('\f').Split('\f');

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.StandardOutputEncoding = System.Text.Encoding.UTF8;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        _ = errors.GetAwaiter().GetResult();
        return output;
    }

    [GeneratedRegex(@"^Pages:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex PagesLine();

    [GeneratedRegex(@"^- ?\d+ ?-\r?$", RegexOptions.Multiline)]
    private static partial Regex PrintedPageNumber();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
