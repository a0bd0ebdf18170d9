using System.CommandLine;
using Extractor.Cli.Reports;
using Extractor.Publications.Evaluation;
using Extractor.Runs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor evaluate</c>: scores a publication against hand-verified figures.</summary>
internal static class EvaluateCommand
{
    /// <summary>Missed and extra items that are listed of each part of each document, unless all are asked for.</summary>
    private const int ListedAtMost = 5;

    public static Command Create(CommandStreams streams)
    {
        var gold = new Option<string>("--gold")
        {
            Description = "Folder of hand-verified figures: index.csv and ID.tables.csv, ID.lines.csv, ...",
            HelpName = "DIR",
            Required = true,
        };
        var data = new Option<string>("--data")
        {
            Description = "Folder that 'extractor run' has published to.",
            HelpName = "DIR",
            Required = true,
        };
        var cells = new Option<bool>("--cells") { Description = "Also look for the figures among the cells, whatever was made of them." };
        var all = new Option<bool>("--all")
        {
            Description =
            $"List everything that is missed or extra, not only the first {ListedAtMost} of each part."
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object on stdout instead of the tables." };
        var command = new Command("evaluate", """
            Scores a run against hand-verified figures: tables, figures, sections, stated figures, projects, indicators.
            Recall is the share of the gold that was found, precision the share of what was published that the gold has.
            Exit codes: 0 scored, 2 a gold file or an argument is wrong, 3 there is no publication, 4 a fault of this program.
            """)
        {
            gold, data, cells, all, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(gold),
            parsed.GetRequiredValue(data),
            parsed.GetValue(cells),
            parsed.GetValue(all) ? int.MaxValue : ListedAtMost,
            parsed.GetValue(json),
            streams));
        return command;
    }

    private static int Run(string goldFolder, string dataFolder, bool withCells, int listed, bool asJson, CommandStreams streams)
    {
        var gold = GoldReader.Read(goldFolder);
        var report = Evaluator.Evaluate(gold, dataFolder, withCells);
        streams.Output.WriteLine(asJson ? EvaluationJson.Of(report, listed) : EvaluationText.Of(report, listed));
        return (int)ExitCode.Complete;
    }
}
