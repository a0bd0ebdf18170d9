using System.Text.RegularExpressions;
using Extractor.Model.Budget;
using Extractor.Normalizing;
using Extractor.Parquet.Tests;
using Extractor.Publishing;

namespace Extractor.CorpusTests;

/// <summary><c>docs/cookbook.md</c>: every query runs over the own corpus and answers what stands below it.</summary>
public sealed partial class CookbookTests : IDisposable
{
    private const int ReviewedRows = 12;

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

    /// <summary>
    /// The same questions of 2026 over the shared corpus: the first answers of each, held against the pages that they are from. Set
    /// UPDATE_EXPECTED=1 to write them anew, and open the pages of what changed.
    /// </summary>
    [Fact]
    public void Queries_OverTheSharedCorpus_AnswerAsReviewed()
    {
        IndependentReaders.SkipUnlessInstalled();
        Assert.SkipUnless(SharedFiles.Exist, "../shared/corpus does not lie beside the repository.");
        var normalizer = new DocumentNormalizer(ReferenceData.Load());
        Publish(folder, SharedFiles.Manifest().AsParallel().AsOrdered().Select(file => SharedDocuments.Normalized(normalizer, file)));
        var questions = Questions().Where(static question => question.Corpus == Corpus.Own).ToList();

        var answers = Ask(folder, [.. questions.Select(static question =>
            question.Sql.Replace("= 2024", "= 2026", StringComparison.Ordinal))]);
        var told = string.Join('\n', questions.Zip(answers, static (question, answer) =>
            $"## {question.Title}\n{string.Join('\n', answer.Split('\n').Take(ReviewedRows))}\n"));

        var path = Path.Combine(SharedFiles.Repository, "tests", "Extractor.CorpusTests", "Expectations", "cookbook.md");
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
        {
            File.WriteAllText(path, told);
        }

        Assert.Equal(File.ReadAllText(path), told);
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
        return [.. Heading().Split(text).Skip(1).Select(static section => (Section: section, Match: Question().Match(section)))
            .Select(static found => new CookbookQuestion(found.Section.Split('\n')[0], found.Match.Groups[1].Value,
                found.Match.Groups[2].Value, CorpusOf(found.Section)))];
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

    private sealed record CookbookQuestion(string Title, string Sql, string Answer, Corpus Corpus);
}
