using System.CommandLine;
using System.Globalization;
using Extractor.Publications.Evaluation;
using Extractor.Runs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor evaluate-icdar</c>: how well tables of any kind are found.</summary>
internal static class EvaluateIcdarCommand
{
    public static Command Create(CommandStreams streams)
    {
        var folder = new Argument<string>("DIR")
        {
            Description =
            "Folder with the PDFs and structure files (NAME-str.xml) of the ICDAR 2013 table competition."
        };
        var all = new Option<bool>("--all") { Description = "Also name every relation that is missed (-) or extra (+)." };
        var command = new Command("evaluate-icdar", """
            Scores table finding on the ICDAR 2013 competition's documents, in adjacency relations, without given regions.
            Exit codes: 0 scored, 2 the folder holds no such files, 4 a fault of this program.
            """)
        {
            folder,
            all,
        };
        command.SetAction((parsed, cancellationToken) =>
            Task.Run(() => Run(parsed.GetRequiredValue(folder), parsed.GetValue(all), streams, cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(string folder, bool all, CommandStreams streams, CancellationToken cancellationToken)
    {
        IReadOnlyList<IcdarScore> scores;
        try
        {
            scores = IcdarEvaluation.Evaluate(folder, cancellationToken);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new WrongArgumentException(error.Message, error);
        }

        var total = scores.Aggregate(Score.None, static (sum, score) => sum.Plus(score.Relations));
        foreach (var score in scores.Append(new IcdarScore("all", total)))
        {
            streams.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{score.Document,-10} recall {score.Relations.Recall:F4} ({score.Relations.Found} of {score.Relations.Expected})   " +
                $"precision {score.Relations.Precision:F4} ({score.Relations.Right} of {score.Relations.Published})   F1 " +
                $"{IcdarEvaluation.F1(score.Relations):F4}"));
        }

        foreach (var score in all ? scores : [])
        {
            Write(score.Document, '-', score.Relations.Missed, streams);
            Write(score.Document, '+', score.Relations.Extra, streams);
        }

        return (int)ExitCode.Complete;
    }

    private static void Write(string document, char sign, IEnumerable<Difference> differences, CommandStreams streams)
    {
        foreach (var difference in differences)
        {
            streams.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{sign} {document} page {difference.Page}: {difference.Text}"));
        }
    }
}
