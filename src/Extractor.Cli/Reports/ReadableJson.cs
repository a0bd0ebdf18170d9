using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extractor.Cli.Reports;

/// <summary>JSON for a terminal or a file: Chinese as it is, not as escapes.</summary>
internal static class ReadableJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
