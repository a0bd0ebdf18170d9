using System.CommandLine;
using Extractor.Cli.Reports;
using Extractor.Publications.Explanations;
using Extractor.Runs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor explain</c>: how one published figure came about.</summary>
internal static class ExplainCommand
{
    public static Command Create(CommandStreams streams)
    {
        var line = new Argument<string>("LINE_ID") { Description = "The line_id of a row of budget_lines." };
        var data = new Option<string>("--data")
        {
            Description = "Folder that 'extractor run' has published to.",
            HelpName = "DIR",
            Required = true,
        };
        var command = new Command("explain", """
            Prints where a figure was read, how its code was found, which checks it is in and what they say.
            Exit codes: 0 explained, 2 there is no such line, 3 there is no publication, 4 a fault of this program.
            """)
        {
            line, data,
        };
        command.SetAction(parsed =>
        {
            var explanation = LineExplanation.Read(parsed.GetRequiredValue(data), parsed.GetRequiredValue(line))
                ?? throw new WrongArgumentException($"'{parsed.GetRequiredValue(data)}' has no line '{parsed.GetRequiredValue(line)}'; " +
                    $"take one from the column line_id of budget_lines");
            streams.Output.WriteLine(ExplanationText.Of(explanation));
            return (int)ExitCode.Complete;
        });
        return command;
    }
}
