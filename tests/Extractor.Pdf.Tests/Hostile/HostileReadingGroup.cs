namespace Extractor.Pdf.Tests.Hostile;

/// <summary>Times are measured: nothing else is to run beside.</summary>
[CollectionDefinition(nameof(HostileReading), DisableParallelization = true)]
public sealed class HostileReadingGroup;
