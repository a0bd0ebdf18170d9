namespace Extractor.Cli.Tests;

/// <summary>What a command wrote and returned.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the command line within this process.</summary>
    public static async Task<CommandRun> OfAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await ExtractorCommand.InvokeAsync(arguments, new CommandStreams(output, error, IsTerminal: false),
            CancellationToken.None);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
