using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fetching;

namespace Extractor.Runs.Definitions;

/// <summary>
/// Reads the keys of one mapping. Keys that it was not asked for, that stand twice or whose value has the wrong
/// form become faults; reading goes on, so that all faults are found at once.
/// </summary>
/// <param name="isWhole">False where the text ends before its end: a key that is not there may be one that was not reached.</param>
internal sealed class MappingReader(YamlMapping mapping, string place, string shownPath, bool isWhole, ICollection<DefinitionFault> faults)
{
    private readonly List<string> asked = [];

    public int Line => mapping.Line;

    public void Fault(int line, string message) => faults.Add(new DefinitionFault(shownPath, line, message));

    public YamlNode? Node(string key, bool required = false)
    {
        asked.Add(key);
        var found = mapping.Entries.Where(entry => entry.Key == key).ToList();
        foreach (var again in found.Skip(1))
        {
            Fault(again.Line, $"'{key}' stands on line {found[0].Line} already");
        }

        if (found.Count == 0 && required && isWhole)
        {
            Fault(mapping.Line, $"{place} needs '{key}'");
        }

        return found.Count == 0 ? null : found[0].Value;
    }

    public YamlText? Text(string key, bool required = false)
    {
        switch (Node(key, required))
        {
            case null:
                return null;
            case YamlText text when text.Value.Length > 0:
                return text;
            case YamlText text:
                Fault(text.Line, $"'{key}' has no value");
                return null;
            case var other:
                Fault(other.Line, $"'{key}' must be one value, not a {KindOf(other)}");
                return null;
        }
    }

    public int? Number(string key, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least &&
            number <= most)
        {
            return number;
        }

        Fault(text.Line, $"'{key}' is '{text.Value}'; a whole number from {least} to {most} is expected");
        return null;
    }

    public ImmutableArray<YamlNode> List(string key, bool required = false)
    {
        switch (Node(key, required))
        {
            case null:
                return [];
            case YamlList { Items.IsEmpty: false } list:
                return list.Items;
            case YamlList list:
                Fault(list.Line, $"'{key}' is an empty list");
                return [];
            case var other:
                Fault(other.Line, $"'{key}' must be a list, not a {KindOf(other)}");
                return [];
        }
    }

    public ImmutableArray<string> Texts(string key)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in List(key))
        {
            if (item is YamlText { Value.Length: > 0 } text)
            {
                texts.Add(text.Value);
            }
            else
            {
                Fault(item.Line, $"'{key}' must list plain values");
            }
        }

        return texts.ToImmutable();
    }

    public MappingReader? Mapping(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlMapping inner:
                return new MappingReader(inner, $"'{key}'", shownPath, isWhole, faults);
            case var other:
                Fault(other.Line, $"'{key}' must be a mapping, not a {KindOf(other)}");
                return null;
        }
    }

    public MappingReader? Mapping(YamlNode node, string innerPlace)
    {
        if (node is YamlMapping inner)
        {
            return new MappingReader(inner, innerPlace, shownPath, isWhole, faults);
        }

        Fault(node.Line, $"{innerPlace} must be a mapping, not a {KindOf(node)}");
        return null;
    }

    /// <summary>To be called last: what was never asked for is no key of this mapping.</summary>
    public void RefuseOthers()
    {
        foreach (var entry in mapping.Entries.Where(entry => !asked.Contains(entry.Key, StringComparer.Ordinal)))
        {
            Fault(entry.Line, $"{place} has no key '{entry.Key}'; it takes {string.Join(", ", asked)}");
        }
    }

    private static string KindOf(YamlNode node) => node switch
    {
        YamlList => "list",
        YamlMapping => "mapping",
        _ => "plain value",
    };
}
