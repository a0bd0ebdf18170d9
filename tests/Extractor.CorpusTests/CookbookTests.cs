using System.Text.RegularExpressions;
using Extractor.Normalizing;
using Extractor.Parquet.Tests;
using Extractor.Publishing;

namespace Extractor.CorpusTests;

/// <summary><c>docs/cookbook.md</c>: every query runs over the own corpus and answers what stands below it.</summary>
public sealed partial class CookbookTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cookbook").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Queries_OfTheCookbook_AnswerWhatStandsBelowThem()
    {
        IndependentReaders.SkipUnlessInstalled();
        var text = File.ReadAllText(Path.Combine(SharedFiles.Repository, "docs", "cookbook.md"));
        var questions = Question().Matches(text).Select(static match => (Sql: match.Groups[1].Value, Answer: match.Groups[2].Value))
            .ToList();
        Assert.Equal(Heading().Count(text), questions.Count);
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
        var views = File.ReadAllText(Path.Combine(folder, "views.sql")).Split(";\n", StringSplitOptions.RemoveEmptyEntries |
            StringSplitOptions.TrimEntries);

        var results = IndependentReaders.Query([$"SET file_search_path = '{folder}'", .. views,
            .. questions.Select(static question => question.Sql)])[^questions.Count..];

        Assert.Equal(
            questions.Select(static question => string.Join('\n', question.Answer.Split('\n').Skip(2).Where(static row => row.Length > 0))),
            results.Select(static rows => string.Join('\n', rows.EnumerateArray().Select(static row =>
                $"| {string.Join(" | ", row.EnumerateObject().Select(static cell => Shown(cell.Value.ToString())))} |"))));
    }

    private static string Shown(string value) => value switch { "True" => "true", "False" => "false", _ => value };

    [GeneratedRegex(@"```sql\n(.*?);\n```\n\n((?:\|[^\n]*\n)+)", RegexOptions.Singleline)]
    private static partial Regex Question();

    [GeneratedRegex(@"^## ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
