using System.Reflection;
using System.Xml.Linq;
using Conventions.Rules;
using Extractor.Extracting;
using Extractor.Model.Documents;
using Extractor.Publications.Rows;
using Extractor.Site;

namespace Conventions;

public sealed class ProjectBorderTests
{
    private static readonly string[] StagesBeforePublishing = ["Extractor.Fetching", "Extractor.Extracting", "Extractor.Normalizing"];

    private static readonly string[] NamespacesOfInputAndOutput =
        ["System.IO", "System.Net", "System.Console", "System.Diagnostics.Process", "Microsoft.Win32"];

    [Theory]
    [InlineData("Extractor.Model")]
    [InlineData("Extractor.Pdf")]
    [InlineData("Extractor.Parquet")]
    [InlineData("Extractor.Tables", "Extractor.Model", "Extractor.Pdf")]
    [InlineData("Extractor", "Extractor.Model", "Extractor.Parquet", "Extractor.Pdf", "Extractor.Tables")]
    [InlineData("Extractor.Publications", "Extractor")]
    [InlineData("Extractor.Site", "Extractor.Publications")]
    [InlineData("Extractor.Cli", "Extractor", "Extractor.Publications", "Extractor.Site")]
    public void Projects_OfSource_ReferOnlyDownwards(string project, params string[] allowed) =>
        Verdict.None(ReadProject(project).Beyond(allowed));

    [Fact]
    public void Projects_AllOfSource_AreCoveredHere() => Assert.Equal(
        ["Extractor", "Extractor.Cli", "Extractor.Model", "Extractor.Parquet", "Extractor.Pdf", "Extractor.Publications",
            "Extractor.Site", "Extractor.Tables"],
        Repository.Files(Repository.Source, ".csproj").Select(static path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Extractor.Model")]
    [InlineData("Extractor.Pdf")]
    [InlineData("Extractor.Parquet")]
    [InlineData("Extractor.Tables")]
    public void Projects_AtTheBottom_TakeNoPackages(string project) => Verdict.None(ReadProject(project).Packages);

    [Fact]
    public void Model_Compiled_TouchesNoInputOrOutput() => Verdict.None(InputAndOutput(typeof(DocumentId).Assembly));

    [Fact]
    public void Pdf_Compiled_IsUsedByExtractingAndRunsOnly() =>
        Verdict.None(UsesOutside("Extractor.Pdf", "Extractor.Extracting", "Extractor.Runs"));

    [Fact]
    public void Tables_Compiled_AreUsedByExtractingAndRunsOnly() =>
        Verdict.None(UsesOutside("Extractor.Tables", "Extractor.Extracting", "Extractor.Runs"));

    [Fact]
    public void Parquet_Compiled_IsUsedByPublishingOnly() =>
        Verdict.None(UsesOutside("Extractor.Parquet", "Extractor.Publishing"));

    /// <summary>What reads publications knows what was published, and nothing of how it came about.</summary>
    [Fact]
    public void Publications_Compiled_UseNoStageBeforePublishing() => Verdict.None(
        from type in typeof(IDatasetRow).Assembly.GetTypes()
        where type.Namespace is { } name && !name.StartsWith("Extractor.Publications.Evaluation", StringComparison.Ordinal)
        from used in TypeUse.Of(type)
        where used.Namespace is { } other && StagesBeforePublishing.Any(stage =>
            other == stage || other.StartsWith(stage + ".", StringComparison.Ordinal))
        select $"{type.FullName} -> {used.FullName}");

    /// <summary>The site knows rows, not stages nor files.</summary>
    [Fact]
    public void Site_Compiled_UsesRowsOfPublicationsOnly() => Verdict.None(
        from type in typeof(SiteException).Assembly.GetTypes()
        from used in TypeUse.Of(type)
        where used.Namespace is { } other && (other.StartsWith("Extractor.Publishing", StringComparison.Ordinal)
            || StagesBeforePublishing.Any(stage => other == stage || other.StartsWith(stage + ".", StringComparison.Ordinal)))
        select $"{type.FullName} -> {used.FullName}");

    [Fact]
    public void Beyond_UpwardReference_IsReported()
    {
        var project = XDocument.Parse("""
            <Project><ItemGroup>
              <ProjectReference Include="..\Extractor.Model\Extractor.Model.csproj" />
              <ProjectReference Include="../Extractor.Cli/Extractor.Cli.csproj" />
              <PackageReference Include="YamlDotNet" />
            </ItemGroup></Project>
            """);

        var references = ProjectReferences.Read("Extractor", project);

        Assert.Equal(["Extractor -> Extractor.Cli"], references.Beyond("Extractor.Model"));
        Assert.Equal(["YamlDotNet"], references.Packages);
    }

    [Fact]
    public void InputAndOutput_AssemblyThatReadsFiles_IsReported() =>
        Assert.Contains(InputAndOutput(typeof(ProjectBorderTests).Assembly), static use =>
            use.Contains("System.IO.Directory", StringComparison.Ordinal));

    private static ProjectReferences ReadProject(string name) =>
        ProjectReferences.Read(name, XDocument.Load(Path.Combine(Repository.Source, name, name + ".csproj")));

    private static IReadOnlyList<string> InputAndOutput(Assembly assembly) =>
        [.. from type in assembly.GetTypes()
            from used in TypeUse.Of(type)
            let name = used.FullName ?? used.Name
            where NamespacesOfInputAndOutput.Any(forbidden =>
                name == forbidden || name.StartsWith(forbidden + ".", StringComparison.Ordinal))
            select $"{type.FullName} -> {name}"];

    private static IReadOnlyList<string> UsesOutside(string assembly, params string[] allowed) =>
        [.. from type in typeof(DocumentExtractor).Assembly.GetTypes()
            where type.Namespace is { } name &&
                !allowed.Any(stage => name == stage || name.StartsWith(stage + ".", StringComparison.Ordinal))
            from used in TypeUse.Of(type)
            where used.Assembly.GetName().Name == assembly
            select $"{type.FullName} -> {used.FullName}"];
}
