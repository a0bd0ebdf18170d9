using System.Text.Json;
using Extractor.Site.Reviews;

namespace Extractor.Cli.Tests;

/// <summary>Decisions of reviewers in the folder of the data, while runs publish into it.</summary>
public sealed class ReviewTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    private string Reviews => ReviewFile.PathIn(folder["out"]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_DecisionsInTheFolder_SummaryTellsThoseThatMeetAFindingAndThoseThatDoNot()
    {
        folder.Copy(Path.Combine(OwnCorpus.Root, "corpus"), "in", "longgang-industry-2024-budget.pdf");
        var before = await RunAsync();
        Assert.DoesNotContain("decisions", before.Error, StringComparison.Ordinal);
        var finding = await FindingAsync();
        ReviewFile.Add(Reviews, new ReviewDecision(finding, "d", "our_error", string.Empty, "someone", Time));
        ReviewFile.Add(Reviews, new ReviewDecision(finding, "d", "source_error", "seen again", "someone", Time.AddHours(1)));
        ReviewFile.Add(Reviews, new ReviewDecision("0123-gone", "d", "our_error", string.Empty, "someone", Time));
        var saved = await File.ReadAllBytesAsync(Reviews);

        var run = await RunAsync();

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal((1, 1), (json.RootElement.GetProperty("findings_decided").GetInt32(),
            json.RootElement.GetProperty("decisions_without_finding").GetInt32()));
        Assert.Matches("decisions +1 findings have one of a reviewer; 1 are on findings that are no more", run.Error);
        Assert.Equal(saved, await File.ReadAllBytesAsync(Reviews));
    }

    [Fact]
    public async Task Run_DecisionsThatCannotBeRead_SummaryTellsTheLineAndTheRunEndsAsEver()
    {
        folder.Copy(Path.Combine(OwnCorpus.Root, "corpus"), "in", "longgang-investment-2022-budget.pdf");
        folder.Write("out/reviews.csv",
            "finding_id,document_id,decision,note,reviewer,decided_at\nf1,d1,perhaps,,me,2026-01-02T03:04:05Z\n");

        var run = await RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("line 2: decision 'perhaps'", run.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("perhaps", await File.ReadAllTextAsync(Reviews), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DecisionsSavedAllTheWhile_NoneThatWasConfirmedIsLost()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Folders are exchanged in one step on Linux and macOS.");
        folder.Copy(Path.Combine(OwnCorpus.Root, "corpus"), "in", "longgang-investment-2022-budget.pdf");
        await RunAsync();
        using var ended = new CancellationTokenSource();
        var reviewer = Task.Run(() => SaveUntil(ended.Token), TestContext.Current.CancellationToken);
        for (var turn = 0; turn < 10; turn++)
        {
            Assert.Equal(0, (await RunAsync()).ExitCode);
        }

        await ended.CancelAsync();
        var confirmed = await reviewer;
        Assert.InRange(confirmed.Count, 10, int.MaxValue);
        Assert.Empty(confirmed.Except(ReviewFile.Read(Reviews).Select(static decision => decision.FindingId)));
    }

    /// <summary>The findings that a decision was saved for.</summary>
    private List<string> SaveUntil(CancellationToken ended)
    {
        var confirmed = new List<string>();
        for (var number = 0; !ended.IsCancellationRequested; number++)
        {
            try
            {
                ReviewFile.Add(Reviews, new ReviewDecision($"f{number}", "d", "our_error", string.Empty, "someone", Time));
                confirmed.Add($"f{number}");
            }
            catch (IOException)
            {
                // The folder was exchanged at this moment: whoever saves is told so.
            }
        }

        return confirmed;
    }

    private async Task<string> FindingAsync()
    {
        var site = await CommandRun.OfAsync("site", "--data", folder["out"], "--out", folder["site"], "--documents", folder["in"]);
        Assert.Equal(0, site.ExitCode);
        var first = Directory.GetFiles(folder["site/data/findings"]).Order(StringComparer.Ordinal).First();
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(first));
        return json.RootElement[0].GetProperty("id").GetString()!;
    }

    private Task<CommandRun> RunAsync() =>
        CommandRun.OfAsync("run", "--folder", folder["in"], "--out", folder["out"], "--store", folder["store"], "--json");
}
