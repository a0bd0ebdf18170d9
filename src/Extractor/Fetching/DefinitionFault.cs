namespace Extractor.Fetching;

/// <summary>One fault of a run definition or of a file that it names.</summary>
/// <param name="File">As it was given, so that the message can be followed.</param>
/// <param name="Line">From 1; 0 where the fault is of the file as a whole.</param>
/// <param name="Message">What was found, what was expected, and what to do.</param>
public sealed record DefinitionFault(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
