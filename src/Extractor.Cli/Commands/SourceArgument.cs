using System.Collections.Immutable;
using Extractor.Fetching;
using Extractor.Model.Documents;
using Extractor.Runs.Definitions;

namespace Extractor.Cli.Commands;

/// <summary>What a run is pointed at: a definition, a folder, or PDF files.</summary>
internal static class SourceArgument
{
    /// <summary>Where the data go when nobody says: in the working directory, by the name of what was read.</summary>
    private const string DefaultParent = "extracted";

    /// <exception cref="WrongArgumentException">Something is not there, or they do not go together.</exception>
    /// <exception cref="DefinitionException">The definition has faults.</exception>
    public static RunDefinition Read(IReadOnlyList<string> sources)
    {
        if (sources is [var single])
        {
            MustBeThere(single);
            return Directory.Exists(single) ? WithOutput(RunDefinition.OfFolder(single))
                : IsDefinition(single) ? DefinitionReader.Read(single)
                : WithOutput(OfFiles(sources));
        }

        foreach (var source in sources)
        {
            MustBeThere(source);
            if (Directory.Exists(source) || IsDefinition(source))
            {
                throw new WrongArgumentException($"'{source}' stands beside other sources: give one definition, one folder, or PDF files");
            }
        }

        return WithOutput(OfFiles(sources));
    }

    /// <summary>A path that the user gave as a definition; published with the run.</summary>
    public static string? DefinitionOf(IReadOnlyList<string> sources) =>
        sources is [var single] && !Directory.Exists(single) && IsDefinition(single) ? single : null;

    private static bool IsDefinition(string path) => Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML";

    private static void MustBeThere(string path)
    {
        if (File.Exists(path) || Directory.Exists(path))
        {
            return;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        var near = Directory.Exists(folder)
            ? NearestName.Of(Path.GetFileName(path), Directory.EnumerateFileSystemEntries(folder).Select(static entry =>
                Path.GetFileName(entry)!))
            : null;
        throw new WrongArgumentException($"'{path}' is not there" + (near is null ? string.Empty
            : $"; did you mean '{Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, near)}'?"));
    }

    private static RunDefinition OfFiles(IReadOnlyList<string> files)
    {
        var paths = files.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).ToList();
        var sources = paths.GroupBy(static path => Path.GetDirectoryName(path)!, StringComparer.Ordinal).Select(static folder =>
            new FolderSource(
                Path.GetFileName(folder.Key) is { Length: > 0 } name ? name : "files",
                folder.Key, [], DocumentRequest.Unknown, null, [])
            {
                Paths = [.. folder.Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)],
            }).ToImmutableArray();
        return new RunDefinition(
            paths is [var single] ? Path.GetFileNameWithoutExtension(single) : sources[0].Name, sources, null, null, null, null);
    }

    private static RunDefinition WithOutput(RunDefinition definition) => definition with
    {
        OutputFolder = Path.GetFullPath(Path.Combine(DefaultParent, definition.Name is { Length: > 0 } name ? name : "documents")),
    };
}
