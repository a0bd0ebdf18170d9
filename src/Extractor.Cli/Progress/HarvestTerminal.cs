using System.Globalization;
using Extractor.Fetching.Harvesting;
using Extractor.Model;
using Spectre.Console;

namespace Extractor.Cli.Progress;

/// <summary>Progress of a harvest for a person at a terminal: a line a host that moves, and above it what went wrong.</summary>
internal sealed class HarvestTerminal : IProgress<HarvestEvent>
{
    private readonly IAnsiConsole console;
    private readonly ProgressContext context;
    private readonly Lock gate = new();
    private readonly HostTally tally = new();
    private readonly Dictionary<string, ProgressTask> lines = new(StringComparer.Ordinal);

    private HarvestTerminal(IAnsiConsole console, ProgressContext context)
    {
        this.console = console;
        this.context = context;
    }

    public static Task<T> ShowAsync<T>(IAnsiConsole console, Func<IProgress<HarvestEvent>, Task<T>> harvest) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn())
            .StartAsync(context => harvest(new HarvestTerminal(console, context)));

    public void Report(HarvestEvent value)
    {
        lock (gate)
        {
            switch (value)
            {
                case AddressAsked asked:
                    var host = tally.Count(asked);
                    if (!lines.TryGetValue(host.Name, out var line))
                    {
                        lines.Add(host.Name, line = context.AddTask(Markup.Escape(host.Name)).IsIndeterminate());
                    }

                    line.Description = Markup.Escape(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{host.Name}: {host.Asked} asked, {host.Bytes / 1048576.0:F1} MB " +
                        $"({string.Join(", ", host.Outcomes.Select(static outcome => $"{outcome.Value} {outcome.Key}"))})"));
                    if (!asked.Visit.IsAnswered)
                    {
                        console.WriteLine($"{SchemaName.Of(asked.Visit.Outcome)}: {asked.Visit.Url}: {asked.Visit.Reason}");
                    }

                    break;
                case PublisherFinished finished:
                    console.WriteLine($"{finished.Publisher.Key} {finished.Publisher.Name}: {finished.Harvest.Found} documents, " +
                        $"{finished.Harvest.Alarms.Length} alarms");
                    break;
            }
        }
    }
}
