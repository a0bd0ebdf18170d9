using Extractor.Runs;
using Spectre.Console;

namespace Extractor.Cli.Progress;

/// <summary>Progress for a person at a terminal: a bar, with the log's lines above it.</summary>
internal sealed class TerminalProgress : IProgress<RunEvent>
{
    private readonly IAnsiConsole console;
    private readonly ProgressTask bar;
    private int pages;

    private TerminalProgress(IAnsiConsole console, ProgressTask bar)
    {
        this.console = console;
        this.bar = bar;
    }

    public static Task<RunReport> ShowAsync(IAnsiConsole console, Func<IProgress<RunEvent>, Task<RunReport>> run) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(),
                new RemainingTimeColumn())
            .StartAsync(context => run(new TerminalProgress(console, context.AddTask("listing files", autoStart: true, maxValue: 1))));

    public void Report(RunEvent value)
    {
        if (EventText.Of(value) is { } line)
        {
            console.WriteLine(line);
        }

        switch (value)
        {
            case FilesListed listed:
                bar.MaxValue = Math.Max(1, listed.Count);
                break;
            case FileNotTaken:
                bar.Increment(1);
                break;
            case DocumentDone done:
                bar.Increment(1);
                bar.Description = $"{Interlocked.Add(ref pages, done.Outcome.Pages)} pages";
                break;
            case PublishingStarted publishing:
                bar.Value = 0;
                bar.MaxValue = Math.Max(1, publishing.Documents);
                bar.Description = $"publishing {publishing.Documents} documents";
                break;
            case DocumentsPublished published:
                bar.Value = Math.Max(bar.Value, published.Done);
                break;
        }
    }
}
