using System.CommandLine;
using System.Globalization;
using CsvHelper;
using Extractor.Model;
using Extractor.Publications.Evaluation;
using Extractor.Runs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor subjects</c>: what documents print and the subject catalogue does not explain.</summary>
internal static class SubjectsCommand
{
    public static Command Create(CommandStreams streams)
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder that 'extractor run' has published to.",
            HelpName = "DIR",
            Required = true,
        };
        var all = new Option<bool>("--all") { Description = "Also the pairs that pipelines/subjects/observed.csv has already." };
        var command = new Command("subjects", """
            Lists the subject codes that documents print and the catalogue lacks or names otherwise, as CSV in the columns of
            pipelines/subjects/observed.csv: for a person to review and to enter there.
            收集文件中印出而科目表没有、或名称不同的科目编码，供人工核对后补入。
            Exit codes: 0 listed, 2 an argument is wrong, 3 there is no publication, 4 a fault of this program.
            """)
        {
            data, all,
        };
        command.SetAction(parsed =>
        {
            var subjects = PrintedSubjects.Unexplained(parsed.GetRequiredValue(data), parsed.GetValue(all));
            using var csv = CsvWriter.Create(streams.Output, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
            csv.WriteRecord((string[])["classification", "code", "name_as_printed", "documents", "verdict"]);
            foreach (var subject in subjects)
            {
                csv.WriteRecord((string[])
                [
                    SchemaName.Of(subject.Classification), subject.Code, subject.NameAsPrinted,
                    subject.Documents.ToString(CultureInfo.InvariantCulture), SchemaName.Of(subject.Naming),
                ]);
            }

            return (int)ExitCode.Complete;
        });
        return command;
    }
}
