using System.Runtime.InteropServices;
using Extractor.Cli;

// SIGXFSZ has one number on Linux and macOS. Unheard, the write that would pass 'ulimit -f' fails, and its message is told.
const PosixSignal FileSizeLimitReached = (PosixSignal)25;
using var unheard = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(FileSizeLimitReached, static signal =>
    signal.Cancel = true);
return await ExtractorCommand.InvokeAsync(args, CommandStreams.OfProcess(), CancellationToken.None);
