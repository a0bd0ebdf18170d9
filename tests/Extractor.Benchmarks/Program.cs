using Extractor.Benchmarks.Pdf;

// Whole-run benchmarks: figures are quoted from here only.
//   dotnet run -c Release --project tests/Extractor.Benchmarks -- pdf --corpus FOLDER [--threads N] [--without-tools]
return args switch
{
    ["pdf", .. var rest] => PdfBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Extractor.Benchmarks pdf --corpus FOLDER [--threads N] [--without-tools]");
    return 2;
}
