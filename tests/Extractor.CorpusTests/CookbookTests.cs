using System.Text.RegularExpressions;
using Extractor.Model.Budget;
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
        var questions = Questions();
        Assert.All(questions, static question => Assert.NotEqual(string.Empty, question.Sql));
        Assert.True(questions.Count >= 23, "questions of researchers");
        Assert.All(questions, static question => Assert.DoesNotContain("FROM budget_lines", question.Sql, StringComparison.Ordinal));
        Publish(folder, FactsTests.OwnDocuments);
        YearsTests.Publish(years);

        AssertAnswers(questions.Where(static question => question.Corpus == Corpus.Own), folder);
        AssertAnswers(questions.Where(static question => question.Corpus == Corpus.Years), years);
    }

    /// <summary>The documents that the answers name: Jiangsu's budget of 2024, and two disclosures of Shanghai's debt.</summary>
    [Fact]
    public void Queries_OnGovernments_AnswerWhatStandsBelowThem()
    {
        IndependentReaders.SkipUnlessInstalled();
        Assert.SkipUnless(SharedFiles.Governments().Count > 0, "../shared/governments is not beside the repository");
        string[] named = ["596ce781", "975cfde0", "e6215d11"];
        var normalizer = new DocumentNormalizer(ReferenceData.Load());
        Publish(folder, SharedFiles.Governments().Where(file => named.Any(name => file.Name.StartsWith(name, StringComparison.Ordinal)))
            .Select(file => SharedDocuments.Normalized(normalizer, file)));

        var questions = Questions().Where(static question => question.Corpus == Corpus.Governments).ToList();

        Assert.Equal(3, questions.Count);
        AssertAnswers(questions, folder);
    }

    private static void AssertAnswers(IEnumerable<CookbookQuestion> questions, string publication)
    {
        var asked = questions.ToList();
        Assert.Equal(
            asked.Select(static question => string.Join('\n', question.Answer.Split('\n').Skip(2).Where(static row => row.Length > 0))),
            Ask(publication, [.. asked.Select(static question => question.Sql)]));
    }

    private static List<CookbookQuestion> Questions()
    {
        var text = File.ReadAllText(Path.Combine(SharedFiles.Repository, "docs", "cookbook.md"));
        return [.. Heading().Split(text).Skip(1).Select(static section => (Match: Question().Match(section), Corpus: CorpusOf(section)))
            .Select(static found => new CookbookQuestion(found.Match.Groups[1].Value, found.Match.Groups[2].Value, found.Corpus))];
    }

    private static Corpus CorpusOf(string section) =>
        section.Contains("Extractor.CorpusTests/Years", StringComparison.Ordinal) ? Corpus.Years
        : section.Contains("../shared/governments", StringComparison.Ordinal) ? Corpus.Governments : Corpus.Own;

    private static void Publish(string output, IEnumerable<NormalizedDocument> documents) => DatasetPublisher.Publish(
        new PublicationSource("1", [.. documents.Select(static document => new PublishableDocument(
            document.Extracted.File.Id, document.Identity.FiscalYear, document.Identity.DivisionCode, document.Extracted.Pages.Length,
            "1", null, () => document))], [], [], [])
        {
            Subjects = ReferenceData.Load().Subjects.Published,
        },
        output,
        1,
        TestContext.Current.CancellationToken);

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

    /// <summary>Of which documents an answer is.</summary>
    private enum Corpus
    {
        Own,
        Years,
        Governments,
    }

    private sealed record CookbookQuestion(string Sql, string Answer, Corpus Corpus);
}
