using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Model.Evidence;

namespace Extractor.Runs.Artifacts;

/// <summary><c>[checkId, rule, expected, actual, tolerance, outcome, reason, then the member lines]</c>.</summary>
internal sealed class CheckConverter : JsonConverter<Check>
{
    public override Check Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.ExpectArray();
        var id = reader.ReadText();
        var rule = reader.ReadText();
        var expected = reader.ReadDecimal();
        var actual = reader.ReadDecimal();
        var tolerance = reader.ReadDecimal();
        var outcome = (CheckOutcome)reader.ReadInt32();
        var reason = reader.ReadTextOrNull();
        var members = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            members.Add(reader.GetString() ?? throw new JsonException("A line is expected here."));
        }

        return new Check(id, rule, expected, actual, tolerance, outcome, members.DrainToImmutable(), reason);
    }

    public override void Write(Utf8JsonWriter writer, Check value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.CheckId);
        writer.WriteStringValue(value.Rule);
        writer.WriteNumberValue(value.ExpectedYuan);
        writer.WriteNumberValue(value.ActualYuan);
        writer.WriteNumberValue(value.ToleranceYuan);
        writer.WriteNumberValue((int)value.Outcome);
        writer.WriteStringValue(value.Reason);
        foreach (var member in value.MemberLineIds)
        {
            writer.WriteStringValue(member);
        }

        writer.WriteEndArray();
    }
}
