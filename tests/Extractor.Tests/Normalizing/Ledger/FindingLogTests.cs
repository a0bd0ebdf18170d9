using Extractor.Model.Evidence;
using Extractor.Runs.Documents;

namespace Extractor.Tests.Normalizing.Ledger;

public sealed class FindingLogTests
{
    private static readonly Finding Doubt = new("too_many_rulings", Severity.Warning, "线条过多", "too many rulings", 1, null, null, null);

    [Fact]
    public void Normalize_DoubtOfExtracting_StandsOnceBeforeOwnFindings()
    {
        var document = TextTable.Normalize(Doubt, TextTable.Parse(
            """
            科目编码 | 科目名称 | 合计 | 天外之物
            ---
            合计 |  | 3.00 | 1.00
            20113 | 商贸事务 | 3.00 | 1.00
            """,
            "一般公共预算支出表"));

        Assert.Equal(["too_many_rulings", "unmapped_heading"], document.Findings.Select(static finding => finding.Rule));
    }

    [Fact]
    public void DocumentOutcome_DoubtOfExtracting_IsCountedOnce() =>
        Assert.Equal(1, DocumentOutcome.Of(TextTable.Normalize(Doubt)).Findings[Severity.Warning]);
}
