using System.Globalization;
using System.Text.Json;
using Extractor.Publications.Documents;

namespace Extractor.Site.Tests.Subjects;

public sealed class SubjectSumTests(DemoSite demo, SharedSite shared)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Subjects_OfASite_AreTheSumsOfTheFacts(bool isShared)
    {
        PublishedSite site = isShared ? shared : demo;
        site.SkipUnlessThere();
        var published = new PublicationReader(site.Data).Documents().Where(static document =>
            document.Header is { FiscalYear: not null, DepartmentName: not null, Kind: "department_budget" or "department_final_accounts" })
            .ToList();
        var expected = published
            .SelectMany(static document => document.Facts.Expenditure.Select(fact => (document.Header, Fact: fact)))
            .Where(static row => row.Fact.SubjectCode is not null)
            .GroupBy(static row => (row.Fact.SubjectCode![..3], row.Header.FiscalYear!.Value, row.Fact.Phase, row.Header.Scope ??
                "unknown"))
            .ToDictionary(static group => group.Key, static group =>
                (group.Sum(static row => row.Fact.TotalYuan), group.Select(static row => row.Header.DocumentId).Distinct().Count()));

        var classes = SiteFiles.Json(site.Site, "subjects/functional.json").EnumerateArray().Select(static subject =>
            subject[0].GetString()!).Where(static code => code.Length == 3);
        var inSite = classes
            .SelectMany(code => SiteFiles.Json(site.Site, $"subjects/functional/{code}.json").GetProperty("years").EnumerateArray()
                .Select(year => (code, year)))
            .ToDictionary(
                static entry => (entry.code, entry.year.GetProperty("year").GetInt32(), entry.year.GetProperty("phase").GetString()!,
                    entry.year.GetProperty("scope").GetString()!),
                static entry => (entry.year.GetProperty("amount").GetDecimal(), entry.year.GetProperty("documents").GetInt32()));

        Assert.NotEmpty(expected);
        Assert.Equal(expected, inSite);
    }

    [Fact]
    public void Subjects_EachYear_PlacesRowsAndChildrenAddUp()
    {
        demo.SkipUnlessThere();
        foreach (var subject in SiteFiles.Json(demo.Site, "subjects/functional.json").EnumerateArray())
        {
            var code = subject[0].GetString()!;
            var file = SiteFiles.Json(demo.Site, $"subjects/functional/{code}.json");
            foreach (var year in file.GetProperty("years").EnumerateArray())
            {
                var amount = year.GetProperty("amount").GetDecimal();
                var ofYear = SiteFiles.Json(demo.Site,
                    string.Create(CultureInfo.InvariantCulture,
                    $"subjects/functional/{code}/{year.GetProperty("year")}-{year.GetProperty("phase")}-{year.GetProperty("scope")}.json"));
                Assert.Equal(amount, ofYear.GetProperty("places").EnumerateArray().Sum(static place =>
                    place.GetProperty("amount").GetDecimal()));
                Assert.Equal(amount, ofYear.GetProperty("largest").EnumerateArray().Sum(static row => row[6][0].GetDecimal()));
                Assert.All(ofYear.GetProperty("largest").EnumerateArray(), row => AssertIsLine(row[0].GetString()!, row[6]));
            }
        }
    }

    private void AssertIsLine(string document, JsonElement figure)
    {
        var header = SiteFiles.Json(demo.Site, $"documents/{document[..2]}/{document}/document.json").GetProperty("tables").EnumerateArray()
            .Single(table => table.GetProperty("ordinal").GetInt32() == figure[2].GetInt32());
        var table = SiteFiles.Tables(demo.Site, document, header.GetProperty("file").GetInt32()).EnumerateArray().Single(table =>
            table.GetProperty("ordinal").GetInt32() == figure[2].GetInt32());
        Assert.Contains(table.GetProperty("lines").EnumerateArray(), line => line[0].GetString() == figure[3].GetString());
    }
}
