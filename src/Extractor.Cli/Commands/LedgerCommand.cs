using System.CommandLine;
using Extractor.Cli.Reports;
using Extractor.Publications.Verification;
using Extractor.Runs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor ledger</c>: what of the printed pages is lost or has no meaning.</summary>
internal static class LedgerCommand
{
    public static Command Create(CommandStreams streams)
    {
        var folder = new Argument<string>("OUT") { Description = "Folder that 'extractor run' has published to." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object on stdout: sums, causes, documents." };
        var command = new Command("ledger", """
            Prints what became of everything printed on the pages: amounts without a meaning and lost characters, by cause and by
            document. 每页所印的金额和文字去了哪里：按原因和文件列出无含义的金额与遗失的字符。
            Exit codes: 0 nothing is lost, 1 something is, 3 the publication cannot be read, 4 a fault of this program.
            """)
        {
            folder, json,
        };
        command.SetAction(parsed =>
        {
            var ledger = PublishedLedger.Read(parsed.GetRequiredValue(folder));
            streams.Output.WriteLine(parsed.GetValue(json) ? LedgerReport.ToJson(ledger) : LedgerReport.ToText(ledger));
            return ledger.Sums is { AmountsLost: 0, CharactersLost: 0 } ? (int)ExitCode.Complete : (int)ExitCode.Incomplete;
        });
        return command;
    }
}
