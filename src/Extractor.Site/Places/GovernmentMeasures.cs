using Extractor.Publications.Rows;

namespace Extractor.Site.Places;

/// <summary>The headline figures of a government by the names of their columns in <c>government_year</c>, each with its line.</summary>
internal static class GovernmentMeasures
{
    public static IEnumerable<(string Name, decimal? Yuan, string? LineId)> Of(GovernmentYearRow row) =>
    [
        ("general_public_revenue", row.GeneralPublicRevenueYuan, row.GeneralPublicRevenueLineId),
        ("general_public_expenditure", row.GeneralPublicExpenditureYuan, row.GeneralPublicExpenditureLineId),
        ("general_public_expenditure_total", row.GeneralPublicExpenditureTotalYuan, row.GeneralPublicExpenditureTotalLineId),
        ("government_fund_revenue", row.GovernmentFundRevenueYuan, row.GovernmentFundRevenueLineId),
        ("government_fund_expenditure", row.GovernmentFundExpenditureYuan, row.GovernmentFundExpenditureLineId),
        ("state_capital_revenue", row.StateCapitalRevenueYuan, row.StateCapitalRevenueLineId),
        ("state_capital_expenditure", row.StateCapitalExpenditureYuan, row.StateCapitalExpenditureLineId),
        ("social_insurance_revenue", row.SocialInsuranceRevenueYuan, row.SocialInsuranceRevenueLineId),
        ("social_insurance_expenditure", row.SocialInsuranceExpenditureYuan, row.SocialInsuranceExpenditureLineId),
        ("transfers_received", row.TransfersReceivedYuan, row.TransfersReceivedLineId),
        ("transfers_given", row.TransfersGivenYuan, row.TransfersGivenLineId),
    ];
}
