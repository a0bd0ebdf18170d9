using Extractor.Publications.Rows;

namespace Extractor.Site.Places;

/// <summary>The headline figures of a government by the names of their columns in <c>government_year</c>, each with its line.</summary>
internal static class GovernmentMeasures
{
    public static IEnumerable<(string Name, decimal? Yuan, string? LineId)> Of(GovernmentYearRow row) =>
    [
        ("general_public_revenue", row.GeneralPublicRevenueYuan, row.GeneralPublicRevenueLineId),
        ("general_public_revenue_total", row.GeneralPublicRevenueTotalYuan, row.GeneralPublicRevenueTotalLineId),
        ("general_public_expenditure", row.GeneralPublicExpenditureYuan, row.GeneralPublicExpenditureLineId),
        ("general_public_expenditure_total", row.GeneralPublicExpenditureTotalYuan, row.GeneralPublicExpenditureTotalLineId),
        ("government_fund_revenue", row.GovernmentFundRevenueYuan, row.GovernmentFundRevenueLineId),
        ("government_fund_revenue_total", row.GovernmentFundRevenueTotalYuan, row.GovernmentFundRevenueTotalLineId),
        ("government_fund_expenditure", row.GovernmentFundExpenditureYuan, row.GovernmentFundExpenditureLineId),
        ("government_fund_expenditure_total", row.GovernmentFundExpenditureTotalYuan, row.GovernmentFundExpenditureTotalLineId),
        ("state_capital_revenue", row.StateCapitalRevenueYuan, row.StateCapitalRevenueLineId),
        ("state_capital_revenue_total", row.StateCapitalRevenueTotalYuan, row.StateCapitalRevenueTotalLineId),
        ("state_capital_expenditure", row.StateCapitalExpenditureYuan, row.StateCapitalExpenditureLineId),
        ("state_capital_expenditure_total", row.StateCapitalExpenditureTotalYuan, row.StateCapitalExpenditureTotalLineId),
        ("social_insurance_revenue", row.SocialInsuranceRevenueYuan, row.SocialInsuranceRevenueLineId),
        ("social_insurance_revenue_total", row.SocialInsuranceRevenueTotalYuan, row.SocialInsuranceRevenueTotalLineId),
        ("social_insurance_expenditure", row.SocialInsuranceExpenditureYuan, row.SocialInsuranceExpenditureLineId),
        ("social_insurance_expenditure_total", row.SocialInsuranceExpenditureTotalYuan, row.SocialInsuranceExpenditureTotalLineId),
        ("transfers_received", row.TransfersReceivedYuan, row.TransfersReceivedLineId),
        ("transfers_given", row.TransfersGivenYuan, row.TransfersGivenLineId),
    ];
}
