using Conventions.Rules;

namespace Conventions;

/// <summary>
/// Reading vocabulary is data. What is still in code is counted here by room, so that it can shrink and not grow: a word that a publisher
/// prints goes to a row with the place where it was seen; whoever removes one lowers the number.
/// </summary>
public sealed class ReadingLiteralTests
{
    [Theory]
    [InlineData("Extracting/Sections", 17, 0)]
    [InlineData("Extracting/Tables", 3, 23)]
    [InlineData("Normalizing/Amounts", 2, 0)]
    [InlineData("Normalizing/Checks", 11, 0)]
    [InlineData("Normalizing/Divisions", 0, 5)]
    [InlineData("Normalizing/Governments", 0, 8)]
    [InlineData("Normalizing/Headings", 2, 0)]
    [InlineData("Normalizing/Identity", 37, 57)]
    [InlineData("Normalizing/Ledger", 1, 0)]
    [InlineData("Normalizing/Lines", 3, 1)]
    [InlineData("Normalizing/Maps", 13, 0)]
    [InlineData("Normalizing/Performance", 1, 5)]
    [InlineData("Normalizing/Prose", 2, 13)]
    public void Count_OfARoom_DoesNotGrow(string room, int words, int patterns)
    {
        var (foundWords, foundPatterns) = Of(room);
        Assert.True(foundWords <= words && foundPatterns <= patterns,
            $"{room} has {foundWords} Chinese words and {foundPatterns} patterns in code, {words} and {patterns} are allowed: " +
            "a word goes to pipelines/headings/words.csv or pipelines/layout/words.csv");
    }

    [Fact]
    public void Rooms_OfReading_AreAllCounted() => Assert.Equal(
        typeof(ReadingLiteralTests).GetMethod(nameof(Count_OfARoom_DoesNotGrow))!.GetCustomAttributesData()
            .Where(static data => data.AttributeType == typeof(InlineDataAttribute))
            .Select(static data => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)data.ConstructorArguments[0]
                .Value!)[0].Value!)
            .Order(StringComparer.Ordinal),
        Repository.Files(Path.Combine(Repository.Source, "Extractor"), ".cs")
            .Select(static path => Path.GetRelativePath(Path.Combine(Repository.Source, "Extractor"), path)
                .Split(Path.DirectorySeparatorChar))
            .Where(static parts => parts is ["Extracting" or "Normalizing", _, _, ..])
            .Select(static parts => $"{parts[0]}/{parts[1]}")
            .Distinct(StringComparer.Ordinal)
            .Where(static room => Of(room) != (0, 0))
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("text is \"栏次\" or '甲'", 2, 0)]
    [InlineData("// \"栏次\"\nvar text = \"total\";", 0, 0)]
    [InlineData("$\"第 {page} 页\"", 0, 0)]
    [InlineData("[GeneratedRegex(@\"^第\" +\n @\"页$\")]\nprivate static partial Regex Page();\nvar word = \"页\";", 1, 2)]
    public void Count_Literals_AreWordsOrPatterns(string source, int words, int patterns) =>
        Assert.Equal((words, patterns), ReadingLiterals.Count(source));

    private static (int Words, int Patterns) Of(string room)
    {
        int words = 0, patterns = 0;
        foreach (var path in Repository.Files(Path.Combine(Repository.Source, "Extractor", room), ".cs"))
        {
            var (more, others) = ReadingLiterals.Count(File.ReadAllText(path));
            (words, patterns) = (words + more, patterns + others);
        }

        return (words, patterns);
    }
}
