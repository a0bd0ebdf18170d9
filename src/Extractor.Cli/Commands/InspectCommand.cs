using System.CommandLine;
using Extractor.Runs;
using Extractor.Runs.Inspection;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor inspect</c>: draws a page with what was read on it.</summary>
internal static class InspectCommand
{
    public static Command Create(CommandStreams streams)
    {
        var file = new Argument<string>("FILE") { Description = "A PDF." };
        var page = new Option<int>("--page")
        {
            Description = "Page, from 1.",
            HelpName = "N",
            Required = true,
        };
        var output = new Option<string>("--out")
        {
            Description = "Where the drawing goes (SVG). Every layer is a group: glyphs, rulings, edges, crossings, cells, headers, joins.",
            HelpName = "page.svg",
            Required = true,
        };
        var command = new Command("inspect", """
            Draws a page with what was read on it: glyph boxes, rulings, joined edges, crossings, cells, each table's key and header paths.
            Exit codes: 0 drawn, 1 the file or the page cannot be read, 2 the arguments are wrong, 3 the drawing cannot be written, 4 a fault of this program.
            """)
        {
            file, page, output,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Run(parsed.GetRequiredValue(file), parsed.GetRequiredValue(page), parsed.GetRequiredValue(output), streams,
                cancellationToken),
            cancellationToken));
        return command;
    }

    private static int Run(string path, int pageNumber, string output, CommandStreams streams, CancellationToken cancellationToken)
    {
        InspectedPage page;
        try
        {
            page = PageInspection.Inspect(path, DocumentFile.Read(path), pageNumber, cancellationToken);
        }
        catch (UnreadableDocumentException error)
        {
            streams.Error.WriteLine($"{path}: {error.Message}");
            return (int)ExitCode.Incomplete;
        }
        catch (ArgumentOutOfRangeException error) when (error.ParamName == nameof(pageNumber))
        {
            throw new WrongArgumentException($"'{path}' has no page {pageNumber}", error);
        }

        try
        {
            File.WriteAllText(output, page.Svg);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"'{output}' cannot be written: {error.Message}", error);
        }

        streams.Output.WriteLine($"{path}: page {page.Number} of {page.PageCount}: " +
            $"{page.State}{(page.StateReason is null ? string.Empty : $" ({page.StateReason})")}");
        foreach (var table in page.Tables)
        {
            streams.Output.WriteLine($"  {table}");
        }

        return (int)ExitCode.Complete;
    }
}
