using Conventions.Rules;

namespace Conventions;

public sealed class SourceTests
{
    [Fact]
    public void Files_OfSource_AreShort() => Verdict.None(
        Repository.Files(Repository.Source, ".cs")
            .Select(static path => SourceRules.TooLong(Relative(path), File.ReadAllText(path)))
            .OfType<string>());

    [Fact]
    public void Lines_OfSourceAndTests_AreNoWiderThanAPage() => Verdict.None(
        AllCode().SelectMany(static path => SourceRules.TooWide(File.ReadAllText(path)).Select(line => $"{Relative(path)}:{line}: too " +
            $"wide")));

    [Fact]
    public void Findings_OfSource_NameTheirRuleInOnePlace() => Verdict.None(
        Repository.Files(Repository.Source, ".cs")
            .SelectMany(static path => SourceRules.RulesAsText(File.ReadAllText(path)).Select(rule => $"{Relative(path)}: {rule}")));

    [Theory]
    [InlineData("new Finding(\n    \"row_lost\",", 1)]
    [InlineData("private const string Rule = \"row_lost\";", 1)]
    [InlineData("new Finding(FindingRule.RowLost, ", 0)]
    public void RulesAsText_RuleOfAFinding_IsReported(string source, int count) =>
        Assert.Equal(count, SourceRules.RulesAsText(source).Count);

    /// <summary>All that the whole of dotnet format tells beyond the build, without its minutes of processor time.</summary>
    [Fact]
    public void Usings_OfSourceAndTests_AreSorted() => Verdict.None(
        AllCode().Select(static path => (path, Name: SourceRules.UnsortedUsing(File.ReadAllText(path))))
            .Where(static found => found.Name is not null)
            .Select(static found => $"{Relative(found.path)}: {found.Name}"));

    [Theory]
    [InlineData("using System;\nusing System.Text;\nusing Alpha;\nusing Beta;\n", null)]
    [InlineData("using Alpha;\nusing System.Text;\n", "Alpha")]
    [InlineData("using System.Text;\nusing Beta;\nusing Alpha;\n", "Beta")]
    public void UnsortedUsing_Directives_SystemFirstThenByName(string source, string? found) =>
        Assert.Equal(found, SourceRules.UnsortedUsing(source));

    [Theory]
    [InlineData(SourceRules.WidestLine, 0)]
    [InlineData(SourceRules.WidestLine + 1, 1)]
    public void TooWide_LineAtTheLimit_IsAllowed(int width, int count)
    {
        var line = new string('x', width);
        Assert.Equal(count, SourceRules.TooWide(line + '\n').Count);
        Assert.Empty(SourceRules.TooWide("var text = \"\"\"\n" + line + "\n\"\"\";\n"));
    }

    [Fact]
    public void Names_OfSourceAndTests_SayWhatTheyHold() => Verdict.None(
        AllCode().SelectMany(static path => SourceRules.EmptyNames(Relative(path), File.ReadAllText(path))));

    [Fact]
    public void Names_OfTests_AreMethodStateResult() => Verdict.None(
        Repository.Files(Repository.Tests, ".cs")
            .Where(static path => !path.EndsWith("SourceTests.cs", StringComparison.Ordinal))
            .SelectMany(static path => SourceRules.UnclearTestNames(File.ReadAllText(path)).Select(name => $"{Relative(path)}: {name}")));

    [Fact]
    public void Code_OfSourceAndTests_NamesNoMachine() => Verdict.None(
        AllCode().SelectMany(static path =>
            SourceRules.MachinePaths(File.ReadAllText(path)).Select(found => $"{Relative(path)}: {found}")));

    [Fact]
    public void Packages_InProjects_CarryNoVersion() => Assert.DoesNotContain(
        Repository.Files(Repository.Root, ".csproj"),
        static path => File.ReadAllText(path).Contains("Version=\"", StringComparison.Ordinal));

    [Theory]
    [InlineData(SourceRules.LongestFile, false)]
    [InlineData(SourceRules.LongestFile + 1, true)]
    public void TooLong_LinesAtTheLimit_AreAllowed(int lines, bool reported) =>
        Assert.Equal(reported, SourceRules.TooLong("File.cs", string.Concat(Enumerable.Repeat("x\n", lines))) is not null);

    [Theory]
    [InlineData("src/Extractor/Common/Table.cs", "")]
    [InlineData("src/Extractor/Tables/TableHelper.cs", "")]
    [InlineData("src/Extractor/Tables/Table.cs", "internal abstract class TableBase;")]
    [InlineData("src/Extractor/Tables/Table.cs", "public sealed record RunManager(int Value);")]
    [InlineData("src/Extractor/Tables/PdfUtils.cs", "")]
    public void EmptyNames_NameThatSaysNothing_IsReported(string path, string source) =>
        Assert.NotEmpty(SourceRules.EmptyNames(path, source));

    [Theory]
    [InlineData("src/Extractor/Tables/Baseline.cs", "public readonly record struct Baseline(double Y);")]
    [InlineData("src/Extractor/Tables/Database.cs", "// a Helper in a comment is no type")]
    public void EmptyNames_LongerWord_IsAllowed(string path, string source) => Assert.Empty(SourceRules.EmptyNames(path, source));

    [Theory]
    [InlineData("[Fact]\n    public void Works()", 1)]
    [InlineData("[Theory]\n    [InlineData(1)]\n    public async Task Read_Works(int value)", 1)]
    [InlineData("[Fact]\n    public void Read_EmptyFile_IsQuarantined()", 0)]
    [InlineData("[Theory]\n    [InlineData(\"a]b\", 1)]\n    public static void Read_Word_IsOne(string a)", 0)]
    [InlineData("public void Helper()", 0)]
    public void UnclearTestNames_NameOfATest_IsThreeParts(string source, int count) =>
        Assert.Equal(count, SourceRules.UnclearTestNames(source).Count);

    [Theory]
    [InlineData("File.ReadAllText(\"/home/someone/a.pdf\")", 1)]
    [InlineData("Path.Combine(Root, \"corpus\")", 0)]
    public void MachinePaths_PathOfOneMachine_IsReported(string source, int count) =>
        Assert.Equal(count, SourceRules.MachinePaths(source).Count);

    /// <summary>All but this file, whose cases break the rules.</summary>
    private static IEnumerable<string> AllCode() =>
        Repository.Files(Repository.Source, ".cs").Concat(Repository.Files(Repository.Tests, ".cs"))
            .Where(static path => !path.EndsWith("SourceTests.cs", StringComparison.Ordinal));

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
}
