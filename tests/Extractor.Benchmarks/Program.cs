using Extractor.Benchmarks;
using Extractor.Benchmarks.Fetching;
using Extractor.Benchmarks.Forms;
using Extractor.Benchmarks.Parquet;
using Extractor.Benchmarks.Pdf;
using Extractor.Benchmarks.Runs;
using Extractor.Benchmarks.Site;
using Extractor.Benchmarks.Stages;
using Extractor.Benchmarks.Tables;

// Whole-run benchmarks: figures are quoted from here only.
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- harvest [--addresses N]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- pdf --corpus FOLDER [--threads N] [--warm] [--without-tools]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- pdf-words [--corpus FOLDER]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- fuzz [--cases N] [--seed N] [--corpus FOLDER]... [--as-run]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- parquet --data PUBLICATION [--rows N]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- parquet-readers --data PUBLICATION
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- pdf-diff FOLDER [PART_OF_A_FILE_NAME]
// dotnet run -c Release --project tests/Extractor.Benchmarks -- scale [--documents N] [--corpus FOLDER]... [--workers N] [--scratch FOLDER]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- site --data PUBLICATION [--documents N] [--scratch FOLDER]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- stages [--corpus FOLDER] [--turns N] [--without-tools]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- run [--corpus FOLDER] [--turns N] [--workers N] [--program FILE]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- facts [--corpus FOLDER]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- publishing [--corpus FOLDER] [--readers FOLDER] [--without-tools]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- capacity [--corpus FOLDER]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- speed-up [--corpus FOLDER] [--copies N]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- diff [--corpus FOLDER] [--documents N]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- tables [--gold FOLDER] [--corpus FOLDER]
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- forms --forms FOLDER [--all]
return args switch
{
    ["harvest", .. var rest] => HarvestBenchmark.Run(rest),
    ["pdf", .. var rest] => PdfBenchmark.Run(rest),
    ["pdf-words", .. var rest] => WordDifferential.Run(new BenchmarkOptions(rest)),
    ["fuzz", .. var rest] => FuzzBenchmark.Run(new BenchmarkOptions(rest)),
    ["pdf-diff", .. var rest] => PdfDifferential.Run(rest),
    ["parquet-readers", .. var rest] => ReaderComparison.Run(rest),
    ["parquet", .. var rest] => ParquetBenchmark.Run(rest),
    ["capacity", .. var rest] => CapacityBenchmark.Run(new BenchmarkOptions(rest)),
    ["speed-up", .. var rest] => SpeedUpBenchmark.Run(new BenchmarkOptions(rest)),
    ["scale", .. var rest] => ScaleBenchmark.Run(new BenchmarkOptions(rest)),
    ["site", .. var rest] => SiteBenchmark.Run(new BenchmarkOptions(rest)),
    ["stages", .. var rest] => StageBenchmark.Run(new BenchmarkOptions(rest)),
    ["run", .. var rest] => RunBenchmark.Run(new BenchmarkOptions(rest)),
    ["facts", .. var rest] => FactsBenchmark.Run(new BenchmarkOptions(rest)),
    ["publishing", .. var rest] => PublishingBenchmark.Run(new BenchmarkOptions(rest)),
    ["diff", .. var rest] => DiffBenchmark.Run(new BenchmarkOptions(rest)),
    ["tables", .. var rest] => TableBenchmark.Run(new BenchmarkOptions(rest)),
    ["forms", .. var rest] => FormBenchmark.Run(new BenchmarkOptions(rest)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Extractor.Benchmarks harvest [--addresses N]");
    Console.Error.WriteLine("       Extractor.Benchmarks pdf --corpus FOLDER [--threads N] [--warm] [--without-tools]");
    Console.Error.WriteLine("       Extractor.Benchmarks pdf-diff FOLDER [PART_OF_A_FILE_NAME]");
    Console.Error.WriteLine("       Extractor.Benchmarks pdf-words [--corpus FOLDER]");
    Console.Error.WriteLine("       Extractor.Benchmarks fuzz [--cases N] [--seed N] [--corpus FOLDER]... [--as-run]");
    Console.Error.WriteLine("       Extractor.Benchmarks parquet --data PUBLICATION [--rows N]");
    Console.Error.WriteLine("       Extractor.Benchmarks parquet-readers --data PUBLICATION");
    Console.Error.WriteLine("       Extractor.Benchmarks scale [--documents N] [--corpus FOLDER]... [--workers N] [--scratch FOLDER]");
    Console.Error.WriteLine("       Extractor.Benchmarks site --data PUBLICATION [--documents N] [--scratch FOLDER]");
    Console.Error.WriteLine("       Extractor.Benchmarks stages [--corpus FOLDER] [--turns N] [--without-tools]");
    Console.Error.WriteLine("       Extractor.Benchmarks run [--corpus FOLDER] [--turns N] [--workers N] [--program FILE]");
    Console.Error.WriteLine("       Extractor.Benchmarks facts [--corpus FOLDER]");
    Console.Error.WriteLine("       Extractor.Benchmarks publishing [--corpus FOLDER] [--readers FOLDER] [--without-tools]");
    Console.Error.WriteLine("       Extractor.Benchmarks capacity [--corpus FOLDER]");
    Console.Error.WriteLine("       Extractor.Benchmarks speed-up [--corpus FOLDER] [--copies N]");
    Console.Error.WriteLine("       Extractor.Benchmarks diff [--corpus FOLDER] [--documents N]");
    Console.Error.WriteLine("       Extractor.Benchmarks forms --forms FOLDER [--all]");
    Console.Error.WriteLine("       Extractor.Benchmarks tables [--gold FOLDER] [--corpus FOLDER]");
    return 2;
}
