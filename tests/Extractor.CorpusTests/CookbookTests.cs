using System.Text.RegularExpressions;
using Extractor.Normalizing;
using Extractor.Parquet.Tests;
using Extractor.Publishing;

namespace Extractor.CorpusTests;

/// <summary><c>docs/cookbook.md</c>: every query runs over the own corpus and answers what stands below it.</summary>
public sealed partial class CookbookTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cookbook").FullName;
    private readonly string years = Directory.CreateTempSubdirectory("cookbook-years").FullName;

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        Directory.Delete(years, recursive: true);
    }

    [Fact]
    public void Queries_OfTheCookbook_AnswerWhatStandsBelowThem()
    {
        IndependentReaders.SkipUnlessInstalled();
        var text = File.ReadAllText(Path.Combine(SharedFiles.Repository, "docs", "cookbook.md"));
        var questions = Heading().Split(text).Skip(1).Select(static section => (Match: Question().Match(section), Years: section.Contains(
                "Extractor.CorpusTests/Years", StringComparison.Ordinal)))
            .Select(static found => (Sql: found.Match.Groups[1].Value, Answer: found.Match.Groups[2].Value, found.Years)).ToList();
        Assert.All(questions, static question => Assert.NotEqual(string.Empty, question.Sql));
        Assert.True(questions.Count >= 20, "twenty questions of researchers");
        Assert.All(questions, static question => Assert.DoesNotContain("FROM budget_lines", question.Sql, StringComparison.Ordinal));
        DatasetPublisher.Publish(
            new PublicationSource("1", [.. FactsTests.OwnDocuments.Select(static document => new PublishableDocument(
                document.Extracted.File.Id, document.Identity.FiscalYear, document.Identity.DivisionCode, document.Extracted.Pages.Length,
                "1", null, () => document))], [], [], [])
            {
                Subjects = ReferenceData.Load().Subjects.Published,
            },
            folder,
            1,
            TestContext.Current.CancellationToken);
        YearsTests.Publish(years);

        foreach (var corpus in questions.GroupBy(static question => question.Years))
        {
            var asked = corpus.ToList();
            Assert.Equal(
                asked.Select(static question => string.Join('\n', question.Answer.Split('\n').Skip(2).Where(static row => row.Length > 0))),
                Ask(corpus.Key ? years : folder, [.. asked.Select(static question => question.Sql)]));
        }
    }

    private static IEnumerable<string> Ask(string publication, string[] questions)
    {
        var views = File.ReadAllText(Path.Combine(publication, "views.sql")).Split(";\n", StringSplitOptions.RemoveEmptyEntries |
            StringSplitOptions.TrimEntries);
        return IndependentReaders.Query([$"SET file_search_path = '{publication}'", .. views, .. questions])[^questions.Length..]
            .Select(static rows => string.Join('\n', rows.EnumerateArray().Select(static row =>
                $"| {string.Join(" | ", row.EnumerateObject().Select(static cell => Shown(cell.Value.ToString())))} |")));
    }

    private static string Shown(string value) => value switch { "True" => "true", "False" => "false", _ => value };

    [GeneratedRegex(@"```sql\n(.*?);\n```\n\n((?:\|[^\n]*\n)+)", RegexOptions.Singleline)]
    private static partial Regex Question();

    [GeneratedRegex(@"^## ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
