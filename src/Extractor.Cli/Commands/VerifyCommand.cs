using System.CommandLine;
using Extractor.Publications.Verification;
using Extractor.Runs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor verify</c>: a publication against its manifest, to the byte.</summary>
internal static class VerifyCommand
{
    private const int SomethingDiffers = 1;

    public static Command Create(CommandStreams streams)
    {
        var data = new Argument<string>("DIR") { Description = "Folder of a publication, or a copy of one." };
        var command = new Command("verify", """
            Tells whether a publication is still what was published: every file of its manifest, to the byte, and no others.
            核对数据是否仍与发布时相同。
            Exit codes: 0 it is, 1 files are missing, changed or added, 3 there is no publication, 4 a fault of this program.
            """)
        {
            data,
        };
        command.SetAction(parsed =>
        {
            var faults = PublicationFaults.Of(parsed.GetRequiredValue(data));
            foreach (var fault in faults)
            {
                streams.Output.WriteLine(fault);
            }

            if (faults.Count > 0)
            {
                streams.Error.WriteLine("Publish again with 'extractor run --accept-changes', or copy the folder anew.");
                return SomethingDiffers;
            }

            streams.Output.WriteLine("as published / 与发布时相同");
            return (int)ExitCode.Complete;
        });
        return command;
    }
}
