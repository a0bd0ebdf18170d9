namespace Extractor.Model.Budget;

/// <summary>How far the money of a year has come: planned, planned anew, spent, settled.</summary>
public enum Phase
{
    /// <summary>预算数.</summary>
    Budget,

    /// <summary>调整预算数, 变动预算数.</summary>
    Adjusted,

    /// <summary>执行数, 完成数, 预计执行数: before the accounts are settled.</summary>
    Execution,

    /// <summary>决算数.</summary>
    FinalAccounts,
}

/// <summary>Whose money of a government's area: of all governments in it, of its own, or of those below.</summary>
public enum GovernmentLevel
{
    /// <summary>全市, 全省: the government and all governments below it.</summary>
    Whole,

    /// <summary>本级.</summary>
    Own,

    /// <summary>下级, 对市县.</summary>
    Lower,
}

/// <summary>收入 or 支出.</summary>
public enum Direction
{
    Revenue,
    Expenditure,
}

/// <summary>Which year a column speaks of, against the document's fiscal year.</summary>
public enum Period
{
    /// <summary>本年.</summary>
    Current,

    /// <summary>上年.</summary>
    Prior,

    /// <summary>增减变化.</summary>
    Change,
}

/// <summary>By which list the row is classified.</summary>
public enum Classification
{
    /// <summary>支出功能分类.</summary>
    Functional,

    /// <summary>部门预算支出经济分类.</summary>
    DepartmentEconomic,

    /// <summary>政府预算支出经济分类.</summary>
    GovernmentEconomic,

    /// <summary>收入分类.</summary>
    Revenue,

    /// <summary>“三公”经费.</summary>
    ThreePublic,

    /// <summary>项目.</summary>
    Project,

    /// <summary>政府采购.</summary>
    Procurement,

    /// <summary>会议, 培训.</summary>
    Activity,

    /// <summary>税收返还、转移支付 by their own names.</summary>
    Transfer,

    /// <summary>债务限额、余额、发行 by their own names.</summary>
    Debt,

    /// <summary>地区: a row a place.</summary>
    Place,

    /// <summary>预算单位.</summary>
    Unit,
}

/// <summary>类, 款, 项.</summary>
public enum SubjectLevel
{
    /// <summary>类.</summary>
    Class,

    /// <summary>款.</summary>
    Group,

    /// <summary>项.</summary>
    Item,
}

/// <summary>How a subject code was found, from the strongest evidence to none.</summary>
public enum CodeEvidence
{
    /// <summary>In one cell, alone or with its name: <c>2011308</c>, <c>[2011308]招商引资</c>.</summary>
    Printed,

    /// <summary>类 | 款 | 项 in columns of their own.</summary>
    SplitColumns,

    /// <summary>The name stands once in the edition.</summary>
    UniqueName,

    /// <summary>The name stands once under the code of the row above it.</summary>
    NameUnderParent,

    None,
}

/// <summary>Which part of the expenditure a column holds.</summary>
public enum Component
{
    /// <summary>合计.</summary>
    Total,

    /// <summary>基本支出.</summary>
    Basic,

    /// <summary>项目支出.</summary>
    Project,

    /// <summary>人员经费.</summary>
    Personnel,

    /// <summary>公用经费.</summary>
    Public,

    /// <summary>事业单位经营支出.</summary>
    Operating,

    /// <summary>对附属单位补助支出.</summary>
    ToSubordinates,

    /// <summary>上缴上级支出.</summary>
    ToSuperiors,
}

/// <summary>Which money.</summary>
public enum Fund
{
    All,

    /// <summary>财政拨款.</summary>
    FiscalAppropriation,

    /// <summary>一般公共预算.</summary>
    GeneralPublic,

    /// <summary>政府性基金.</summary>
    GovernmentFund,

    /// <summary>国有资本经营预算.</summary>
    StateCapital,

    /// <summary>财政专户管理资金.</summary>
    SpecialAccount,

    /// <summary>单位资金.</summary>
    UnitFunds,

    /// <summary>社会保险基金.</summary>
    SocialInsurance,
}

/// <summary>What a row is in the sums of its table.</summary>
public enum RowRole
{
    Detail,
    Subtotal,
    Total,
}

/// <summary>What the checks say of a line.</summary>
public enum Proof
{
    /// <summary>
    /// A check that includes it holds to the printed precision and would fail if the line stood elsewhere in its table, none fails, and
    /// no doubt is open.
    /// </summary>
    Proven,

    /// <summary>A check that includes it fails.</summary>
    Contradicted,

    Unproven,
}

/// <summary>Why a line is not proven although a sum with it holds.</summary>
public enum LineDoubt
{
    /// <summary>The name is the catalogue's name of another code: the document numbers its rows by itself.</summary>
    CodeAgainstName,

    /// <summary>No line is drawn between the columns of its table: which cells are merged, over whose rows, is not to be seen.</summary>
    ColumnsUnruled,

    /// <summary>
    /// Not the title but the columns and rows, or a heading of the narrative, say what its table shows, and no other table agrees.
    /// </summary>
    KindByVote,

    /// <summary>A list that the line is counted in does not make its printed total.</summary>
    LeafSumDiffers,

    /// <summary>Only its own row adds up: nothing tells that the row stands where it does.</summary>
    PlaceUnproven,

    /// <summary>
    /// A heading, a band, a word beside its row or a name among subjects that no reading explains may change what it means.
    /// </summary>
    StructureUnread,

    /// <summary>The title of its table is a part of one: what is cut off may narrow the table, and no other table agrees.</summary>
    TitleIncomplete,

    /// <summary>Its table prints no unit; that of the other tables was taken and nothing outside the table agrees.</summary>
    UnitGuessed,
}
