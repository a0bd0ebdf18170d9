namespace Extractor.Model.Documents;

/// <summary>What a published file is (文件种类).</summary>
public enum DocumentKind
{
    /// <summary>部门预算 (单位预算 too; see <see cref="DocumentScope"/>).</summary>
    DepartmentBudget,

    /// <summary>部门决算.</summary>
    DepartmentFinalAccounts,

    /// <summary>政府预算: of a whole government, with the report that lays it before the congress.</summary>
    GovernmentBudget,

    /// <summary>政府决算.</summary>
    GovernmentFinalAccounts,

    /// <summary>预算执行情况 on its own, without a budget beside it.</summary>
    GovernmentExecution,

    /// <summary>政府债务限额、余额、发行.</summary>
    GovernmentDebt,

    /// <summary>绩效自评.</summary>
    PerformanceSelfEvaluation,

    /// <summary>Anything else: a notice, an inspection, a recruitment page. It yields no budget lines.</summary>
    Other,
}

/// <summary>Whose figures a disclosure holds.</summary>
public enum DocumentScope
{
    /// <summary>部门: the department with all its units.</summary>
    Department,

    /// <summary>单位: one unit alone (本级, or an affiliated institution).</summary>
    Unit,
}

/// <summary>How the text of a file can be had.</summary>
public enum TextLayer
{
    /// <summary>Every page with content has text.</summary>
    Digital,

    /// <summary>Some pages have text, others are images only.</summary>
    Mixed,

    /// <summary>Pages are images without text.</summary>
    Scanned,

    /// <summary>No page could be read, or the file is no document.</summary>
    None,
}

/// <summary>Where the issuer or the fiscal year was read, from the strongest evidence to the weakest.</summary>
public enum IdentityEvidence
{
    Cover,
    Tables,
    Prose,
    FileName,
    Request,
    None,
}

/// <summary>The document against what was asked for.</summary>
public enum IdentityOutcome
{
    Confirmed,
    Contradicted,
    Unknown,
}

/// <summary>How far a document could be processed.</summary>
public enum DocumentStatus
{
    /// <summary>Every page was read.</summary>
    Complete,

    /// <summary>Some pages could not be read (scanned, damaged); the rest is published.</summary>
    Partial,

    /// <summary>Nothing usable: wrong media type, password, broken file. The bytes are kept, the reason is told.</summary>
    Quarantined,
}

/// <summary>The one state that every page ends in.</summary>
public enum PageState
{
    Table,
    Narrative,
    Mixed,
    Contents,
    DeclaredEmpty,
    Blank,
    NeedsOcr,
    Failed,
}

/// <summary>Questions of <see cref="DocumentKind"/> that more than one stage asks.</summary>
public static class DocumentKinds
{
    /// <summary>The money of a whole government, not of one of its departments.</summary>
    public static bool IsOfGovernment(this DocumentKind kind) =>
        kind is DocumentKind.GovernmentBudget or DocumentKind.GovernmentFinalAccounts or DocumentKind.GovernmentExecution
            or DocumentKind.GovernmentDebt;
}
