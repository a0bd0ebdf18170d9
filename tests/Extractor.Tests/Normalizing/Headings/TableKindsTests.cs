using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Tests.Normalizing.Headings;

public sealed class TableKindsTests
{
    private const string Kinds = "pipelines/headings/kinds.csv";

    private static string[] Rows => MapFile.Embedded().Single(static map => map.Name == Kinds).Text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A new member of the enum is a fault of the maps until its kind is described.</summary>
    [Fact]
    public void Load_EveryTableKey_HasItsRow()
    {
        Assert.All(Enum.GetValues<TableKey>(), static key => Assert.Equal(key, ReferenceData.Load().Headings.Kinds[key].Key));
        Assert.Equal(Enum.GetValues<TableKey>().Length, Rows.Length - 1);
    }

    [Fact]
    public void From_KindWithoutRow_IsAFault() => Assert.Contains("kinds.csv:1: the kind 'three_public' has no row",
        Fault(Rows.Where(static row => !row.StartsWith("three_public,", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public void From_KindWithTwoRows_IsAFault() => Assert.Contains("'revenue_summary' has a row above",
        Fault(Rows.Append(Rows[2])), StringComparison.Ordinal);

    [Theory]
    [InlineData(",rows,", ",lines,", "'lines' under lines is no LineLayout")]
    [InlineData(",both,", ",left,", "'left' under direction is no Direction")]
    [InlineData(",two_sided_totals", ",totals", "'totals' under confirmed_by is no TableEvidence")]
    [InlineData("functional department_economic", "functional economic", "'economic' under order is no Classification")]
    [InlineData(",rows,both,all,", ",rows,both,,", "'fund' is blank")]
    [InlineData("收支总表", "", "a kind has a name in Chinese and one in English")]
    [InlineData(",all,,total", ",all,amount,total", "'amount' under title_tells is none of fund, component, sides")]
    public void From_RowThatSaysNothingKnown_IsAFault(string told, string other, string fault) => Assert.Contains(fault,
        Fault(Rows.Select((row, index) => index == 1 ? row.Replace(told, other, StringComparison.Ordinal) : row)),
            StringComparison.Ordinal);

    [Fact]
    public void From_FlagOtherThanYes_IsAFault() => Assert.Contains("'no' under is_list: write yes or leave it blank",
        Fault(Rows.Select(static row => row.Replace(",procurement project functional,yes,", ",procurement project functional,no,",
            StringComparison.Ordinal))), StringComparison.Ordinal);

    /// <summary>What each property says, by a kind that has it and one that has not.</summary>
    [Fact]
    public void Load_Profiles_SayWhatTheFormsAre()
    {
        var kinds = ReferenceData.Load().Headings.Kinds;
        Assert.Null(kinds[TableKey.FiscalAppropriationSummary].Direction);
        Assert.Equal((Direction.Revenue, Direction.Expenditure),
            (kinds[TableKey.RevenueSummary].Direction, kinds[TableKey.ExpenditureSummary].Direction));
        Assert.Equal((Component.Basic, Component.Project),
            (kinds[TableKey.GeneralPublicBasicExpenditure].Whole, kinds[TableKey.ProjectExpenditure].Whole));
        Assert.Equal((Fund.StateCapital, Fund.All), (kinds[TableKey.StateCapitalExpenditure].Fund, kinds[TableKey.ThreePublic].Fund));
        Assert.True(kinds[TableKey.PurchasedServices].IsList && !kinds[TableKey.OperatingExpenses].IsList);
        Assert.True(kinds[TableKey.GovernmentFundExpenditure].HasIncomeColumns && !kinds[TableKey.ExpenditureSummary].HasIncomeColumns);
        Assert.True(kinds[TableKey.FiscalAppropriationSummary].Balances && !kinds[TableKey.SocialInsuranceSummary].Balances);
        Assert.True(kinds[TableKey.RevenueSummary].NamesUnits && !kinds[TableKey.RevenueExpenditureSummary].NamesUnits);
        Assert.Equal((LineLayout.ThreePublic, LineLayout.None), (kinds[TableKey.ThreePublic].Lines, kinds[TableKey.Other].Lines));
    }

    private static string Fault(IEnumerable<string> rows)
    {
        var maps = MapFile.Embedded().Select(map => map.Name == Kinds ? map with { Text = string.Join('\n', rows) + "\n" } : map);
        return Assert.Throws<InvalidDataException>(() => ReferenceData.From(maps)).Message;
    }
}
