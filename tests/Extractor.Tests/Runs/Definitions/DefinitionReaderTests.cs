using Extractor.Model.Documents;
using Extractor.Runs.Definitions;

namespace Extractor.Tests.Runs.Definitions;

public sealed class DefinitionReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_WholeDefinition_PathsFromItsOwnFolder()
    {
        folder.Write("corpus/a.pdf", "1");
        folder.Write("corpus/list.csv", "name,place\na.pdf,440300\n");
        var path = folder.Write("runs/city.yaml", """
            name: city
            sources:
              - folder: ../corpus
                name: archive
                files: ["*.pdf", "*.PDF"]
                request:
                  division_code: 440300
                  department_name: 深圳市财政局
                  fiscal_year: 2024
                manifest:
                  path: ../corpus/list.csv
                  file_column: name
                  division_code_column: place
            output: ../data
            store: store
            workers: 3
            time_limit_seconds: 60
            """);

        var definition = DefinitionReader.Read(path);

        Assert.Equal("city", definition.Name);
        Assert.Equal(folder["data"], definition.OutputFolder);
        Assert.Equal(folder["runs/store"], definition.StoreFolder);
        Assert.Equal(3, definition.Workers);
        Assert.Equal(TimeSpan.FromMinutes(1), definition.TimeLimit);
        var source = Assert.Single(definition.Sources);
        Assert.Equal("archive", source.Name);
        Assert.Equal(folder["corpus"], source.Folder);
        Assert.Equal(["*.pdf", "*.PDF"], source.FilePatterns);
        Assert.Equal(new DocumentRequest("440300", "深圳市财政局", 2024), source.Request);
        Assert.Equal("440300", source.Manifest?.Entries["a.pdf"].Request.DivisionCode);
    }

    [Fact]
    public void Read_OnlySources_TheRestIsOpen()
    {
        var definition = DefinitionReader.Read(folder.Write("small.yaml", "sources:\n  - folder: .\n"));

        Assert.Equal("small", definition.Name);
        Assert.Null(definition.OutputFolder);
        Assert.Null(definition.Workers);
        Assert.Equal(folder.Path, Assert.Single(definition.Sources).Folder);
    }

    [Fact]
    public void Read_ManyFaults_AllAreListedWithTheirLines()
    {
        var path = folder.Write("bad.yaml", """
            name: x
            sources:
              - folder: nowhere
                fils: ["*.pdf"]
                request:
                  division_code: 44030
                  fiscal_year: 20x6
              - files: "*.pdf"
              - just words
            workers: many
            time_limit_seconds: 0
            output:
            output: again
            """);

        Assert.Equal(
            [
                "3 the folder 'nowhere' is not there",
                "4 a source has no key 'fils'; it takes archive, folder, name, files, request, manifest",
                "6 'division_code' is '44030'; six digits of GB/T 2260 are expected",
                "7 'fiscal_year' is '20x6'; four digits are expected",
                "8 a source needs 'folder'",
                "8 'files' must be a list, not a plain value",
                "9 a source must be a mapping, not a plain value",
                "10 'workers' is 'many'; a whole number from 1 to 1024 is expected",
                "11 'time_limit_seconds' is '0'; a whole number from 1 to 86400 is expected",
                "12 'output' has no value",
                "13 'output' stands on line 12 already",
            ],
            Faults(path).Select(static fault => $"{fault.Line} {fault.Message.Split(" (")[0]}"));
    }

    [Fact]
    public void Read_FaultsOfTheManifest_AreListedWithItsOwnLines()
    {
        folder.Write("list.csv", """
            file,year,place
            a.pdf,2024,440300
            a.pdf,2023,440300
            b.pdf,20245,440300
            ,2024,440300
            c.pdf,2024,Shenzhen
            d.pdf,2024
            "e.pdf"x,2024,440300
            """);
        var path = folder.Write("run.yaml", """
            sources:
              - folder: .
                manifest:
                  path: list.csv
                  fiscal_year_column: year
                  division_code_column: place
                  department_name_column: department
            """);

        var faults = Faults(path);

        Assert.Equal([1, 3, 4, 5, 6, 7, 8], faults.Select(static fault => fault.Line));
        Assert.All(faults, fault => Assert.Equal(folder["list.csv"], fault.File));
        Assert.Contains("no column 'department'", faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("line 2 already", faults[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BrokenYaml_FaultsBeforeTheBreakAreListedToo()
    {
        var path = folder.Write("broken.yaml", """
            workers: none
            sources:
              - folder: nowhere
                files: ["*.pdf"
            output: data
            """);

        var faults = Faults(path);

        Assert.Equal(1, faults[0].Line);
        Assert.Contains(faults, static fault => fault.Message.Contains("nowhere", StringComparison.Ordinal));
        Assert.Contains(faults, static fault => fault.Message.Contains("no well-formed YAML", StringComparison.Ordinal) && fault.Line >= 4);
        Assert.DoesNotContain(faults, static fault => fault.Message.Contains("needs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "a run definition is a mapping")]
    [InlineData("- a\n- b\n", "a run definition is a mapping")]
    [InlineData("name: x\n", "needs 'sources'")]
    [InlineData("sources: []\n", "'sources' is an empty list")]
    [InlineData("sources:\n  - &a\n    folder: .\n  - *a\n", "aliases are not supported")]
    public void Read_NoSources_IsAFault(string text, string message) =>
        Assert.Contains(Faults(folder.Write("x.yaml", text)), fault => fault.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Read_MissingFile_IsAFault() =>
        Assert.Contains("cannot be read", Assert.Single(Faults(folder["none.yaml"])).Message, StringComparison.Ordinal);

    private static IReadOnlyList<Extractor.Fetching.DefinitionFault> Faults(string path) =>
        Assert.Throws<DefinitionException>(() => DefinitionReader.Read(path)).Faults;
}
