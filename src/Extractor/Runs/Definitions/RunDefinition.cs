using System.Collections.Immutable;
using Extractor.Fetching;

namespace Extractor.Runs.Definitions;

/// <summary>What one run takes, and where it leaves it. All paths are absolute.</summary>
/// <param name="Name">Published in <c>runs</c>.</param>
/// <param name="OutputFolder">Of the datasets; null where the definition leaves it to the command line.</param>
/// <param name="StoreFolder">Of the artifacts; null likewise.</param>
/// <param name="Workers">Documents at work at once; null for one a core.</param>
/// <param name="TimeLimit">For one document in one stage; null for the default.</param>
public sealed record RunDefinition(
    string Name,
    ImmutableArray<FolderSource> Sources,
    string? OutputFolder,
    string? StoreFolder,
    int? Workers,
    TimeSpan? TimeLimit)
{
    /// <summary>The definition of a run over one folder, every file of it.</summary>
    public static RunDefinition OfFolder(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return new RunDefinition(
            Path.GetFileName(path),
            [new FolderSource(Path.GetFileName(path), path, [], Model.Documents.DocumentRequest.Unknown, null, [])],
            null,
            null,
            null,
            null);
    }
}

/// <summary>A definition that cannot be run. Every fault that it has is listed.</summary>
public sealed class DefinitionException(ImmutableArray<DefinitionFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public ImmutableArray<DefinitionFault> Faults { get; } = faults;
}
