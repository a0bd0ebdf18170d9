using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extractor.Runs.Artifacts;

/// <summary>What outlives a build is text that any build can read: the mark of a store, and the files of the last run.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Mark))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ArtifactJson : JsonSerializerContext
{
    /// <summary>Chinese text stays as it is: that is a third of its escaped length.</summary>
    public static ArtifactJson Compact { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
