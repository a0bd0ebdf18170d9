using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Extractor.Cli.Tests;

/// <summary>
/// Publishing in a process of its own that is killed, stopped, or finds no room: what readers see, and what the next run makes of it.
/// </summary>
public sealed class PublishingFaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_KilledWhilePublishing_ReadersSeeTheOldOrTheNewAndTheNextRunEndsTheSame()
    {
        var (old, current, length) = await TwoStatesAsync();
        var random = new Random(7);
        var states = new HashSet<string>();
        for (var turn = 0; turn < 10; turn++)
        {
            await KillWhilePublishingAsync(turn == 0 ? TimeSpan.Zero : length * (1.2 * random.NextDouble()));
            var seen = HashesOfManifest(folder["out"]);
            Assert.True(seen.SequenceEqual(old) || seen.SequenceEqual(current), "neither the old publication nor the new one");
            states.Add(seen.SequenceEqual(old) ? "old" : "new");
            if (!seen.SequenceEqual(old))
            {
                BackToOld();
            }
        }

        Assert.Contains("old", states);
        Assert.InRange(await EndAsync(Start()), 0, 1);
        Assert.Equal(current, HashesOfManifest(folder["out"]));
        Assert.Equal(["in", "old", "out", "store"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName)
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_KilledWhilePublishingBesideFilesOfOthers_TheNextRunEndsTheSame()
    {
        var (_, current, length) = await TwoStatesAsync();
        var random = new Random(8);
        for (var turn = 0; turn < 5; turn++)
        {
            folder.Write("out/notes.txt", "mine");
            await KillWhilePublishingAsync(length * (1.2 * random.NextDouble()));
            Assert.Equal("mine", await File.ReadAllTextAsync(folder["out/notes.txt"]));
        }

        Assert.InRange(await EndAsync(Start("--accept-changes")), 0, 1);
        Assert.Equal(current, HashesOfManifest(folder["out"]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["out"], ".*"));
    }

    [Fact]
    public async Task Run_DiskIsFull_SaysSoAndTheOldStays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && await SucceedsAsync("unshare", "-rm", "true"),
            "a small disk needs a mount of one's own: unshare -rm");
        var (_, current, _) = await TwoStatesAsync();
        Directory.CreateDirectory(folder["disk"]);

        // A disk with room for the old publication and little more; what is seen there is told from inside the mount.
        const string Script = """
            disk=$1; old=$2; seen=$3; shift 3
            state() { (cd "$disk" && ls -A && cd out && find . -type f | sort | xargs sha256sum); }
            size=$(du -sk "$old" | cut -f1)
            mount -t tmpfs -o size=$((size + 64))k tmpfs "$disk" && cp -r "$old" "$disk/out" && state > "$seen.before" || exit 99
            dotnet "$@"; code=$?
            state > "$seen.after"; exit $code
            """;
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "Extractor.Cli.dll"), "run", "--folder", folder["in"], "--out",
            folder["disk/out"], "--store", folder["store"]];
        using var full = Process.Start(new ProcessStartInfo("unshare",
            ["-rm", "bash", "-c", Script, "bash", folder["disk"], folder["old"], folder["seen"], .. arguments])
        {
            RedirectStandardError =
            true
        })!;
        var error = await full.StandardError.ReadToEndAsync();
        await full.WaitForExitAsync();

        Assert.True(full.ExitCode == 3, error);
        Assert.Contains($"could not be written to '{folder["disk/out"]}'", error, StringComparison.Ordinal);
        Assert.Contains("No space left", error, StringComparison.Ordinal);
        Assert.Contains("Free some space", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(folder["seen.before"]), await File.ReadAllTextAsync(folder["seen.after"]));
        Assert.InRange(await EndAsync(Start()), 0, 1);
        Assert.Equal(current, HashesOfManifest(folder["out"]));
    }

    [Theory]
    [InlineData("store", "could not be written to '")]
    [InlineData("fresh", "fresh")]
    public async Task Run_FilesMayNotGrow_SaysSoAndTheOldStays(string store, string told)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the size of files is limited with 'ulimit -f'");
        var (old, current, _) = await TwoStatesAsync();

        // The runtime itself maps files that are larger, unless it is told not to.
        var start = new ProcessStartInfo("bash",
            ["-c", "ulimit -f 8; exec dotnet \"$@\"", "bash", .. Arguments(folder[store])])
        {
            RedirectStandardError = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" }
        };
        using var limited = Process.Start(start)!;
        var error = await limited.StandardError.ReadToEndAsync();
        await limited.WaitForExitAsync();

        Assert.True(limited.ExitCode == 3, $"{limited.ExitCode}: {error}");
        Assert.Contains(told, error, StringComparison.Ordinal);
        Assert.Contains("raise 'ulimit -f'", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(old, HashesOfManifest(folder["out"]));
        Assert.InRange(await EndAsync(Start()), 0, 1);
        Assert.Equal(current, HashesOfManifest(folder["out"]));
    }

    [Fact]
    public async Task Run_OutputMayNotBeWritten_SaysSoAndTheOldStays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "rights are taken away with chmod and setpriv");
        var (old, _, _) = await TwoStatesAsync();
        await SucceedsAsync("chmod", "-R", "a+rX,a-w", folder.Path);
        try
        {
            // The store is elsewhere; who may write anywhere gives that up first.
            var store = Directory.CreateTempSubdirectory("extractor-cli-test-store-");
            await SucceedsAsync("chmod", "a+rwx", store.FullName);
            string[] unprivileged = Environment.IsPrivilegedProcess
                ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "dotnet"] : ["dotnet"];
            var start = new ProcessStartInfo(unprivileged[0],
                [.. unprivileged[1..], .. Arguments(store.FullName)])
            { RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            store.Delete(recursive: true);

            Assert.Equal(3, process.ExitCode);
            Assert.Contains(folder["out"], error, StringComparison.Ordinal);
            Assert.Contains("denied", error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
            Assert.Equal(old, HashesOfManifest(folder["out"]));
        }
        finally
        {
            await SucceedsAsync("chmod", "-R", "u+w", folder.Path);
        }
    }

    [Fact]
    public async Task Run_AnotherPublisherAtWork_SaysWhoAndSinceWhen()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "a process is held with 'kill -STOP'");
        var (_, current, _) = await TwoStatesAsync();
        using var first = await HeldWhilePublishingAsync();
        var second = await CommandRun.OfAsync("run", "--folder", folder["in"], "--out", folder["out"], "--store", folder["store"]);
        await SignalAsync(first, "-CONT");

        Assert.Equal(3, second.ExitCode);
        Assert.Matches($"Another publisher is at work in '.*out': process {first.Id} of .+ on .+, since \\d{{4}}-.* UTC", second.Error);
        Assert.InRange(await EndAsync(first), 0, 1);
        Assert.Equal(current, HashesOfManifest(folder["out"]));
    }

    [Fact]
    public async Task Run_DocumentsComeGoAndChange_OtherPartitionsKeepTheirFiles()
    {
        Copy("longgang-investment-2022-budget.pdf", "in/2022.pdf");
        Copy("longgang-industry-2024-budget.pdf", "in/changing.pdf");
        Copy("longgang-industry-2020-self-evaluation.pdf", "in/leaving.pdf");
        Assert.InRange(await EndAsync(Start()), 0, 1);
        var before = FilesOf("fiscal_year=2022");
        Assert.NotEmpty(before);
        var ids = HashesOfManifest(folder["out"]);

        // Other bytes under the same name, one file gone, one new.
        Copy("pingshan-industry-2024-budget.pdf", "in/changing.pdf");
        File.Delete(folder["in/leaving.pdf"]);
        Copy("shenzhen-industry-2024-unit-budget.pdf", "in/new.pdf");
        var run = await CommandRun.OfAsync("run", "--folder", folder["in"], "--out", folder["out"], "--store", folder["store"], "--json");

        Assert.Equal(OwnCorpus.EndOf(run), run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal((2, 1), (json.RootElement.GetProperty("partitions").GetInt32(), json.RootElement.GetProperty("partitions_unchanged")
            .GetInt32()));
        Assert.Equal(3, json.RootElement.GetProperty("rows").GetProperty("documents").GetInt32());
        Assert.Equal(before, FilesOf("fiscal_year=2022"));
        Assert.NotEqual(ids, HashesOfManifest(folder["out"]));
        Assert.Empty(FilesOf("fiscal_year=2020"));

        // One file a dataset and partition, however often documents came.
        Assert.All(
            Directory.EnumerateFiles(folder["out"], "*.parquet", SearchOption.AllDirectories).GroupBy(static path =>
                Path.GetDirectoryName(path)),
            static files => Assert.Single(files));
    }

    /// <summary>Hash and time of last change of the files of a partition.</summary>
    private SortedDictionary<string, (string Hash, DateTime Changed)> FilesOf(string partition) => new(
        Directory.EnumerateFiles(folder["out"], "*.parquet", SearchOption.AllDirectories).Where(path =>
            path.Contains(partition, StringComparison.Ordinal)).ToDictionary(
            static path => path,
            static path => (Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), File.GetLastWriteTimeUtc(path))),
        StringComparer.Ordinal);

    private void Copy(string file, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[target])!);
        File.Copy(Path.Combine(OwnCorpus.Root, "corpus", file), folder[target], overwrite: true);
    }

    /// <summary>
    /// An old publication in <c>out</c>, kept in <c>old</c>, and all artifacts that the next one needs. Hashes of the two,
    /// and how long the next takes to publish.
    /// </summary>
    private async Task<(SortedDictionary<string, string> Old, SortedDictionary<string, string> Current, TimeSpan Length)> TwoStatesAsync()
    {
        Copy("longgang-investment-2022-budget.pdf", "in/a.pdf");
        Assert.InRange(await EndAsync(Start()), 0, 1);
        Directory.Move(folder["out"], folder["old"]);
        Copy("longgang-industry-2024-budget.pdf", "in/b.pdf");
        using var whole = Start();
        await UntilPublishingAsync(whole);
        var watch = Stopwatch.StartNew();
        Assert.InRange(await EndAsync(whole), 0, 1);
        var current = HashesOfManifest(folder["out"]);
        BackToOld();
        return (HashesOfManifest(folder["out"]), current, watch.Elapsed);
    }

    private void BackToOld()
    {
        Directory.Delete(folder["out"], recursive: true);
        foreach (var path in Directory.EnumerateFiles(folder["old"], "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder["out"], Path.GetRelativePath(folder["old"], path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }

    private async Task KillWhilePublishingAsync(TimeSpan after)
    {
        using var process = Start();
        await UntilPublishingAsync(process);
        await Task.Delay(after);
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>A process that has the lock and is stopped; on a busy machine one or another ends before it can be.</summary>
    private async Task<Process> HeldWhilePublishingAsync()
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var process = Start();
            await UntilPublishingAsync(process);
            while (!File.Exists(folder[".out.publishing.by"]) && !process.HasExited)
            {
                await Task.Yield();
            }

            await SignalAsync(process, "-STOP");
            if (File.Exists(folder[".out.publishing.by"]) && !process.HasExited)
            {
                return process;
            }

            await SignalAsync(process, "-CONT");
            await EndAsync(process);
            process.Dispose();
            BackToOld();
        }

        throw new InvalidOperationException("no process could be held while it published");
    }

    private static async Task UntilPublishingAsync(Process process)
    {
        while (await process.StandardError.ReadLineAsync() is { } line && !line.Contains("publishing", StringComparison.Ordinal))
        {
        }
    }

    /// <summary>What the manifest lists, each file with the hash of what lies there; datasets that tell of the run left out.</summary>
    private static SortedDictionary<string, string> HashesOfManifest(string output)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "_manifest.json")));
        var files = manifest.RootElement.GetProperty("datasets").EnumerateArray()
            .SelectMany(static dataset => dataset.GetProperty("files").EnumerateArray()).ToList();
        var hashes = OwnCorpus.HashesOf(output);
        foreach (var file in files.Where(file => hashes.ContainsKey(file.GetProperty("path").GetString()!)))
        {
            Assert.Equal(file.GetProperty("sha256").GetString(), hashes[file.GetProperty("path").GetString()!]);
        }

        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(output, file.GetProperty("path").GetString()!))));
        return new SortedDictionary<string, string>(hashes.ToDictionary(), StringComparer.Ordinal);
    }

    private static async Task<bool> SucceedsAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private Process Start(params string[] more) =>
        Process.Start(new ProcessStartInfo("dotnet", [.. Arguments(), .. more])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true
        })
        ?? throw new InvalidOperationException("dotnet did not start");

    private string[] Arguments(string? store = null) =>
        ["exec", Path.Combine(AppContext.BaseDirectory, "Extractor.Cli.dll"), "run", "--folder", folder["in"], "--out", folder["out"],
            "--store", store ?? folder["store"]];

    private static async Task<int> EndAsync(Process process)
    {
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
