using System.Text;
using Spectre.Console;

namespace Extractor.Cli;

/// <summary>Where a command writes: results to <paramref name="Output"/>, everything else to <paramref name="Error"/>.</summary>
/// <param name="IsTerminal">A person watches <paramref name="Error"/>: a progress bar may be drawn there.</param>
public sealed record CommandStreams(TextWriter Output, TextWriter Error, bool IsTerminal)
{
    /// <summary>Wide enough for a path, where nothing says how wide the reader's window is.</summary>
    private const int WidthOfFiles = 160;

    /// <summary>UTF-8 without a mark, whatever the locale: Chinese names are in everything that is written.</summary>
    public static CommandStreams OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new CommandStreams(
            new StreamWriter(Console.OpenStandardOutput(), utf8, bufferSize: 1 << 16),
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            !Console.IsErrorRedirected);
    }

    public IAnsiConsole ErrorConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(Error),
        });
        if (!IsTerminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
