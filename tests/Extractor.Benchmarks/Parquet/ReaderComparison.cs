using System.Diagnostics;
using System.Text.Json;
using Extractor.Parquet;
using Extractor.Parquet.Tests;

namespace Extractor.Benchmarks.Parquet;

/// <summary>Every file of a real publication, value for value: DuckDB, hyparquet and Arrow's Rust reader against our own.</summary>
internal static class ReaderComparison
{
    public static int Run(string[] args)
    {
        if (args is not ["--data", var data])
        {
            Console.Error.WriteLine("usage: Extractor.Benchmarks parquet-readers --data PUBLICATION");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("parquet-readers").FullName;
        try
        {
            var files = new List<object>();
            var rows = 0L;
            foreach (var file in Directory.EnumerateFiles(Path.GetFullPath(data), "*.parquet", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal))
            {
                var expected = Path.Combine(folder, $"{files.Count}.json");
                using var reader = ParquetFileReader.Open(file);
                File.WriteAllText(expected, CanonicalValues.ToJson(reader));
                files.Add(new { file, expected });
                rows += reader.RowCount;
            }

            var list = Path.Combine(folder, "list.json");
            File.WriteAllText(list, JsonSerializer.Serialize(files));
            var start = new ProcessStartInfo("node") { WorkingDirectory = Path.Combine("tests", "Extractor.Parquet.Tests", "readers") };
            start.ArgumentList.Add("compare.mjs");
            start.ArgumentList.Add(list);
            Console.WriteLine($"{files.Count} files, {rows} rows");
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
