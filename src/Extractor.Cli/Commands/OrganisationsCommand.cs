using System.CommandLine;
using System.Globalization;
using CsvHelper;
using Extractor.Publications.Organisations;
using Extractor.Runs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor organisations</c>: departments that may follow one another, for the reviewed list.</summary>
internal static class OrganisationsCommand
{
    public static Command Create(CommandStreams streams)
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder that 'extractor run' has published to.",
            HelpName = "DIR",
            Required = true,
        };
        var command = new Command("organisations", """
            Lists departments of one place of which one may follow the other after a reform, as CSV: those that
            pipelines/organisations/changes.csv links (listed), and candidates for a person to look up and to enter there.
            列出同一地区内可能因机构改革而前后相继的部门：已列入名单的，以及待人工核对的。
            Exit codes: 0 listed, 2 an argument is wrong, 3 there is no publication, 4 a fault of this program.
            """)
        {
            data,
        };
        command.SetAction(parsed =>
        {
            var candidates = OrganisationCandidates.Of(parsed.GetRequiredValue(data));
            using var csv = CsvWriter.Create(streams.Output, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
            csv.WriteRecord((string[])["division_code", "division_name", "before", "last_year", "after", "first_year", "status"]);
            foreach (var candidate in candidates)
            {
                csv.WriteRecord((string[])
                [
                    candidate.DivisionCode, candidate.DivisionName ?? string.Empty, candidate.Before,
                    candidate.LastYear.ToString(CultureInfo.InvariantCulture), candidate.After,
                    candidate.FirstYear.ToString(CultureInfo.InvariantCulture), candidate.IsListed ? "listed" : "candidate",
                ]);
            }

            return (int)ExitCode.Complete;
        });
        return command;
    }
}
