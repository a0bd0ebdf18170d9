using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;

namespace Extractor.Model.Tests;

public sealed class SchemaNameTests
{
    [Theory]
    [InlineData(TableKey.RevenueExpenditureSummary, "revenue_expenditure_summary")]
    [InlineData(TableKey.ThreePublic, "three_public")]
    [InlineData(TableKey.Other, "other")]
    [InlineData(PageState.NeedsOcr, "needs_ocr")]
    [InlineData(Fund.GeneralPublic, "general_public")]
    public void Of_Member_IsItsNameInTheContract(Enum value, string name)
    {
        var of = typeof(SchemaName).GetMethod(nameof(SchemaName.Of))!.MakeGenericMethod(value.GetType());

        Assert.Equal(name, of.Invoke(null, [value]));
    }

    [Fact]
    public void Of_NoMember_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => SchemaName.Of((TableKey)999));

    [Fact]
    public void TryParse_EveryKey_ComesBack() => Assert.All(
        Enum.GetValues<TableKey>(),
        static key => Assert.True(SchemaName.TryParse<TableKey>(SchemaName.Of(key), out var parsed) && parsed == key));

    [Theory]
    [InlineData("three_publics")]
    [InlineData("ThreePublic")]
    [InlineData("")]
    public void TryParse_UnknownName_IsFalse(string name) => Assert.False(SchemaName.TryParse<TableKey>(name, out _));
}
