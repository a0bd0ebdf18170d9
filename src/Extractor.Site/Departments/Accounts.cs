using Extractor.Publications.Documents;
using Extractor.Publications.Rows;

namespace Extractor.Site.Departments;

/// <summary>The budget (预算) or final accounts (决算) of a department for a year, as one document publishes it.</summary>
/// <param name="Scope"><c>department</c>: with all its units; <c>unit</c>: one unit, whose money is also in its department's.</param>
internal sealed record Account(DepartmentName Department, int Year, string Phase, string Scope)
{
    /// <summary>Null for any other document, and where issuer or year is not known.</summary>
    public static Account? Of(DocumentRow document)
    {
        var phase = document.Kind switch
        {
            "department_budget" => "budget",
            "department_final_accounts" => "final_accounts",
            _ => null,
        };
        return phase is not null && document.FiscalYear is { } year && DepartmentName.Of(document) is { } department
            ? new Account(department, year, phase, document.Scope ?? "unknown")
            : null;
    }
}

/// <summary>
/// Which document speaks for an account: where a department published more than one for a year, no yuan may be counted twice, and the
/// disclosures of the publication say which file counts.
/// </summary>
internal sealed class Accounts
{
    private readonly HashSet<string> repeated = new(StringComparer.Ordinal);

    public void Add(PublishedDocument document)
    {
        if (document.Facts.IsRepeated)
        {
            repeated.Add(document.Header.DocumentId);
        }
    }

    /// <summary>Whether another document counts in place of this one. To be asked after the last document.</summary>
    public bool IsRepeated(string documentId) => repeated.Contains(documentId);
}
