using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Extractor.Cli.Tests.Clusters;

public sealed class DefinitionTests : IDisposable
{
    private static readonly string Manifests = Path.Combine(OwnCorpus.Root, "pipelines", "cluster", "kubernetes");

    private static readonly string Validator = Path.Combine(OwnCorpus.Root, "tests", "Extractor.Cli.Tests", "Clusters", "definitions");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Manifests_All_FollowTheSchemasOfTheirKinds()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Validator, "node_modules")),
            "'npm ci' has not been run in tests/Extractor.Cli.Tests/Clusters/definitions");
        string[] files = [.. Directory.GetFiles(Manifests, "*.yaml"),
            Path.Combine(OwnCorpus.Root, "pipelines", "schedule", "cronjob.yaml")];

        var (sound, told) = await RunAsync("node", [Path.Combine(Validator, "validate.mjs"), .. files]);
        var misspelt = folder.Write("job.yaml", File.ReadAllText(Path.Combine(Manifests, "job.yaml"))
            .Replace("readOnlyRootFilesystem", "readOnlyRootFileSystem", StringComparison.Ordinal));
        var (faulty, faults) = await RunAsync("node", [Path.Combine(Validator, "validate.mjs"), misspelt]);

        Assert.True(sound == 0, told);
        Assert.Equal(1, faulty);
        Assert.Contains("readOnlyRootFileSystem", faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Containerfile_Linted_HasNoFault()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Validator, "node_modules")),
            "'npm ci' has not been run in tests/Extractor.Cli.Tests/Clusters/definitions");

        var (exitCode, told) = await RunAsync("node",
            [Path.Combine(Validator, "validate.mjs"), Path.Combine(OwnCorpus.Root, "Containerfile")]);

        Assert.True(exitCode == 0, told);
    }

    [Fact]
    public async Task Shares_EveryIndex_IsOneShareOfAllThatThereAre()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the commands are of a Unix shell");
        foreach (var job in Containers().Where(static job => job.Completions is not null))
        {
            Assert.Equal(job.Completions, job.Environment["SHARES"]);
            var (exitCode, told) = await RunAsync(job, index: "2", endsWith: 0);

            Assert.Equal(0, exitCode);
            Assert.Contains($"--shard 3/{job.Completions}", told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(3, 1)]
    public async Task Command_ExitCodeOfTheProgram_IncompleteIsNoFailure(int program, int expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the commands are of a Unix shell");
        foreach (var job in Containers())
        {
            Assert.Equal(expected, (await RunAsync(job, index: "0", program)).ExitCode);
        }
    }

    /// <summary>Runs a container's command with a program that only tells its arguments.</summary>
    private async Task<(int ExitCode, string Told)> RunAsync(Container job, string index, int endsWith)
    {
        folder.Write("bin/extractor", string.Create(CultureInfo.InvariantCulture, $"#!/bin/sh\necho \"$@\"\nexit {endsWith}\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder["bin/extractor"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var environment = new Dictionary<string, string>(job.Environment, StringComparer.Ordinal)
        {
            ["JOB_COMPLETION_INDEX"] = index,
            ["PATH"] = $"{folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}",
        };
        var result = await RunAsync("sh", ["-c", job.Script], environment);
        File.Delete(folder["bin/extractor"]);
        return result;
    }

    private static async Task<(int ExitCode, string Told)> RunAsync(string program, IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
            var told = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, told);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed");
            return default;
        }
    }

    private static IEnumerable<Container> Containers()
    {
        foreach (var file in Directory.GetFiles(Manifests, "*.yaml").Order(StringComparer.Ordinal))
        {
            var stream = new YamlStream();
            using var text = new StreamReader(file);
            stream.Load(text);
            foreach (var document in stream.Documents)
            {
                var spec = document.RootNode["spec"];
                spec = spec is YamlMappingNode mapping && mapping.Children.ContainsKey("jobTemplate") ? spec["jobTemplate"]["spec"] : spec;
                var container = spec["template"]["spec"]["containers"][0];
                yield return new Container(
                    ((YamlMappingNode)spec).Children.TryGetValue("completions", out var completions) ? Text(completions) : null,
                    Text(container["args"][0]),
                    ((YamlSequenceNode)container["env"]).ToDictionary(static variable => Text(variable["name"]), static variable =>
                        Text(variable["value"]), StringComparer.Ordinal));
            }
        }
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? string.Empty;

    /// <param name="Completions">Shares of an Indexed Job; null for one that is not divided.</param>
    private sealed record Container(string? Completions, string Script, IReadOnlyDictionary<string, string> Environment);
}
