using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fetching.Harvesting;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Tests.Fetching.Harvesting;

public sealed class HarvestNightsTests
{
    /// <summary>Accounts are not due before autumn; who is due is learnt from who published before.</summary>
    [Theory]
    [InlineData(2026, 5, 10, "")]
    [InlineData(2026, 5, 11, "财政局 2026 DepartmentBudget")]
    [InlineData(2026, 11, 9, "财政局 2026 DepartmentBudget")]
    [InlineData(2026, 11, 10, "财政局 2026 DepartmentBudget; 教育局 2025 DepartmentFinalAccounts")]
    public void Overdue_DayOfTheYear_WhatIsDueAndNotThere(int year, int month, int day, string expected)
    {
        var coverage = ImmutableArray.Create(
            Row("财政局", 2025, DocumentKind.DepartmentBudget),
            Row("教育局", 2025, DocumentKind.DepartmentBudget), Row("教育局", 2026, DocumentKind.DepartmentBudget),
            Row("教育局", 2024, DocumentKind.DepartmentFinalAccounts),
            Row("民政局", 2019, DocumentKind.DepartmentBudget));

        Assert.Equal(expected, string.Join("; ", HarvestNights.Overdue(coverage, new DateOnly(year, month, day))
            .Select(static document => $"{document.DepartmentName} {document.FiscalYear} {document.Kind}").Order(StringComparer.Ordinal)
            .Reverse()));
    }

    /// <summary>Approval at the latest, twenty days for the reply to the departments, twenty for theirs to the public.</summary>
    [Theory]
    [InlineData(DocumentKind.DepartmentBudget, 2026, "2026-05-10")]
    [InlineData(DocumentKind.DepartmentFinalAccounts, 2025, "2026-11-09")]
    [InlineData(DocumentKind.Other, 2025, null)]
    public void Of_KindAndYear_LastDayThatTheLawAllows(DocumentKind kind, int year, string? expected) =>
        Assert.Equal(expected, DueDates.Of(kind, year)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("department_budget,02-30,0,20,20,法")]
    [InlineData("department_budget,03-31,0,20,20,")]
    [InlineData("department_budget,03-31,0,20,20,法\ndepartment_budget,03-31,0,20,20,法")]
    [InlineData("nothing,03-31,0,20,20,法")]
    public void Read_RowThatIsNone_Refused(string rows) => Assert.Throws<InvalidDataException>(() =>
        DueDates.Read(new StringReader("kind,approved_by,years_after,days_to_departments,days_to_publish,basis\n" + rows + "\n")));

    private static HarvestedCoverage Row(string department, int year, DocumentKind kind) =>
        new("440300", department, year, kind, false, "ab", null, DisclosedAs.File);
}
