using System.CommandLine;
using System.Net;
using Extractor.Runs;
using Extractor.Site;
using Extractor.Site.Serving;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor serve</c>: a site over HTTP, with the decisions of reviewers saved beside the data.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandStreams streams)
    {
        var site = new Argument<string>("SITE") { Description = "Folder that 'extractor site' has written." };
        var data = new Option<string?>("--data")
        {
            Description =
                "Folder of the publication: decisions of reviewers are saved into its reviews.csv. Without it nothing can be saved.",
            HelpName = "DIR",
        };
        var address = new Option<string>("--address")
        {
            Description = "Address to listen on; the site is then answered under that address, not under a name. " +
                "Whoever reaches it can read the site and save decisions.",
            HelpName = "IP",
            DefaultValueFactory = static _ => "127.0.0.1",
        };
        var port = new Option<int>("--port")
        {
            Description = "Port to listen on; 0 for any that is free.",
            HelpName = "N",
            DefaultValueFactory = static _ => 8080
        };
        var command = new Command("serve", """
            Serves a site, to this machine only unless told otherwise, until it is stopped. Prints the address on stdout.
            Exit codes: 0 stopped, 2 the arguments are wrong, 3 there is no site or the port is taken, 4 a fault of this program.
            """)
        {
            site, data, address, port,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var listen = IPAddress.TryParse(parsed.GetValue(address), out var known)
                ? known
                : throw new WrongArgumentException(
                    $"--address '{parsed.GetValue(address)}' is no IP address; 127.0.0.1 is this machine alone");
            if (parsed.GetValue(port) is < 0 or > 65535)
            {
                throw new WrongArgumentException($"--port '{parsed.GetValue(port)}' is no port; choose one from 0 to 65535");
            }

            try
            {
                var options = new ServeOptions(parsed.GetRequiredValue(site), parsed.GetValue(data), listen, parsed.GetValue(port));
                await using var server = await SiteServer.StartAsync(options, TimeProvider.System, cancellationToken);
                await streams.Output.WriteLineAsync(server.Address.ToString());
                await streams.Output.FlushAsync(cancellationToken);
                await server.WaitAsync(cancellationToken);
                return (int)ExitCode.Complete;
            }
            catch (SiteException exception)
            {
                await streams.Error.WriteLineAsync($"error: {exception.Message}");
                return SiteCommand.ExitCodeOf(exception.Fault);
            }
        });
        return command;
    }
}
