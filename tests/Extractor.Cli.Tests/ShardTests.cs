using System.Text.Json;

namespace Extractor.Cli.Tests;

public sealed class ShardTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_SharesKilledAndRepeated_SameBytesAsOneProcess()
    {
        var whole = await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["whole"], "--store", folder["whole.store"]);
        Assert.Equal(OwnCorpus.EndOf(whole), whole.ExitCode);
        var expected = OwnCorpus.HashesOf(folder["whole"]);
        var killed = 0;
        foreach (var shards in (int[])[1, 2, 7, 16])
        {
            var run = new ShardedRun(["run", OwnCorpus.Demo, "--out", folder[$"of{shards}"], "--store", folder[$"of{shards}.store"]],
                shards, seed: 40 + shards);

            await run.ExecuteAsync();

            Assert.Equal(expected, OwnCorpus.HashesOf(folder[$"of{shards}"]));
            Assert.True(run.Completed > shards);
            killed += run.Killed;
        }

        Assert.True(killed > 0);
    }

    [Fact]
    public async Task Run_AllShares_EveryDocumentOnceAndNothingLeftForTheLast()
    {
        var pages = 0;
        foreach (var shard in (string[])["1/3", "2/3", "3/3"])
        {
            var share = await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"], "--shard",
                shard, "--json");
            using var told = JsonDocument.Parse(share.Output);
            pages += told.RootElement.GetProperty("pages_read").GetInt32();
            Assert.Equal(shard, told.RootElement.GetProperty("shard").GetString());
            Assert.Equal(JsonValueKind.Null, told.RootElement.GetProperty("rows").ValueKind);
            Assert.False(Directory.Exists(folder["out"]));
        }

        var last = await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"], "--json");

        using var json = JsonDocument.Parse(last.Output);
        Assert.Equal(146, pages);
        Assert.Equal(0, json.RootElement.GetProperty("pages_read").GetInt32());
        Assert.Equal(5, json.RootElement.GetProperty("documents_unchanged").GetInt32());
    }

    [Theory]
    [InlineData("run", "0/4")]
    [InlineData("run", "4")]
    [InlineData("fetch", "5/4")]
    public async Task Shard_NoShare_WrongArgument(string command, string shard)
    {
        var run = await CommandRun.OfAsync(command, OwnCorpus.Demo, "--shard", shard);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"--shard is '{shard}'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_AllShares_EveryPublisherInOneOfThem()
    {
        var told = new List<string>();
        foreach (var shard in (string[])["1/3", "2/3", "3/3"])
        {
            var run = await CommandRun.OfAsync("fetch", Path.Combine(OwnCorpus.Root, "pipelines", "publishers"), "--archive",
                folder["archive"], "--contact", "a@example.org", "--check", "--shard", shard);
            Assert.Equal(0, run.ExitCode);
            told.AddRange(run.Error.Split('\n').Where(static line => line.Length > 0 && line[0] != ' '));
        }

        Assert.Equal(Directory.GetFiles(Path.Combine(OwnCorpus.Root, "pipelines", "publishers"), "*.yaml").Length, told.Distinct().Count());
        Assert.Equal(told.Count, told.Distinct().Count());
    }

    [Fact]
    public async Task Run_StoreOfANewerVersion_OutputNotWrittenAndNothingTouched()
    {
        folder.Write("store/store.json", """{"Format":99}""");

        var run = await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("newer version", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
        Assert.Equal(["store.json"], Directory.GetFileSystemEntries(folder["store"]).Select(Path.GetFileName));
    }
}
