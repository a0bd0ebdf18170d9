namespace Extractor.Model.Tables;

/// <summary>How the grid of a table was found.</summary>
public enum TableMethod
{
    /// <summary>From drawn lines.</summary>
    Ruled,

    /// <summary>From the alignment of words.</summary>
    Aligned,

    /// <summary>From a recognised image.</summary>
    Ocr,
}

/// <summary>Where the unit of a table's amounts was read.</summary>
public enum UnitEvidence
{
    PrintedOnTable,
    DocumentDefault,
    Reconciled,
    None,
}

/// <summary>What a table shows. Known by its title and its columns, never by its number.</summary>
public enum TableKey
{
    /// <summary>收支总表.</summary>
    RevenueExpenditureSummary,

    /// <summary>收入总表.</summary>
    RevenueSummary,

    /// <summary>支出总表.</summary>
    ExpenditureSummary,

    /// <summary>基本支出表.</summary>
    BasicExpenditure,

    /// <summary>项目支出表.</summary>
    ProjectExpenditure,

    /// <summary>财政拨款收支总表.</summary>
    FiscalAppropriationSummary,

    /// <summary>财政拨款支出表（功能分类）.</summary>
    FiscalAppropriationExpenditure,

    /// <summary>财政拨款基本支出表.</summary>
    FiscalAppropriationBasicExpenditure,

    /// <summary>一般公共预算支出表（功能分类）.</summary>
    GeneralPublicExpenditure,

    /// <summary>一般公共预算基本支出表.</summary>
    GeneralPublicBasicExpenditure,

    /// <summary>一般公共预算支出表（经济分类）.</summary>
    GeneralPublicEconomic,

    /// <summary>“三公”经费表.</summary>
    ThreePublic,

    /// <summary>政府性基金预算支出表.</summary>
    GovernmentFundExpenditure,

    /// <summary>国有资本经营预算支出表.</summary>
    StateCapitalExpenditure,

    /// <summary>政府采购预算表.</summary>
    GovernmentProcurement,

    /// <summary>政府购买服务预算表.</summary>
    PurchasedServices,

    /// <summary>新增资产配置表, 资产购置表.</summary>
    AssetAcquisition,

    /// <summary>机关运行经费表.</summary>
    OperatingExpenses,

    /// <summary>一般公共预算收入表.</summary>
    GeneralPublicRevenue,

    /// <summary>政府性基金预算收入表.</summary>
    GovernmentFundRevenue,

    /// <summary>国有资本经营预算收入表.</summary>
    StateCapitalRevenue,

    /// <summary>一般公共预算收支总表, 一般公共预算收支平衡表.</summary>
    GeneralPublicSummary,

    /// <summary>社会保险基金预算收入表.</summary>
    SocialInsuranceRevenue,

    /// <summary>社会保险基金预算支出表.</summary>
    SocialInsuranceExpenditure,

    /// <summary>社会保险基金预算收支总表.</summary>
    SocialInsuranceSummary,

    /// <summary>社会保险基金结余表.</summary>
    SocialInsuranceBalance,

    /// <summary>财政收支总表: all budgets of a government.</summary>
    FiscalSummary,

    /// <summary>税收返还和转移支付表, by item or by place.</summary>
    TransferPayments,

    /// <summary>政府债务限额、余额表.</summary>
    GovernmentDebt,

    /// <summary>政府债券发行、还本付息表.</summary>
    GovernmentBonds,

    /// <summary>重大项目、基本建设、专项资金、债券项目表: a part of what other tables show.</summary>
    MajorProjects,

    /// <summary>支出表（经济分类）, of all funds.</summary>
    ExpenditureEconomic,

    /// <summary>财政专户管理资金支出表.</summary>
    SpecialAccountExpenditure,

    /// <summary>单位资金支出表.</summary>
    UnitFundsExpenditure,

    /// <summary>上年结转资金支出表: a part of what other tables show.</summary>
    CarriedOverExpenditure,

    /// <summary>会议费明细表, 培训费明细表: a part of what other tables show.</summary>
    MeetingsAndTraining,

    /// <summary>整体支出绩效目标表.</summary>
    OverallPerformance,

    /// <summary>项目绩效目标表.</summary>
    ProjectPerformance,

    /// <summary>重点项目预算绩效表.</summary>
    KeyProjects,

    /// <summary>项目绩效自评表.</summary>
    ProjectSelfEvaluation,

    /// <summary>Any other table; its cells are published, its figures get no meaning.</summary>
    Other,
}
