using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Extractor.Cli.Tests;

/// <summary>
/// A run divided over processes that share a store, as badly as it can go: some are killed at a random moment and come
/// again, some work twice, and in any order. Then one process publishes.
/// </summary>
internal sealed class ShardedRun(IReadOnlyList<string> run, int shards, int seed)
{
    private const int AtOnce = 3;

    private int killed;
    private int completed;

    /// <summary>Processes that were killed while they worked.</summary>
    public int Killed => killed;

    /// <summary>Processes that came to their end; more than there are shards, since some work twice.</summary>
    public int Completed => completed;

    /// <exception cref="InvalidOperationException">A process ended otherwise than it should.</exception>
    public async Task ExecuteAsync()
    {
        var attempts = new ConcurrentQueue<(int Shard, int? KilledAfterMilliseconds)>(Attempts());
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (attempts.TryDequeue(out var attempt))
            {
                await ExecuteAsync(["--shard", string.Create(CultureInfo.InvariantCulture, $"{attempt.Shard}/{shards}")],
                    attempt.KilledAfterMilliseconds);
            }
        }));
        await ExecuteAsync([], null);
    }

    private IEnumerable<(int Shard, int? KilledAfterMilliseconds)> Attempts()
    {
        var random = new Random(seed);
        var all = Enumerable.Range(1, shards).OrderBy(_ => random.Next()).ToList();
        foreach (var shard in all)
        {
            // The first is killed for certain; a share that is empty is through before it can be killed.
            if (shard == all[0] || random.Next(2) == 0)
            {
                yield return (shard, random.Next(400));
            }

            yield return (shard, null);
            if (random.Next(3) == 0)
            {
                yield return (shard, null);
            }
        }
    }

    private async Task ExecuteAsync(IEnumerable<string> more, int? killedAfterMilliseconds)
    {
        using var process = Start(more);
        if (killedAfterMilliseconds is { } milliseconds)
        {
            // The files are listed: it works now.
            await process.StandardError.ReadLineAsync();
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(milliseconds));
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync();
                Interlocked.Increment(ref killed);
                return;
            }
        }

        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode is not (0 or 1))
        {
            throw new InvalidOperationException($"'{string.Join(' ', more)}' ended with {process.ExitCode}: {error}");
        }

        Interlocked.Increment(ref completed);
    }

    private Process Start(IEnumerable<string> more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "Extractor.Cli.dll"), .. run, .. more])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }
}
