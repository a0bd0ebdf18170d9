using System.CommandLine;
using Extractor.Cli.Reports;
using Extractor.Publications.Differences;
using Extractor.Runs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor diff</c>: what changed between two publications, in budget lines.</summary>
internal static class DiffCommand
{
    /// <summary>As diff(1) ends.</summary>
    private const int SomethingDiffers = 1;

    /// <summary>Lines of a document that are listed for people, unless all are asked for.</summary>
    private const int ListedAtMost = 20;

    public static Command Create(CommandStreams streams)
    {
        var before = new Argument<string>("RUN_A") { Description = "Folder of the earlier publication." };
        var after = new Argument<string>("RUN_B") { Description = "Folder of the later publication." };
        var all = new Option<bool>("--all") { Description = $"List every line, not only the first {ListedAtMost} of each document." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object on stdout: documents with their lines, and totals." };
        var csv = new Option<bool>("--csv")
        {
            Description =
            "Print CSV on stdout: one row a line that differs, and one for a document that has none."
        };
        var command = new Command("diff", """
            Prints what changed between two publications: documents added, removed and superseded, lines added and removed,
            amounts that are others. A document is known by its bytes, else by issuer, year and kind; a line by table, code or
            label, unit, component, fund and period. 两次发布之间的变化：文件的增减与取代，预算数据的增减与金额变动。
            Exit codes: 0 nothing changed, 1 something changed, 2 an argument is wrong, 3 a publication cannot be read,
            4 a fault of this program.
            """)
        {
            before, after, all, json, csv,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv))
            {
                result.AddError("--json and --csv exclude each other.");
            }
        });
        command.SetAction(parsed =>
        {
            using var diff = PublicationDiff.Open(parsed.GetRequiredValue(before), parsed.GetRequiredValue(after));
            var totals = new DifferenceTotals();
            var differences = totals.Counting(diff.Differences());
            if (parsed.GetValue(json))
            {
                DifferenceJson.Write(streams.Output, differences, totals);
            }
            else if (parsed.GetValue(csv))
            {
                DifferenceCsv.Write(streams.Output, differences);
            }
            else
            {
                DifferenceText.Write(streams.Output, differences, totals, parsed.GetValue(all) ? int.MaxValue : ListedAtMost);
            }

            return totals.Documents.Count == 0 ? (int)ExitCode.Complete : SomethingDiffers;
        });
        return command;
    }
}
