namespace Extractor.Cli.Tests;

/// <summary>A folder of its own for one test, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("extractor-cli-test-").FullName;

    public string Path { get; }

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public string Write(string relative, string text)
    {
        var path = this[relative];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
        return path;
    }

    /// <summary>Copies the files of a folder whose names match.</summary>
    public void Copy(string from, string relative, string pattern)
    {
        Directory.CreateDirectory(this[relative]);
        foreach (var path in Directory.GetFiles(from, pattern))
        {
            File.Copy(path, System.IO.Path.Combine(this[relative], System.IO.Path.GetFileName(path)));
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
