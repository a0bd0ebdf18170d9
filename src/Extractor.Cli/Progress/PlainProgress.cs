using Extractor.Runs;

namespace Extractor.Cli.Progress;

/// <summary>Progress for logs and pipes: the log's lines, and now and then how far the run is.</summary>
internal sealed class PlainProgress(TextWriter error, TimeProvider clock) : IProgress<RunEvent>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly long started = clock.GetTimestamp();
    private TimeSpan lastTold;
    private int files;
    private int done;
    private int pages;
    private int documents;

    public void Report(RunEvent value)
    {
        lock (gate)
        {
            if (EventText.Of(value) is { } line)
            {
                error.WriteLine(line);
            }

            switch (value)
            {
                case FilesListed listed:
                    files = listed.Count;
                    error.WriteLine($"{files} files");
                    break;
                case FileNotTaken:
                    done++;
                    break;
                case DocumentDone document:
                    done++;
                    pages += document.Outcome.Pages;
                    TellNowAndThen($"{done} of {files} files, {pages} pages");
                    break;
                case PublishingStarted publishing:
                    documents = publishing.Documents;
                    error.WriteLine($"publishing {documents} documents");
                    break;
                case DocumentsPublished published:
                    TellNowAndThen($"{published.Done} of {documents} documents published");
                    break;
            }
        }
    }

    private void TellNowAndThen(string progress)
    {
        var time = clock.GetElapsedTime(started);
        if (time - lastTold >= Pause)
        {
            lastTold = time;
            error.WriteLine($"{progress}, {time.TotalSeconds:F0} s");
        }
    }
}
