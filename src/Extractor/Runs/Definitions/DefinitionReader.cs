using System.Collections.Immutable;
using Extractor.Fetching;
using Extractor.Model.Documents;

namespace Extractor.Runs.Definitions;

/// <summary>Reads a run definition (YAML) and the manifests that it names. Paths in it are relative to its own folder.</summary>
public static class DefinitionReader
{
    private const int MostWorkers = 1024;
    private const int LongestTimeLimitSeconds = 24 * 60 * 60;

    /// <exception cref="DefinitionException">The file cannot be read or has faults; all of them are listed.</exception>
    public static RunDefinition Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var faults = new List<DefinitionFault>();
        var definition = Read(path, faults);
        return definition is not null && faults.Count == 0
            ? definition
            : throw new DefinitionException([.. faults.OrderBy(fault => fault.File != path).ThenBy(static fault =>
                fault.File, StringComparer.Ordinal).ThenBy(static fault => fault.Line)]);
    }

    private static RunDefinition? Read(string path, List<DefinitionFault> faults)
    {
        YamlNode? root;
        bool isWhole;
        try
        {
            using var text = new StreamReader(path);
            (root, isWhole) = YamlReader.Read(text, path, faults);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Add(new DefinitionFault(path, 0, $"the run definition cannot be read: {error.Message}"));
            return null;
        }

        if (root is not YamlMapping mapping)
        {
            if (isWhole)
            {
                faults.Add(new DefinitionFault(path, root?.Line ?? 0, "a run definition is a mapping with at least 'sources'"));
            }

            return null;
        }

        return ReadRun(new MappingReader(mapping, "a run definition", path, isWhole, faults), path, faults);
    }

    private static RunDefinition ReadRun(MappingReader run, string path, List<DefinitionFault> faults)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetFullPath(".");
        var name = run.Text("name")?.Value ?? Path.GetFileNameWithoutExtension(path);
        var sources = ImmutableArray.CreateBuilder<FolderSource>();
        foreach (var item in run.List("sources", required: true))
        {
            if (run.Mapping(item, "a source") is { } source && ReadSource(source, folder, path, faults) is { } read)
            {
                sources.Add(read);
            }
        }

        var output = run.Text("output")?.Value;
        var store = run.Text("store")?.Value;
        var workers = run.Number("workers", 1, MostWorkers);
        var timeLimit = run.Number("time_limit_seconds", 1, LongestTimeLimitSeconds);
        run.RefuseOthers();
        return new RunDefinition(
            name,
            sources.ToImmutable(),
            output is null ? null : Absolute(folder, output),
            store is null ? null : Absolute(folder, store),
            workers,
            timeLimit is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    private static FolderSource? ReadSource(MappingReader source, string definitionFolder, string shownPath, List<DefinitionFault> faults)
    {
        if (source.Text("archive") is { } archive)
        {
            var archiveName = source.Text("name")?.Value;
            source.RefuseOthers();
            return HarvestedSource.Read(source, archive, archiveName, Absolute(definitionFolder, archive.Value),
                Shown(shownPath, archive.Value), faults);
        }

        var folderText = source.Text("folder", required: true);
        var name = source.Text("name")?.Value;
        var patterns = source.Texts("files");
        var request = ReadRequest(source.Mapping("request"));
        var manifest = ReadManifest(source.Mapping("manifest"), definitionFolder, shownPath, faults);
        source.RefuseOthers();
        if (folderText is null)
        {
            return null;
        }

        var folder = Absolute(definitionFolder, folderText.Value);
        if (!Directory.Exists(folder))
        {
            source.Fault(folderText.Line, $"the folder '{folderText.Value}' is not there ({folder})");
            return null;
        }

        return new FolderSource(name ?? Path.GetFileName(folder), folder, patterns, request, manifest, []);
    }

    private static DocumentRequest ReadRequest(MappingReader? request)
    {
        if (request is null)
        {
            return DocumentRequest.Unknown;
        }

        var division = request.Text("division_code");
        if (division is not null && !RequestRules.IsDivisionCode(division.Value))
        {
            request.Fault(division.Line, $"'division_code' is '{division.Value}'; six digits of GB/T 2260 are expected");
        }

        var department = request.Text("department_name");
        var yearText = request.Text("fiscal_year");
        int? year = null;
        if (yearText is not null)
        {
            if (RequestRules.TryParseFiscalYear(yearText.Value, out var parsed))
            {
                year = parsed;
            }
            else
            {
                request.Fault(yearText.Line, $"'fiscal_year' is '{yearText.Value}'; four digits are expected");
            }
        }

        request.RefuseOthers();
        return new DocumentRequest(division?.Value, department?.Value, year);
    }

    private static FolderManifest? ReadManifest(MappingReader? manifest, string definitionFolder, string shownPath,
        List<DefinitionFault> faults)
    {
        if (manifest is null)
        {
            return null;
        }

        var path = manifest.Text("path", required: true);
        var columns = new ManifestColumns(
            manifest.Text("file_column")?.Value ?? "file",
            manifest.Text("division_code_column")?.Value,
            manifest.Text("department_name_column")?.Value,
            manifest.Text("fiscal_year_column")?.Value,
            manifest.Text("source_url_column")?.Value,
            manifest.Text("landing_url_column")?.Value);
        manifest.RefuseOthers();
        if (path is null)
        {
            return null;
        }

        var absolute = Absolute(definitionFolder, path.Value);
        if (!File.Exists(absolute))
        {
            manifest.Fault(path.Line, $"the manifest '{path.Value}' is not there ({absolute})");
            return null;
        }

        return FolderManifest.Read(absolute, Shown(shownPath, path.Value), columns, faults);
    }

    /// <summary>A path of the definition as a reader of the messages can follow it, from where the definition was named.</summary>
    private static string Shown(string definitionPath, string path) =>
        Path.Combine(Path.GetDirectoryName(definitionPath) ?? string.Empty, path);

    private static string Absolute(string folder, string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, folder));
}
