using Extractor.Extracting;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing;
using Extractor.Publishing.Facts;

namespace Extractor.CorpusTests;

/// <summary>The guarantee of the facts: every sum is the total that the document prints, or says what it lacks.</summary>
public sealed class FactsTests
{
    /// <summary>
    /// 支出合计 and 三公经费合计 as the pages print them, in 万元: 收支预算总表 and “三公”经费支出表 of each document.
    /// </summary>
    public static TheoryData<string, decimal, decimal?> Printed => new()
    {
        { "深圳市龙岗区投资推广和企业服务中心", 11_288.00m, 17.00m },
        { "深圳市工业和信息化局（本级）", 589_297.03m, 133.00m },
        { "深圳市龙岗区工业和信息化局", 198_823.18m, 17.00m },
        { "深圳市坪山区工业和信息化局", 74_420.87m, null },
    };

    /// <summary>
    /// Shared documents of which no table is read wholly, so that no way of counting makes the printed total: 2026年 of
    /// 中共北京市委军民融合发展委员会办公室, whose tables lack rows.
    /// </summary>
    private static readonly string[] Incomplete = ["002db9"];

    private static readonly Lazy<IReadOnlyList<NormalizedDocument>> Own = new(ReadOwn);

    /// <summary>The documents of the own corpus, read once.</summary>
    internal static IReadOnlyList<NormalizedDocument> OwnDocuments => Own.Value;

    [Theory]
    [MemberData(nameof(Printed))]
    public void Facts_OfTheOwnCorpus_AddUpToWhatThePagesPrint(string department, decimal expenditure, decimal? threePublic)
    {
        var facts = OwnDocuments.Select(SharedDocuments.FactsOf).OfType<DocumentFacts>().Single(document =>
            document.Identity.DepartmentName == department);

        Assert.Equal(expenditure * 10_000m, facts.Headlines["expenditure"].Yuan);
        var sum = facts.ReconciliationOf("fact_expenditure");
        Assert.Equal(expenditure * 10_000m, facts.Expenditure.Sum(static row => row.TotalYuan) + sum.MissingYuan);
        Assert.True(sum.Reconciles, $"{sum.MissingYuan} yuan are missing, {sum.ToleranceYuan} are allowed");
        Assert.Equal(threePublic * 10_000m, facts.Headlines.GetValueOrDefault("three_public")?.Yuan);
        Assert.Equal(threePublic * 10_000m, facts.ThreePublic.IsEmpty ? null : facts.ThreePublic.Sum(static item => item.Current!.Yuan));
    }

    [Fact]
    public void Facts_OfTheSharedCorpus_AddUpOrSayWhatTheyLack()
    {
        Assert.SkipUnless(SharedFiles.Exist, "../shared/corpus does not lie beside the repository.");
        var all = SharedDocuments.All.Select(static document => document.Facts).OfType<DocumentFacts>()
            .SelectMany(static document => document.Reconciliations.Select(reconciliation => (document.Id, Sum: reconciliation))).ToList();

        Assert.All(all, static pair => Assert.Equal(
            pair.Sum.Reconciles, pair.Sum.MissingYuan is { } missing && Math.Abs(missing) <= pair.Sum.ToleranceYuan));
        Assert.Empty(all.Where(static pair => !pair.Sum.Reconciles).Select(static pair => pair.Id.Value[..6]).Except(Incomplete));
        Assert.True(all.Count >= 190, $"{all.Count} sums");
    }

    private static IReadOnlyList<NormalizedDocument> ReadOwn()
    {
        var normalizer = new DocumentNormalizer(ReferenceData.Load());
        return [.. OwnCorpus.Index().Select(static row => row["id"]).AsParallel().Select(id =>
        {
            var path = OwnCorpus.FileOf(id);
            var bytes = File.ReadAllBytes(path);
            var name = Path.GetFileName(path);
            var file = new FetchedFile(DocumentId.Of(bytes), path, name, name, bytes.Length, null, null, null, DocumentRequest.Unknown);
            return normalizer.Normalize(DocumentExtractor.Extract(file, bytes, CancellationToken.None));
        })];
    }
}
