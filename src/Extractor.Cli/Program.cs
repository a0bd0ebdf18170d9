using Extractor.Cli;

return await ExtractorCommand.InvokeAsync(args, CommandStreams.OfProcess(), CancellationToken.None);
