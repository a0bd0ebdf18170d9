using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
using Extractor.Publishing.Facts;
using static Extractor.Tests.Publishing.Facts.FactLines;

namespace Extractor.Tests.Publishing.Facts;

public sealed class DisclosuresTests
{
    private static readonly string[] Codes = [.. Enumerable.Range(1, 20).Select(static index => $"20103{index:00}")];

    [Fact]
    public void Of_ThreeFilesOfOneBudget_CountOnce()
    {
        var whole = FactsIn(Document("whole.pdf", Budget(20)));
        var copy = FactsIn(Document("copy.pdf", Budget(19)));
        var prose = FactsIn(Document("prose.pdf", []));

        var disclosure = Assert.Single(Disclosures.Of([prose, copy, whole]));

        Assert.Equal((whole.Id, "reconciles"), (disclosure.Document.Id, disclosure.PreferredReason));
        Assert.Equal(
            [(copy.Id, DisclosureRole.DuplicateOf), (prose.Id, DisclosureRole.PartOf), (whole.Id, DisclosureRole.Preferred)],
            disclosure.Documents.Select(static member => (member.Document.Id, member.Role)).OrderBy(static member => member.Role switch
            {
                DisclosureRole.DuplicateOf => 0,
                DisclosureRole.PartOf => 1,
                _ => 2,
            }));
    }

    [Fact]
    public void Of_OlderFileThatPrintsMore_TheLaterOneCounts()
    {
        var old = FactsIn(Document("old.pdf", Budget(20)));
        var later = FactsIn(Document("later.pdf", Budget(5)), old.Id);

        var disclosure = Assert.Single(Disclosures.Of([old, later]));

        Assert.Equal((later.Id, "supersedes"), (disclosure.Document.Id, disclosure.PreferredReason));
        Assert.Equal(DisclosureRole.SupersededBy, disclosure.Documents.Single(member => member.Document == old).Role);
    }

    /// <summary>Nine of ten figures equal make a duplicate; of ten lines, one other amount is one figure in ten.</summary>
    [Theory]
    [InlineData(1, nameof(DisclosureRole.DuplicateOf))]
    [InlineData(2, nameof(DisclosureRole.DiffersFrom))]
    public void Of_OtherFiguresOfOneYear_AreTold(int others, string role)
    {
        var first = Document("a.pdf", Budget(10, withTotal: false));
        var second = first with
        {
            Extracted = Document("b.pdf", []).Extracted,
            Lines = [.. first.Lines.Select((line, index) => index < others ? line with { AmountYuan = line.AmountYuan + 1 } : line)],
        };

        var disclosure = Assert.Single(Disclosures.Of([FactsIn(first), FactsIn(second)]));

        Assert.Equal(role, disclosure.Documents.Single(static member => member.Role != DisclosureRole.Preferred).Role.ToString());
    }

    [Fact]
    public void Of_UnitBesideItsDepartment_IsNotCountedTwice()
    {
        var department = FactsIn(Document("d.pdf", [.. Budget(20), Leaf(TableKey.ExpenditureSummary, "2210201", 0, 50, unit: "区财政监督所")]));
        var office = FactsIn(Document("o.pdf", Budget(5), "区财政局（本级）", DocumentScope.Unit));
        var unit = FactsIn(Document("u.pdf", Budget(4), "区财政监督所", DocumentScope.Unit));
        var stranger = FactsIn(Document("s.pdf", Budget(3), "区教育研究院", DocumentScope.Unit));

        var disclosures = Disclosures.Of([department, office, unit, stranger]);

        Assert.Equal(
            [(department.Id, true), (office.Id, false), (stranger.Id, true), (unit.Id, false)],
            disclosures.Select(static disclosure => (disclosure.Document.Id, disclosure.IsCounted)).OrderBy(row =>
                row.Id == department.Id ? 0 : row.Id == office.Id ? 1 : row.Id == stranger.Id ? 2 : 3));
    }

    /// <summary>Of one organisation the widest counts, also beside a document that does not say how far it goes.</summary>
    [Theory]
    [InlineData(DocumentScope.Department, null)]
    [InlineData(null, DocumentScope.Unit)]
    public void Of_DocumentThatDoesNotTellItsExtent_IsNotCountedTwice(DocumentScope? wider, DocumentScope? narrower)
    {
        var found = Disclosures.Of(new[] { wider, narrower }.Select((scope, at) =>
        {
            var document = Document($"{at}.pdf", [Total(TableKey.RevenueExpenditureSummary, 100 + at, 9)]);
            return FactsIn(document with { Identity = document.Identity with { Scope = scope } });
        }));

        Assert.Equal(wider, Assert.Single(found, static disclosure => disclosure.IsCounted).Document.Identity.Scope);
    }

    [Fact]
    public void DisclosureId_SameContentInOtherBytes_IsTheSame()
    {
        var first = Assert.Single(Disclosures.Of([FactsIn(Document("a.pdf", Budget(3)))]));
        var second = Assert.Single(Disclosures.Of([FactsIn(Document("b.pdf", Budget(3)))]));

        Assert.NotEqual(first.Document.Id, second.Document.Id);
        Assert.Equal(first.DisclosureId, second.DisclosureId);
    }

    [Theory]
    [InlineData("深圳市工业和信息化局（本级）", "深圳市工业和信息化局")]
    [InlineData("西安市公安局(汇总)", "西安市公安局")]
    [InlineData("中国共产党北京市委员会宣传部", "中共北京市委宣传部")]
    [InlineData("广州市 信访局", "广州市信访局")]
    public void Fold_SpellingsOfOneDepartment_AreEqual(string one, string other) =>
        Assert.Equal(OrganisationName.Fold(other), OrganisationName.Fold(one));

    [Theory]
    [InlineData("北京市卫生健康委员会", "北京市卫生健康委")]
    [InlineData("中共北京市委员会", "中共北京市委")]
    [InlineData("上海市普陀区司法局", "普陀区司法局")]
    [InlineData("福州市公安局交通管理支队", "福州市公安局")]
    public void Fold_NamesThatMayBeOthers_StayApart(string one, string other) =>
        Assert.NotEqual(OrganisationName.Fold(other), OrganisationName.Fold(one));

    /// <summary>One content under two names: 20 figures, of which two may differ.</summary>
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Of_OneContentUnderTwoNames_CountsOnce(int others, bool areBothCounted)
    {
        var first = Document("a.pdf", Budget(19));
        var second = Document("b.pdf", Budget(19).Select((line, index) => index < others
            ? line with { AmountYuan = line.AmountYuan + 1 } : line),
            "区财政局机关服务处");

        var disclosures = Disclosures.Of([FactsIn(first), FactsIn(second)]);

        Assert.Equal(areBothCounted ? 2 : 1, disclosures.Count(static disclosure => disclosure.IsCounted));
        Assert.Equal(areBothCounted, disclosures.All(static disclosure => disclosure.SameAsDisclosureId is null));
    }

    /// <summary>A few figures and one total may be equal by chance.</summary>
    [Fact]
    public void Of_FewEqualFiguresUnderTwoNames_BothCount() => Assert.All(
        Disclosures.Of([FactsIn(Document("a.pdf", Budget(18))), FactsIn(Document("b.pdf", Budget(18), "区审计局"))]),
        static disclosure => Assert.True(disclosure.IsCounted));

    [Fact]
    public void Of_BudgetAndAccountsOfOneYear_NameEachOther()
    {
        var budget = Document("a.pdf", Budget(20));
        var accounts = Document("b.pdf", Budget(20).Select(static line => line with { Phase = Phase.FinalAccounts }));
        accounts = accounts with { Identity = accounts.Identity with { Kind = DocumentKind.DepartmentFinalAccounts } };

        var disclosures = Disclosures.Of([FactsIn(budget), FactsIn(accounts)]);

        Assert.Equal(disclosures.Select(static disclosure => disclosure.DisclosureId).Reverse(), disclosures.Select(static disclosure =>
            disclosure.OtherPhaseDisclosureId));
        Assert.All(disclosures, static disclosure => Assert.True(disclosure.IsCounted));
    }

    [Theory]
    [InlineData("深圳市龙岗区工业和信息化局", "龙岗区", "工业和信息化局")]
    [InlineData("龙岗区工业和信息化局（本级）", "龙岗区", "工业和信息化局")]
    [InlineData("广东省深圳市龙岗区教育局", "龙岗区", "教育局")]
    [InlineData("深圳市公安局龙岗区分局", "龙岗区", "深圳市公安局龙岗区分局")]
    [InlineData("中共北京市委宣传部", "北京市", "中共北京市委宣传部")]
    [InlineData("龙岗区", "龙岗区", "龙岗区")]
    [InlineData("深圳市教育局", null, "深圳市教育局")]
    public void Fold_OwnPlaceBeforeTheName_IsLeftOut(string name, string? place, string folded) =>
        Assert.Equal(folded, OrganisationName.Fold(name, place));

    private static IEnumerable<BudgetLine> Budget(int rows, bool withTotal = true)
    {
        var lines = Codes.Take(rows).Select(static (code, index) => Leaf(TableKey.ExpenditureSummary, code, index + 1, index + 2));
        return withTotal ? lines.Append(Total(TableKey.RevenueExpenditureSummary, 210, 99)) : lines;
    }
}
