using System.Collections.Immutable;
using Extractor.Fetching;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Runs.Artifacts;

namespace Extractor.Runs;

/// <summary>The files of a definition's last run by place: what is new, changed and unchanged is told against it.</summary>
internal sealed class RunHistory
{
    private readonly string definition;
    private readonly Dictionary<string, string> hashes;

    private RunHistory(string definition, Dictionary<string, string> hashes)
    {
        this.definition = definition;
        this.hashes = hashes;
    }

    public static RunHistory Read(ArtifactStore store, string definition) =>
        new(definition, store.Read(ArtifactKeys.LastRun(definition), ArtifactJson.Compact.DictionaryStringString) ?? []);

    public void Replace(ArtifactStore store, ImmutableArray<FolderFile> files) => store.Write(
        ArtifactKeys.LastRun(definition),
        files.Where(static file => file.Id is not null).ToDictionary(static file => file.ArchiveLocation, static file =>
            file.Id!.Value.Value, StringComparer.Ordinal),
        ArtifactJson.Compact.DictionaryStringString);

    public FetchOutcome OutcomeOf(FolderFile file) => file.State switch
    {
        FolderFileState.Unreadable => FetchOutcome.Failed,
        FolderFileState.Missing => FetchOutcome.NotFound,
        _ => OutcomeOf(file.ArchiveLocation, file.Id),
    };

    private FetchOutcome OutcomeOf(string location, DocumentId? id)
    {
        if (!hashes.TryGetValue(location, out var before))
        {
            return FetchOutcome.New;
        }

        return before == id?.Value ? FetchOutcome.Unchanged : FetchOutcome.Changed;
    }
}
