using System.CommandLine;
using System.Text.Json.Nodes;
using Extractor.Cli.Reports;
using Extractor.Model.Layout;
using Extractor.Runs;
using Extractor.Runs.Inspection;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor text</c>: what a file says, page by page.</summary>
internal static class TextCommand
{
    public static Command Create(CommandStreams streams)
    {
        var file = new Argument<string>("FILE") { Description = "A PDF." };
        var boxes = new Option<bool>("--bbox")
        {
            Description = "Print the words instead, one JSON object a line: page, text, left, top, right, bottom (points from the top " +
                "left of the upright page), font_size, bold.",
        };
        var passwords = PasswordOption.Create();
        var command = new Command("text", """
            Prints the text of a PDF in reading order, with a form feed between pages.
            Exit codes: 0 every page was read, 1 the file or some of its pages cannot be read (a scan has no text), 2 the arguments are wrong, 4 a fault of this program.
            """)
        {
            file, boxes, passwords,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file), parsed.GetValue(boxes), PasswordOption.Read(parsed.GetValue(passwords)), streams));
        return command;
    }

    private static int Run(string path, bool withBoxes, IReadOnlyList<string> passwords, CommandStreams streams)
    {
        var exitCode = ExitCode.Complete;
        var pages = 0;
        var scanned = new List<int>();
        try
        {
            foreach (var page in DocumentText.ReadPages(DocumentFile.Read(path), passwords))
            {
                if (!withBoxes && page.Number > 1)
                {
                    streams.Output.Write('\f');
                }

                if (page.Layout is { } layout)
                {
                    Write(layout, withBoxes, streams.Output);
                }

                foreach (var fault in page.Layout?.Faults ?? [page.Failure ?? "The page cannot be read."])
                {
                    exitCode = ExitCode.Incomplete;
                    streams.Error.WriteLine($"{path}: page {page.Number}: {fault}");
                }

                pages++;
                if (page.NeedsOcr is not null)
                {
                    scanned.Add(page.Number);
                }
            }

            if (scanned.Count > 0)
            {
                exitCode = ExitCode.Incomplete;
                var which = scanned.Count == pages ? "no page has"
                    : $"{scanned.Count} of {pages} pages ({string.Join(", ", scanned)}) have no";
                streams.Error.WriteLine($"{path}: {which} text that can be read: a scan. Recognise it with an OCR program first, for " +
                    $"instance 'ocrmypdf -l chi_sim'.");
            }
        }
        catch (UnreadableDocumentException error)
        {
            exitCode = ExitCode.Incomplete;
            streams.Error.WriteLine($"{path}: {error.Message}");
        }

        return (int)exitCode;
    }

    private static void Write(PageLayout layout, bool withBoxes, TextWriter output)
    {
        if (!withBoxes)
        {
            foreach (var line in layout.Lines)
            {
                output.Write(line.Text);
                output.Write('\n');
            }

            return;
        }

        foreach (var word in layout.Words)
        {
            var box = word.Box.Rounded();
            output.Write(new JsonObject
            {
                ["page"] = layout.Number,
                ["text"] = word.Text,
                ["left"] = box.Left,
                ["top"] = box.Top,
                ["right"] = box.Right,
                ["bottom"] = box.Bottom,
                ["font_size"] = Math.Round((double)word.FontSize, 2),
                ["bold"] = word.IsBold,
            }.ToJsonString(ReadableJson.Options));
            output.Write('\n');
        }
    }
}
