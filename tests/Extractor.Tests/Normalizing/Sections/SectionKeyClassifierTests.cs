using System.Collections.Immutable;
using Extractor.Model.Documents;
using Extractor.Normalizing.Sections;

namespace Extractor.Tests.Normalizing.Sections;

public sealed class SectionKeyClassifierTests
{
    [Fact]
    public void Classify_SubsectionWithoutOwnKey_TakesThatOfASingleSubjectParent()
    {
        var classifier = new SectionKeyClassifier(
            [new SectionHeadingRule("expenditure_detail", ["支出"]), new SectionHeadingRule("other_matters", ["其他", "说明"])]);

        var meanings = classifier.Classify(
        [
            Section(1, null, "第三部分 部门预算支出具体情况"),
            Section(2, 1, "一、深圳市信访局"),
            Section(3, null, "第八部分 其他需要 说明情况"),
            Section(4, 3, "三、其他"),
        ]);

        Assert.Equal(["expenditure_detail", "expenditure_detail", "other_matters", "other"],
            meanings.Select(static meaning => meaning.SectionKey));
    }

    private static ExtractedSection Section(int ordinal, int? parent, string heading) =>
        new(ordinal, parent is null ? 1 : 2, parent, heading, 1, 1, ImmutableArray<ExtractedParagraph>.Empty);
}
