using Extractor.Site.Departments;
using static Extractor.Site.Tests.PublishedRows;

namespace Extractor.Site.Tests.Departments;

public sealed class AccountsTests
{
    [Fact]
    public void IsRepeated_SameYearTwice_OneCounts()
    {
        var accounts = new Accounts();
        accounts.Add(Document("few", [Line("three_public", "l1", 1)]));
        accounts.Add(Document("many", [Line("three_public", "l2", 1), Line("three_public", "l3", 1)]));
        accounts.Add(Document("other-year", [], year: 2025));
        accounts.Add(Document("other-kind", [], kind: "department_final_accounts"));

        Assert.Equal(["few"], new[] { "few", "many", "other-year", "other-kind" }.Where(accounts.IsRepeated));
    }

    [Fact]
    public void IsRepeated_LaterDocumentSupersedes_TheLaterCounts()
    {
        var accounts = new Accounts();
        accounts.Add(Document("old", [Line("three_public", "l1", 1), Line("three_public", "l2", 1)]));
        accounts.Add(Document("new", [], supersedes: "old"));

        Assert.True(accounts.IsRepeated("old"));
        Assert.False(accounts.IsRepeated("new"));
    }
}
