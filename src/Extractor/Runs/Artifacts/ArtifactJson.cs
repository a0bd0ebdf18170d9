using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Runs.Documents;

namespace Extractor.Runs.Artifacts;

/// <summary>
/// How artifacts are written: enumerations as numbers; places, cells, lines and checks as arrays; nothing for what is null or reckoned
/// from the rest.
/// The form may change with any build, since the key of an artifact carries these sources.
/// </summary>
[JsonSerializable(typeof(StoredExtraction))]
[JsonSerializable(typeof(StoredMeaning))]
[JsonSerializable(typeof(DocumentOutcome))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Mark))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ArtifactJson : JsonSerializerContext
{
    /// <summary>Chinese text stays as it is: that is a third of its escaped length.</summary>
    public static ArtifactJson Compact { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new BoxConverter(), new DocumentIdConverter(), new TableCellConverter(), new ExtractedLineConverter(),
            new ParagraphLineConverter(), new BudgetLineConverter(), new CheckConverter() },
    });
}
