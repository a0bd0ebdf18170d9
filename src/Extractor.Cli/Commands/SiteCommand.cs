using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Extractor.Runs;
using Extractor.Site;
using Extractor.Site.Generating;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor site</c>: a static site in which every figure is seen on the page that printed it.</summary>
internal static class SiteCommand
{
    /// <summary>The program was built without the pages of the site.</summary>
    internal const int NoPages = 5;

    public static Command Create(CommandStreams streams)
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder that 'extractor run' has published to.",
            HelpName = "DIR",
            Required = true
        };
        var output = new Option<string?>("--out")
        {
            Description = "Folder of the site; replaced when the new site is complete. Default: DATA.site beside DATA.",
            HelpName = "DIR",
        };
        var documents = new Option<string[]>("--documents")
        {
            Description = "Where the published files lie: a folder that holds the folder of a source of the run, or that folder itself; " +
                "may be given more than once. Default: the working directory.",
            HelpName = "DIR",
        };
        var command = new Command("site", """
            Makes a static site from the published datasets: coverage, every document with its pages beside its figures, review.
            Any web server can serve it, 'extractor serve' too. Files whose bytes are those that were read are linked or copied into
            it; where one is not found, its tables are shown without the page.
            Exit codes: 0 made, 1 made, but some files were not found, 2 the arguments are wrong, 3 there is no publication or the
            site cannot be written, 4 a fault of this program, 5 this program was built without Node, 130 stopped.
            """)
        {
            data, output, documents,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Make(
            streams,
            new SiteOptions(parsed.GetRequiredValue(data),
                parsed.GetValue(output) ?? Path.TrimEndingDirectorySeparator(parsed.GetRequiredValue(data)) + ".site",
                parsed.GetValue(documents) is { Length: > 0 } given ? given : ["."]),
            cancellationToken), cancellationToken));
        return command;
    }

    /// <summary>The exit code that a fault ends with.</summary>
    internal static int ExitCodeOf(SiteFault fault) => fault == SiteFault.NoPages ? NoPages : (int)ExitCode.OutputNotWritten;

    private static int Make(CommandStreams streams, SiteOptions options, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var report = SiteGenerator.Generate(options, done => Tell(streams, done), cancellationToken);
            streams.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{report.Documents} documents, {report.DocumentsWithFile} with their file, {report.Decisions} findings decided by " +
                $"reviewers; {report.Files} files, {report.Bytes:N0} bytes, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
            streams.Output.WriteLine(Path.GetFullPath(options.Output));
            streams.Error.WriteLine($"Open it with: extractor serve {options.Output} --data {options.Data}");
            if (report.DecisionsWithoutFinding > 0)
            {
                streams.Error.WriteLine($"{report.DecisionsWithoutFinding} decisions of reviewers are on findings that this publication " +
                    $"no longer has; they stay in reviews.csv.");
            }

            if (report.DocumentsWithoutFile > 0)
            {
                streams.Error.WriteLine($"{report.DocumentsWithoutFile} PDF files were not found: their tables are shown without the " +
                    $"page. Name their folder with --documents.");
                return (int)ExitCode.Incomplete;
            }

            return (int)ExitCode.Complete;
        }
        catch (SiteException exception)
        {
            streams.Error.WriteLine($"error: {exception.Message}");
            return ExitCodeOf(exception.Fault);
        }
    }

    private static void Tell(CommandStreams streams, int done)
    {
        if (done % 1000 == 0)
        {
            streams.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} documents"));
        }
    }
}
