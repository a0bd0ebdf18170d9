using Conventions.Rules;
using Extractor.Extracting;

namespace Conventions;

public sealed class StageIsolationTests
{
    private static readonly string[] Stages = ["Fetching", "Extracting", "Normalizing", "Publishing", "Runs"];

    [Fact]
    public void Uses_CompiledStages_OnlyRunsSeesOthers() => Verdict.None(
        StageIsolation.Uses(typeof(DocumentExtractor).Assembly, "Extractor", Stages)
            .Where(static arrow => !arrow.StartsWith("Extractor.Runs.", StringComparison.Ordinal)));

    [Fact]
    public void Mentions_SourceOfStages_OnlyRunsNamesOthers()
    {
        var mentions =
            from stage in Stages
            where stage != "Runs"
            let folder = Path.Combine(Repository.Source, "Extractor", stage)
            where Directory.Exists(folder)
            from path in Repository.Files(folder, ".cs")
            from mention in StageIsolation.Mentions(File.ReadAllText(path), "Extractor", stage, Stages)
            select $"{Path.GetRelativePath(Repository.Root, path)}: {mention}";

        Verdict.None(mentions);
    }

    [Fact]
    public void Folders_OfExtractor_AreTheStages() => Verdict.None(
        Directory.GetDirectories(Path.Combine(Repository.Source, "Extractor"))
            .Select(static path => Path.GetFileName(path))
            .Except([.. Stages, "bin", "obj"], StringComparer.Ordinal));

    [Fact]
    public void Namespaces_OfExtractor_FollowTheFolders()
    {
        var strays =
            from path in Repository.Files(Path.Combine(Repository.Source, "Extractor"), ".cs")
            let folder = Path.GetRelativePath(Repository.Source, Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '.')
            where !File.ReadAllText(path).Contains($"\nnamespace {folder};\n", StringComparison.Ordinal)
                && !File.ReadAllText(path).StartsWith($"namespace {folder};\n", StringComparison.Ordinal)
            select path;

        Verdict.None(strays);
    }

    [Fact]
    public void Uses_StageThatCallsAnother_IsReported()
    {
        var uses = StageIsolation.Uses(typeof(StageIsolationTests).Assembly, "Conventions.Samples", ["Pouring", "Drinking"]);

        Assert.Contains("Conventions.Samples.Drinking.Deeply.CallsAnotherStage -> Conventions.Samples.Pouring.Pourer", uses);
        Assert.Contains("Conventions.Samples.Drinking.Deeply.HoldsAnotherStage -> Conventions.Samples.Pouring.Cup", uses);
        Assert.DoesNotContain(uses, static use => use.Contains("KeepsToItself", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("using Extractor.Extracting;", 1)]
    [InlineData("using Extractor.Extracting.Sections;", 1)]
    [InlineData("var read = Extracting.DocumentExtractor.Extract;", 1)]
    [InlineData("global::Extractor.Extracting.PageText page;", 1)]
    [InlineData("// as Extracting.DocumentExtractor leaves it", 0)]
    [InlineData("var name = \"Extractor.Extracting.Page\";", 0)]
    [InlineData("using Extractor.Model.Documents;", 0)]
    [InlineData("state.Extracting.Add(1);", 0)]
    public void Mentions_LineOfAnotherStage_AreCounted(string source, int count) =>
        Assert.Equal(count, StageIsolation.Mentions(source, "Extractor", "Normalizing", Stages).Count);
}
