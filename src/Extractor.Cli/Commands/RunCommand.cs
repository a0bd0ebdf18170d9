using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Extractor.Cli.Progress;
using Extractor.Cli.Reports;
using Extractor.Runs;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor run</c>: all stages over the sources of a definition, or over one folder.</summary>
internal static class RunCommand
{
    public static Command Create(CommandStreams streams)
    {
        var sources = new Argument<string[]>("SOURCE")
        {
            Description = "What to read: a PDF or several, a folder with every file below it, or a run definition (YAML).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var folder = new Option<string?>("--folder")
        {
            Description = "The same as a folder for SOURCE.",
            HelpName = "DIR",
        };
        var output = new Option<string?>("--out")
        {
            Description = "Folder of the datasets; made where it is missing. Default: the definition's 'output', or extracted/NAME here.",
            HelpName = "DIR",
        };
        var store = new Option<string?>("--store")
        {
            Description =
                "Folder of the artifacts that a later run goes on from. Default: the definition's 'store', or OUT.store beside OUT.",
            HelpName = "DIR",
        };
        var workers = new Option<int?>("--workers")
        {
            Description = "Documents at work at once. Default: the definition's 'workers', or one a core.",
            HelpName = "N",
        };
        var shard = ShardOption.Create("Take this share of the files, as in 3/16, leave their artifacts in the store, and publish " +
            "nothing. Run all shares anywhere over one store, in any order and number, then once without --shard: that publishes.");
        var accept = new Option<bool>("--accept-changes")
        {
            Description =
                "Publish even where documents or rows are lost against the publication before, or its files were changed by hand.",
        };
        var passwords = PasswordOption.Create();
        var json = new Option<bool>("--json") { Description = "Print the closing summary as one JSON object on stdout." };
        var command = new Command("run", """
            Reads PDF files and publishes what they say as Parquet datasets. 'extractor run FILE.pdf' and 'extractor run FOLDER' need no
            option. 读取 PDF 文件，将其中的数据发布为 Parquet 数据集。
            """ + ExtractorCommand.ExitCodes)
        {
            sources, folder, output, store, workers, shard, accept, passwords, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(sources) is { Length: > 0 } == result.GetResult(folder) is not null)
            {
                result.AddError("Say what to read: 'extractor run FILE.pdf', 'extractor run FOLDER' or 'extractor run DEFINITION.yaml'.");
            }
        });
        workers.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] &&
                int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number < 1)
            {
                result.AddError($"--workers is '{token.Value}'; 1 or more is expected.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // Signals are only listened to once this returns to its caller.
            await Task.Yield();
            var plan = Plan(parsed.GetValue(folder) is { } given ? [given] : parsed.GetValue(sources)!, parsed.GetValue(output),
                parsed.GetValue(store), parsed.GetValue(workers)) with
            {
                AcceptsChanges = parsed.GetValue(accept),
                Shard = parsed.GetValue(shard),
                Passwords = PasswordOption.Read(parsed.GetValue(passwords)),
            };
            return await RunAsync(plan, parsed.GetValue(json), streams, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(RunPlan plan, bool asJson, CommandStreams streams, CancellationToken cancellationToken)
    {
        await streams.Error.WriteLineAsync(plan.Shard is null ? $"datasets go to {plan.OutputFolder}"
            : $"share {plan.Shard}: artifacts go to {plan.StoreFolder}");
        var console = streams.ErrorConsole();
        var report = streams.IsTerminal
            ? await TerminalProgress.ShowAsync(console, progress =>
                Pipeline.RunAsync(plan, progress, TimeProvider.System, cancellationToken))
            : await Pipeline.RunAsync(plan, new PlainProgress(streams.Error, TimeProvider.System), TimeProvider.System, cancellationToken);
        var reviews = report.Publication is { } publication ? ReviewTally.Of(publication.OutputFolder) : null;
        RunSummary.Write(console, report, reviews);
        foreach (var step in NextSteps.Of(report))
        {
            await streams.Error.WriteLineAsync(step);
        }

        if (asJson)
        {
            await streams.Output.WriteLineAsync(RunReportJson.Of(report, reviews));
        }

        return (int)report.ExitCode;
    }

    private static RunPlan Plan(IReadOnlyList<string> sources, string? output, string? store, int? workers)
    {
        var definition = SourceArgument.Read(sources);
        var definitionPath = SourceArgument.DefinitionOf(sources);
        var outputFolder = Absolute(output) ?? definition.OutputFolder
            ?? throw new WrongArgumentException($"{definitionPath} has no 'output'; name it there or give --out DIR");
        if (definition.Sources.Any(source => source.Folder == outputFolder))
        {
            throw new WrongArgumentException($"the datasets would go to '{outputFolder}', which is what is to be read; name another " +
                $"folder with --out");
        }

        return new RunPlan(
            definition,
            definitionPath,
            outputFolder,
            Absolute(store) ?? definition.StoreFolder ?? outputFolder + ".store",
            workers ?? definition.Workers ?? Environment.ProcessorCount,
            definition.TimeLimit ?? RunPlan.DefaultTimeLimit,
            Version);
    }

    private static string? Absolute(string? path) => path is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Without the commit that the build adds: equal sources give equal data.</summary>
    internal static string Version =>
        typeof(Pipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ??
            "0.0.0";
}
