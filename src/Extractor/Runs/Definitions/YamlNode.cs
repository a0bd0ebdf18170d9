using System.Collections.Immutable;
using Extractor.Fetching;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Extractor.Runs.Definitions;

/// <summary>A node of a YAML document with the line that it stands on.</summary>
internal abstract record YamlNode(int Line);

/// <summary>A value that is no list and no mapping.</summary>
internal sealed record YamlText(int Line, string Value) : YamlNode(Line);

internal sealed record YamlList(int Line, ImmutableArray<YamlNode> Items) : YamlNode(Line);

/// <summary>Keys in the order of the file; a key that stands twice is here twice.</summary>
internal sealed record YamlMapping(int Line, ImmutableArray<YamlEntry> Entries) : YamlNode(Line);

internal sealed record YamlEntry(int Line, string Key, YamlNode Value);

/// <summary>Reads YAML as a plain tree, without anchors and tags.</summary>
internal sealed class YamlReader
{
    private readonly IParser parser;
    private readonly string shownPath;
    private readonly ICollection<DefinitionFault> faults;

    private YamlReader(TextReader text, string shownPath, ICollection<DefinitionFault> faults)
    {
        parser = new Parser(text);
        this.shownPath = shownPath;
        this.faults = faults;
    }

    /// <summary>False once the text could no longer be read as YAML; the tree then ends there.</summary>
    private bool IsWellFormed { get; set; } = true;

    /// <returns>The tree as far as it could be read, and whether that was to the end.</returns>
    public static (YamlNode? Root, bool IsWellFormed) Read(TextReader text, string shownPath, ICollection<DefinitionFault> faults)
    {
        var reader = new YamlReader(text, shownPath, faults);
        reader.Advance();
        while (reader.IsWellFormed && reader.parser.Current is StreamStart or DocumentStart)
        {
            reader.Advance();
        }

        var root = reader.IsWellFormed && reader.IsNode ? reader.ReadNode() : null;
        return (root, reader.IsWellFormed);
    }

    private YamlNode ReadNode()
    {
        var line = Line;
        switch (parser.Current)
        {
            case Scalar scalar:
                Advance();
                return new YamlText(line, scalar.Value);
            case SequenceStart:
                Advance();
                var items = ImmutableArray.CreateBuilder<YamlNode>();
                while (IsWellFormed && IsNode)
                {
                    items.Add(ReadNode());
                }

                Advance();
                return new YamlList(line, items.ToImmutable());
            case MappingStart:
                Advance();
                return new YamlMapping(line, ReadEntries());
            default:
                faults.Add(new DefinitionFault(shownPath, line, "anchors and aliases are not supported; write the value out"));
                Advance();
                return new YamlText(line, string.Empty);
        }
    }

    private ImmutableArray<YamlEntry> ReadEntries()
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (IsWellFormed && IsNode)
        {
            var line = Line;
            var key = ReadNode();
            if (!IsWellFormed || !IsNode)
            {
                break;
            }

            var value = ReadNode();
            if (key is YamlText name)
            {
                entries.Add(new YamlEntry(line, name.Value, value));
            }
            else
            {
                faults.Add(new DefinitionFault(shownPath, line, "a key must be a plain word"));
            }
        }

        Advance();
        return entries.ToImmutable();
    }

    private bool IsNode => parser.Current is NodeEvent or AnchorAlias;

    private int Line => (int)(parser.Current?.Start.Line ?? 0);

    private void Advance()
    {
        if (!IsWellFormed)
        {
            return;
        }

        try
        {
            IsWellFormed = parser.MoveNext();
        }
        catch (YamlException error)
        {
            IsWellFormed = false;
            faults.Add(new DefinitionFault(shownPath, (int)error.Start.Line, $"no well-formed YAML: {error.Message}"));
        }
        catch (InvalidOperationException)
        {
            // So the scanner ends on some plain words that run into the next line inside brackets.
            IsWellFormed = false;
            faults.Add(new DefinitionFault(shownPath, (int)(parser.Current?.End.Line ?? 0),
                "no well-formed YAML after this line; look for a bracket that is not closed"));
        }
    }
}
