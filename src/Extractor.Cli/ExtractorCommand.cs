using System.CommandLine;
using Extractor.Cli.Commands;
using Extractor.Publishing;
using Extractor.Publishing.Storage;
using Extractor.Runs;
using Extractor.Runs.Definitions;

namespace Extractor.Cli;

/// <summary>The command line: what there is to do, and how its ends are told.</summary>
public static class ExtractorCommand
{
    internal const string ExitCodes = """

        Exit codes:
          0    every document was read wholly
          1    some documents are partial or quarantined, some files unreadable or missing; the rest is published
          2    the run definition or the arguments are wrong; nothing was done
          3    the output cannot be written
          4    a fault of this program; its trace is on stderr
          5    the data look wrong beside those published before, which stay; --accept-changes publishes them
          130  stopped by the user; what is done stays done

        Results go to stdout, logs, progress and the closing summary to stderr.
        """;

    /// <summary>Time that a cancelled command has to come to an orderly end.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, CommandStreams streams, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(streams);
        var root = Create(streams);
        if (arguments.Count == 0)
        {
            await streams.Error.WriteLineAsync(CommandOverview.Of(root));
            return (int)ExitCode.WrongDefinition;
        }

        var parsed = root.Parse(arguments);
        if (ArgumentFaults.Of(parsed) is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
            {
                await streams.Error.WriteLineAsync($"error: {fault}");
            }

            await streams.Error.WriteLineAsync($"'{ArgumentFaults.PathOf(parsed.CommandResult)} --help' shows what it takes.");
            return (int)ExitCode.WrongDefinition;
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = streams.Output,
                Error = streams.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (DefinitionException error)
        {
            await streams.Error.WriteLineAsync($"error: the run definition has {Faults(error.Faults.Length)}; nothing was done.");
            foreach (var fault in error.Faults)
            {
                await streams.Error.WriteLineAsync($"  {fault}");
            }

            return (int)ExitCode.WrongDefinition;
        }
        catch (WrongArgumentException error)
        {
            await streams.Error.WriteLineAsync($"error: {error.Message}");
            return (int)ExitCode.WrongDefinition;
        }
        catch (ImplausiblePublicationException error)
        {
            await streams.Error.WriteLineAsync($"error: {error.Message}");
            return (int)ExitCode.Implausible;
        }
        catch (Exception error) when (error is OutputException or PublishingException)
        {
            await streams.Error.WriteLineAsync($"error: {error.Message}");
            return (int)ExitCode.OutputNotWritten;
        }
        catch (ArgumentOutOfRangeException error) when (FileSizeLimit.IsReached(error))
        {
            await streams.Error.WriteLineAsync($"error: {FileSizeLimit.MessageOf(error)}");
            return (int)ExitCode.OutputNotWritten;
        }
        catch (OperationCanceledException)
        {
            await streams.Error.WriteLineAsync("stopped: what is done stays done, the same command goes on from there.");
            return (int)ExitCode.Cancelled;
        }
        catch (Exception error)
        {
            await streams.Error.WriteLineAsync($"internal error: {error}");
            return (int)ExitCode.InternalError;
        }
        finally
        {
            await streams.Output.FlushAsync(CancellationToken.None);
        }
    }

    /// <summary>Called by its own name, whatever the file is called that was started.</summary>
    private static Command Create(CommandStreams streams) =>
        new("extractor", "Reads the published budgets of Chinese departments (PDF) and writes Parquet datasets in which every figure " +
            "carries its proof.")
        {
            CommandOverview.Help.Option(),
            new VersionOption(),
            RunCommand.Create(streams),
            FetchCommand.Create(streams),
            EvaluateCommand.Create(streams),
            EvaluateIcdarCommand.Create(streams),
            ExplainCommand.Create(streams),
            SubjectsCommand.Create(streams),
            OrganisationsCommand.Create(streams),
            VerifyCommand.Create(streams),
            DiffCommand.Create(streams),
            ExportCommand.Create(streams),
            InspectCommand.Create(streams),
            LedgerCommand.Create(streams),
            AuditCommand.Create(streams),
            SiteCommand.Create(streams),
            ServeCommand.Create(streams),
            TextCommand.Create(streams),
        };

    private static string Faults(int count) => count == 1 ? "a fault" : $"{count} faults";
}
