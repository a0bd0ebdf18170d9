using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Css.Parser;
using Extractor.Fetching;
using Extractor.Fetching.Publishers;
using Extractor.Model;
using Extractor.Model.Documents;

namespace Extractor.Runs.Definitions;

/// <summary>Reads definitions of publishers (YAML), the recipes beside them (<c>recipes/NAME.yaml</c>) and their address lists.</summary>
public sealed class PublisherReader
{
    private const int LongestDelaySeconds = 600;
    private const int MostMegabytes = 1 << 20;

    private readonly List<DefinitionFault> faults = [];
    private readonly Dictionary<string, Recipe?> recipes = new(StringComparer.Ordinal);

    private PublisherReader()
    {
    }

    /// <summary>Reads definitions: files, or folders of which every <c>*.yaml</c> is one, in ordinal order.</summary>
    /// <exception cref="DefinitionException">All faults of all files, with their lines.</exception>
    public static ImmutableArray<PublisherDefinition> Read(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var reader = new PublisherReader();
        var files = paths.SelectMany(static path =>
            Directory.Exists(path) ? Directory.GetFiles(path, "*.yaml").Order(StringComparer.Ordinal) : Enumerable.Repeat(path, 1))
            .ToList();
        var definitions = files.Select(reader.ReadPublisher).OfType<PublisherDefinition>().ToImmutableArray();
        foreach (var again in definitions.GroupBy(static definition => definition.Key, StringComparer.Ordinal).Where(static group =>
            group.Count() > 1))
        {
            reader.faults.Add(new DefinitionFault(again.Key, 0,
                "two definitions have this file name; it names the archive folder and must be one publisher's"));
        }

        if (files.Count == 0)
        {
            reader.faults.Add(new DefinitionFault(string.Join(", ", paths), 0, "there is no definition (*.yaml)"));
        }

        return reader.faults.Count == 0
            ? definitions
            : throw new DefinitionException([.. reader.faults.OrderBy(static fault => fault.File, StringComparer.Ordinal)
                .ThenBy(static fault => fault.Line)]);
    }

    /// <summary>Reads one recipe by itself.</summary>
    /// <exception cref="DefinitionException">All faults of the file, with their lines.</exception>
    public static Recipe ReadRecipe(string path)
    {
        var reader = new PublisherReader();
        var recipe = reader.ReadFile(path, "a recipe") is { } mapping ? ReadRecipe(mapping, Path.GetFileNameWithoutExtension(path)) : null;
        return recipe is not null && reader.faults.Count == 0 ? recipe : throw new DefinitionException([.. reader.faults]);
    }

    private MappingReader? ReadFile(string path, string place)
    {
        try
        {
            using var text = new StreamReader(path);
            var (root, isWhole) = YamlReader.Read(text, path, faults);
            if (root is YamlMapping mapping)
            {
                return new MappingReader(mapping, place, path, isWhole, faults);
            }

            faults.Add(new DefinitionFault(path, root?.Line ?? 0, $"{place} is a mapping"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Add(new DefinitionFault(path, 0, $"{place} cannot be read: {error.Message}"));
        }

        return null;
    }

    private PublisherDefinition? ReadPublisher(string path)
    {
        if (ReadFile(path, "a publisher's definition") is not { } publisher)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(path) ?? string.Empty;
        var name = publisher.Text("name", required: true);
        var division = publisher.Text("division_code", required: true);
        if (division is not null && !RequestRules.IsDivisionCode(division.Value))
        {
            publisher.Fault(division.Line, $"'division_code' is '{division.Value}'; six digits of GB/T 2260 are expected");
        }

        var verified = Truth(publisher, "verified", required: true);
        var caveats = publisher.Texts("caveats");
        var listings = ImmutableArray.CreateBuilder<Listing>();
        foreach (var item in publisher.List("listings"))
        {
            if (publisher.Mapping(item, "a listing") is { } listing && ReadListing(listing, folder) is { } read)
            {
                listings.Add(read);
            }
        }

        var addresses = publisher.Text("addresses") is { } list
            ? AddressListReader.Read(Path.Combine(folder, list.Value), division?.Value, faults)
            : [];
        if (publisher.Node("listings") is null && publisher.Node("addresses") is null)
        {
            publisher.Fault(publisher.Line, "a publisher's definition needs 'listings' or 'addresses'");
        }

        var expected = ReadExpected(publisher.Mapping("expected"));
        var politeness = ReadPoliteness(publisher.Mapping("politeness"));
        publisher.RefuseOthers();
        return name is null || division is null
            ? null
            : new PublisherDefinition(Path.GetFileNameWithoutExtension(path), name.Value, division.Value, verified, caveats,
                listings.ToImmutable(), addresses, expected, politeness);
    }

    private Listing? ReadListing(MappingReader listing, string folder)
    {
        var address = listing.Text("address", required: true);
        var recipeName = listing.Text("recipe", required: true);
        var department = listing.Text("department_name")?.Value;
        var year = Year(listing, listing.Text("fiscal_year"));
        listing.RefuseOthers();
        Uri? found = null;
        if (address is not null && (!Uri.TryCreate(address.Value, UriKind.Absolute, out found) ||
            (found.Scheme != Uri.UriSchemeHttp && found.Scheme != Uri.UriSchemeHttps)))
        {
            listing.Fault(address.Line, $"'address' is '{address.Value}'; an http or https address is expected");
            found = null;
        }

        var recipe = recipeName is null ? null : ReadRecipe(listing, recipeName, folder);
        return found is null || recipe is null ? null : new Listing(found, recipe, department, year);
    }

    private Recipe? ReadRecipe(MappingReader listing, YamlText name, string folder)
    {
        var path = Path.Combine(folder, "recipes", name.Value + ".yaml");
        if (recipes.TryGetValue(path, out var known))
        {
            return known;
        }

        if (!File.Exists(path))
        {
            listing.Fault(name.Line, $"there is no recipe '{name.Value}' ({path})");
            return null;
        }

        var recipe = ReadFile(path, "a recipe") is { } mapping ? ReadRecipe(mapping, name.Value) : null;
        recipes.Add(path, recipe);
        return recipe;
    }

    private static Recipe? ReadRecipe(MappingReader recipe, string name)
    {
        _ = recipe.Text("describes", required: true);
        var entries = Selector(recipe, "entries", required: true);
        var entryText = Pattern(recipe, "entry_text", required: true);
        var entryAddress = Pattern(recipe, "entry_address");
        var columns = Selector(recipe, "columns");
        var columnText = Pattern(recipe, "column_text");
        var levels = recipe.Number("levels", 0, 5);
        var attachments = Selector(recipe, "attachments", required: true);
        var attachmentText = Pattern(recipe, "attachment_text");
        var mostPages = recipe.Number("most_pages", 1, 1000);
        var json = recipe.Mapping("json") is { } paths ? ReadJsonPaths(paths) : null;
        recipe.RefuseOthers();
        return entries is null || entryText is null || attachments is null
            ? null
            : new Recipe(name, entries, entryText, entryAddress, columns, columnText, columns is null ? 0 : levels ?? 1, attachments,
                attachmentText, mostPages ?? 100, json);
    }

    private static JsonPaths ReadJsonPaths(MappingReader json)
    {
        var html = json.Text("html");
        var items = json.Text("items");
        var address = json.Text("address");
        var text = json.Text("text");
        var pages = json.Text("pages");
        var records = json.Text("records");
        var parameter = json.Text("page_parameter");
        json.RefuseOthers();
        if (html is not null == (items is not null || address is not null || text is not null) || html is null &&
            (items is null || address is null || text is null))
        {
            json.Fault(json.Line, "'json' needs either 'html', or 'items' with their 'address' and 'text'");
        }

        if ((pages is null && records is null) != parameter is null)
        {
            json.Fault(json.Line, "'json' needs 'pages' or 'records', and 'page_parameter', together");
        }

        return new JsonPaths(html?.Value, items?.Value, address?.Value, text?.Value, pages?.Value, records?.Value, parameter?.Value);
    }

    private static ExpectedInventory ReadExpected(MappingReader? expected)
    {
        if (expected is null)
        {
            return ExpectedInventory.Nothing;
        }

        var departments = expected.Texts("departments");
        var years = ImmutableArray.CreateBuilder<int>();
        foreach (var item in expected.List("fiscal_years"))
        {
            if (item is not YamlText text)
            {
                expected.Fault(item.Line, "'fiscal_years' must list plain years");
            }
            else if (Year(expected, text) is { } year)
            {
                years.Add(year);
            }
        }

        var kinds = ImmutableArray.CreateBuilder<DocumentKind>();
        foreach (var item in expected.List("kinds"))
        {
            if (item is YamlText text && Enum.GetValues<DocumentKind>().Where(kind => SchemaName.Of(kind) == text.Value)
                .ToList() is [var kind])
            {
                kinds.Add(kind);
            }
            else
            {
                expected.Fault(item.Line, $"'kinds' lists kinds of documents: " +
                    $"{string.Join(", ", Enum.GetValues<DocumentKind>().Select(static kind => SchemaName.Of(kind)))}");
            }
        }

        var least = expected.Number("least_documents", 1, 1_000_000);
        if (!departments.IsEmpty && (years.Count == 0 || kinds.Count == 0))
        {
            expected.Fault(expected.Line, "'expected' with 'departments' needs 'fiscal_years' and 'kinds'");
        }

        expected.RefuseOthers();
        return new ExpectedInventory(departments, years.ToImmutable(), kinds.ToImmutable(), least);
    }

    private static Politeness ReadPoliteness(MappingReader? politeness)
    {
        var standard = Politeness.Default;
        if (politeness is null)
        {
            return standard;
        }

        var delay = politeness.Number("delay_seconds", 0, LongestDelaySeconds);
        var window = politeness.Text("night_window") is { } text ? Window(politeness, text) : null;
        var recheck = politeness.Number("recheck_days", 0, 3660);
        var file = politeness.Number("most_megabytes_of_file", 1, MostMegabytes);
        var all = politeness.Number("most_megabytes", 1, MostMegabytes);
        var minutes = politeness.Number("most_minutes", 1, 24 * 60);
        var isPrivate = Truth(politeness, "allow_private_addresses");
        politeness.RefuseOthers();
        return new Politeness(
            delay is { } seconds ? TimeSpan.FromSeconds(seconds) : standard.Delay,
            window,
            recheck is { } days ? TimeSpan.FromDays(days) : standard.RecheckAfter,
            file is { } bytes ? (long)bytes << 20 : standard.MostBytesOfFile,
            all is { } total ? (long)total << 20 : standard.MostBytes,
            isPrivate,
            minutes is { } time ? TimeSpan.FromMinutes(time) : null);
    }

    private static NightWindow? Window(MappingReader politeness, YamlText text)
    {
        if (text.Value.Split('-') is [var from, var to]
            && TimeOnly.TryParseExact(from.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            && TimeOnly.TryParseExact(to.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end))
        {
            return new NightWindow(start, end);
        }

        politeness.Fault(text.Line, $"'night_window' is '{text.Value}'; two times of day in China are expected, as 22:00-06:00");
        return null;
    }

    private static int? Year(MappingReader place, YamlText? text)
    {
        if (text is null || RequestRules.TryParseFiscalYear(text.Value, out var year))
        {
            return text is null ? null : int.Parse(text.Value, CultureInfo.InvariantCulture);
        }

        place.Fault(text.Line, $"'{text.Value}' is no fiscal year; four digits are expected");
        return null;
    }

    private static bool Truth(MappingReader place, string key, bool required = false)
    {
        switch (place.Text(key, required))
        {
            case null or { Value: "false" }:
                return false;
            case { Value: "true" }:
                return true;
            case var other:
                place.Fault(other.Line, $"'{key}' is '{other.Value}'; true or false is expected");
                return false;
        }
    }

    private static string? Selector(MappingReader recipe, string key, bool required = false)
    {
        if (recipe.Text(key, required) is not { } text)
        {
            return null;
        }

        if (new CssSelectorParser().ParseSelector(text.Value) is null)
        {
            recipe.Fault(text.Line, $"'{key}' is no CSS selector: '{text.Value}'");
        }

        return text.Value;
    }

    private static LinkPattern? Pattern(MappingReader recipe, string key, bool required = false)
    {
        if (recipe.Text(key, required) is not { } text)
        {
            return null;
        }

        try
        {
            return new LinkPattern(text.Value);
        }
        catch (ArgumentException error)
        {
            recipe.Fault(text.Line, $"'{key}' is no regular expression: {error.Message}");
            return null;
        }
    }
}
