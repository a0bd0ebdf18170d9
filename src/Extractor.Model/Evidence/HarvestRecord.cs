namespace Extractor.Model.Evidence;

/// <summary>One harvest of one publisher: a row of <c>harvests</c>. An archive keeps one for each of its nights.</summary>
/// <param name="Publisher">The definition's key.</param>
/// <param name="Stopped">Why it did not come to its end; null where it did.</param>
/// <param name="DocumentsFound">Documents that the publisher's pages led to and that are kept.</param>
/// <param name="DisclosuresInOtherForms">Articles that disclose as pictures or tables, which are kept and not read.</param>
/// <param name="AddressesFailed">Asked, and nothing usable came.</param>
/// <param name="DocumentsMissing">Expected by the definition, and not found.</param>
/// <param name="DepartmentsOverdue">Departments of an earlier year whose document of the same kind is due and not found.</param>
/// <param name="LinksTaken">Links that were followed.</param>
/// <param name="LinksLeft">Links that were not, each for a reason.</param>
/// <param name="LinksUnexplained">Of these, those that stand where documents stand.</param>
/// <param name="Alarms">What nobody has acknowledged.</param>
public sealed record HarvestRecord(
    string Publisher,
    string PublisherName,
    string DivisionCode,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    bool IsComplete,
    string? Stopped,
    int Requests,
    int DocumentsFound,
    int DisclosuresInOtherForms,
    int AddressesNew,
    int AddressesChanged,
    int AddressesFailed,
    int DocumentsExpected,
    int DocumentsMissing,
    int DepartmentsOverdue,
    int LinksTaken,
    int LinksLeft,
    int LinksUnexplained,
    int Alarms,
    int AlarmsAcknowledged);
