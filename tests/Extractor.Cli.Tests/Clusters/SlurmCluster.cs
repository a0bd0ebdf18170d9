using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Extractor.Cli.Tests.Clusters;

/// <summary>A Slurm cluster of this machine alone: its own key, controller and node, in a folder that goes with it.</summary>
[SupportedOSPlatform("linux")]
internal sealed class SlurmCluster : IAsyncDisposable
{
    private static readonly string[] Programs = ["munged", "slurmctld", "slurmd", "sbatch", "sinfo", "squeue"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly List<Process> daemons = [];
    private readonly string folder;

    private SlurmCluster(string folder) => this.folder = folder;

    private string Configuration => Path.Combine(folder, "slurm.conf");

    /// <returns>Null where a cluster can be started.</returns>
    public static string? ReasonAgainst()
    {
        if (Environment.UserName != "root")
        {
            return "a Slurm node is started as root";
        }

        string[] places = [.. (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':'), "/usr/sbin"];
        var missing = Programs.Where(program => !places.Any(place => File.Exists(Path.Combine(place, program)))).ToList();
        return missing.Count > 0 ? $"not installed: {string.Join(", ", missing)} (Debian packages munge and slurm-wlm)" : null;
    }

    public static async Task<SlurmCluster> StartAsync(string folder)
    {
        var cluster = new SlurmCluster(folder);
        try
        {
            await cluster.StartAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one of Slurm's commands, or a script that uses them, in the cluster.</summary>
    public async Task<string> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string,
        string>? environment = null)
    {
        using var process = Start(program, arguments, environment);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim()
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output} {await error}");
    }

    /// <summary>Until the jobs are through, however they ended.</summary>
    public Task WaitForAsync(IEnumerable<string> jobs) =>
        UntilAsync("the jobs to end", async () => (await RunAsync("squeue", ["--noheader", "--jobs", string.Join(',', jobs)])).Length == 0);

    public async ValueTask DisposeAsync()
    {
        foreach (var daemon in Enumerable.Reverse(daemons))
        {
            daemon.Kill(entireProcessTree: true);
            await daemon.WaitForExitAsync();
            daemon.Dispose();
        }
    }

    private async Task StartAsync()
    {
        foreach (var part in (string[])["state", "spool"])
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
        }

        var key = Path.Combine(folder, "munge.key");
        await File.WriteAllBytesAsync(key, RandomNumberGenerator.GetBytes(1024));
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var socket = Path.Combine(folder, "munge.socket");
        var host = Dns.GetHostName().Split('.')[0];
        await File.WriteAllTextAsync(Configuration, $"""
            ClusterName=extractor
            SlurmctldHost={host}(127.0.0.1)
            SlurmUser=root
            SlurmdUser=root
            AuthType=auth/munge
            AuthInfo=socket={socket}
            CredType=cred/munge
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            StateSaveLocation={folder}/state
            SlurmdSpoolDir={folder}/spool
            SlurmctldPidFile={folder}/slurmctld.pid
            SlurmdPidFile={folder}/slurmd.pid
            SlurmctldLogFile={folder}/slurmctld.log
            SlurmdLogFile={folder}/slurmd.log
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            SwitchType=switch/none
            MpiDefault=none
            SlurmdParameters=config_overrides
            NodeName={host} NodeAddr=127.0.0.1 CPUs=4 RealMemory=16384
            PartitionName=main Nodes={host} Default=YES MaxTime=INFINITE State=UP

            """);
        daemons.Add(Start("munged", ["--foreground", "--force", $"--socket={socket}", $"--key-file={key}",
            $"--pid-file={folder}/munged.pid", $"--log-file={folder}/munged.log", $"--seed-file={folder}/munged.seed"]));
        await UntilAsync("munged to listen", () => Task.FromResult(File.Exists(socket)));
        daemons.Add(Start("slurmctld", ["-D", "-f", Configuration]));
        daemons.Add(Start("slurmd", ["-D", "-f", Configuration]));
        await UntilAsync("the node to be idle", async () =>
        {
            using var process = Start("sinfo", ["--noheader", "--format=%T"]);
            var state = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return state.Trim() == "idle";
        });
    }

    private Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var inSystem = Path.Combine("/usr/sbin", program);
        var start = new ProcessStartInfo(File.Exists(inSystem) ? inSystem : program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["SLURM_CONF"] = Configuration;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
    }

    private async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience || daemons.Any(static daemon => daemon.HasExited))
            {
                var logs = Directory.GetFiles(folder, "*.log").Select(static path =>
                    $"{Path.GetFileName(path)}:\n{File.ReadAllText(path)}");
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                    $"Waiting for {what} was in vain.\n{string.Join('\n', logs)}"));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
