using System.Collections.Immutable;
using Extractor.Fetching.Harvesting;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Tests.Fetching.Harvesting;

public sealed class HarvestNightsTests
{
    /// <summary>Accounts are not due before autumn; who is due is learnt from who published before.</summary>
    [Theory]
    [InlineData(2026, 3, 31, "")]
    [InlineData(2026, 4, 1, "财政局 2026 DepartmentBudget")]
    [InlineData(2026, 10, 31, "财政局 2026 DepartmentBudget")]
    [InlineData(2026, 11, 1, "财政局 2026 DepartmentBudget; 教育局 2025 DepartmentFinalAccounts")]
    public void Overdue_DayOfTheYear_WhatIsDueAndNotThere(int year, int month, int day, string expected)
    {
        var harvest = new PublisherHarvest("440300", "某市", "440300", default, default, true, null, null, 0, 0, null, 0, 0,
            ImmutableSortedDictionary<string, int>.Empty, [], [],
            [
                Row("财政局", 2025, DocumentKind.DepartmentBudget),
                Row("教育局", 2025, DocumentKind.DepartmentBudget), Row("教育局", 2026, DocumentKind.DepartmentBudget),
                Row("教育局", 2024, DocumentKind.DepartmentFinalAccounts),
                Row("民政局", 2019, DocumentKind.DepartmentBudget),
            ],
            [], [], 0);

        Assert.Equal(expected, string.Join("; ", HarvestNights.Overdue(harvest, new DateOnly(year, month, day))
            .Select(static document => $"{document.DepartmentName} {document.FiscalYear} {document.Kind}").Order(StringComparer.Ordinal)
            .Reverse()));
    }

    private static HarvestedCoverage Row(string department, int year, DocumentKind kind) =>
        new("440300", department, year, kind, false, "ab", null, DisclosedAs.File);
}
