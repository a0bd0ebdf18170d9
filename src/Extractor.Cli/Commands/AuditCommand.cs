using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Reports;
using Extractor.Publications.Audits;
using Extractor.Publications.Documents;
using Extractor.Runs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor audit</c>: lines beside their pages for a person to judge, and what the judgement says.</summary>
internal static class AuditCommand
{
    /// <summary>More lines than a person judges, and a sheet that a browser still opens.</summary>
    private const int LargestSample = 5000;

    public static Command Create(CommandStreams streams)
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder that 'extractor run' has published to.",
            HelpName = "DIR",
            Required = true,
        };
        var output = new Option<string?>("--out") { Description = "Folder that the sheet is written to.", HelpName = "DIR" };
        var sample = new Option<int>("--sample")
        {
            Description = "Lines to draw, by kind of table, city and document.",
            HelpName = "N",
            DefaultValueFactory = static _ => 300,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "The same seed draws the same lines of the same publication.",
            HelpName = "N",
            DefaultValueFactory = static _ => 1,
        };
        var proof = new Option<string?>("--proof") { Description = "Draw only lines with this proof.", HelpName = "PROOF" };
        proof.AcceptOnlyFromAmong("proven", "unproven", "contradicted");
        var documents = new Option<string[]>("--documents")
        {
            Description = "Where the published files lie: a folder that holds the folder of a source of the run, or that folder itself; " +
                "may be given more than once. Default: the working directory.",
            HelpName = "DIR",
        };
        var marks = new Option<string?>("--marks")
        {
            Description = "Marks that the sheet has saved: reckon rates.",
            HelpName = "marks.csv",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object on stdout instead of the tables." };
        var command = new Command("audit", """
            With --out, draws lines and writes one HTML file on which a person ticks beside the page what is right and what is wrong;
            the pages are drawn by pdftoppm (poppler). With --marks, reckons from what was ticked how much is wrong, by field, kind
            of table and proof, with Wilson's 95 % intervals. With neither, prints what the publication says of itself: the sums of leaves
            against the printed totals, the readings of tables that were tried, the rows of zeros. 抽样核对：生成核对页，由人对照原页逐项勾选；再由勾选结果推算错误率及置信区间；
            均不给出时，核对明细合计与所载总数。
            Exit codes: 0 done, 1 the sheet lacks pages whose files were not found or drawn, 2 the arguments or the marks are wrong,
            3 there is no publication or the sheet cannot be written, 4 a fault of this program.
            """)
        {
            data, output, sample, seed, proof, documents, marks, json,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(() =>
        {
            var folder = parsed.GetRequiredValue(data);
            switch (parsed.GetValue(output), parsed.GetValue(marks))
            {
                case ({ } target, null):
                    var request = new AuditRequest(parsed.GetValue(sample), parsed.GetValue(seed), parsed.GetValue(proof));
                    return request.Count is >= 1 and <= LargestSample
                        ? Draw(streams, folder, target, request, parsed.GetValue(documents) is { Length: > 0 } given ? given : ["."],
                            cancellationToken)
                        : throw new WrongArgumentException($"--sample {request.Count} is not from 1 to {LargestSample}");
                case (null, { } path):
                    return Reckon(streams, folder, path, parsed.GetValue(json));
                case (null, null):
                    var audit = StructureAudit.Of(folder);
                    streams.Output.WriteLine(parsed.GetValue(json)
                        ? StructureReport.ToJson(audit).ToJsonString(ReadableJson.Options) : StructureReport.ToText(audit));
                    return (int)ExitCode.Complete;
                default:
                    throw new WrongArgumentException("give either --out to draw a sample or --marks to reckon one that was judged");
            }
        }, cancellationToken));
        return command;
    }

    private static int Draw(CommandStreams streams, string data, string output, AuditRequest request, IReadOnlyList<string> folders,
        CancellationToken cancellationToken)
    {
        var lines = AuditSample.Draw(data, request);
        var places = new DocumentPlaces(folders);
        var files = new Dictionary<string, string?>(StringComparer.Ordinal);
        var title = string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(data)))}, seed {request.Seed}, {lines.Length} lines");
        var shown = AuditSheet.Write(output, title, lines, line =>
        {
            if (!files.TryGetValue(line.Document.DocumentId, out var file))
            {
                files.Add(line.Document.DocumentId, file = places.Find(line.Document));
            }

            return file is null ? null : PageImages.Draw(file, line.Line.PageNumber, cancellationToken);
        });
        streams.Output.WriteLine(Path.GetFullPath(Path.Combine(output, AuditSheet.FileName)));
        streams.Error.WriteLine($"{lines.Length} lines of {files.Count} documents, {shown} with their page");
        if (shown == lines.Length)
        {
            return (int)ExitCode.Complete;
        }

        var missing = files.Values.Count(static file => file is null);
        streams.Error.WriteLine(missing > 0
            ? $"The files of {missing} documents were not found: name their folder with --documents."
            : "Pages could not be drawn: install poppler-utils (pdftoppm).");
        return (int)ExitCode.Incomplete;
    }

    private static int Reckon(CommandStreams streams, string data, string path, bool asJson)
    {
        try
        {
            var rates = AuditRates.Of(data, AuditMark.Read(path));
            streams.Output.WriteLine(asJson ? AuditReport.ToJson(rates) : AuditReport.ToText(rates));
            return (int)ExitCode.Complete;
        }
        catch (AuditMarksException exception)
        {
            throw new WrongArgumentException(exception.Message, exception);
        }
    }
}
