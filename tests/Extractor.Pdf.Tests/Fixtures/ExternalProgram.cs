using System.Diagnostics;
using System.Text;

namespace Extractor.Pdf.Tests.Fixtures;

/// <summary>Another reader to compare with.</summary>
internal static class ExternalProgram
{
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <returns>Exit code and standard output; the standard error is read and dropped.</returns>
    public static (int ExitCode, string Output) Run(string path, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(path, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            },
        };
        process.ErrorDataReceived += static (_, _) => { };
        process.Start();
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
