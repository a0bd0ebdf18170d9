using Extractor.Publications.Documents;
using Extractor.Publications.Rows;
using Extractor.Site.Departments;
using static Extractor.Site.Tests.PublishedRows;

namespace Extractor.Site.Tests.Departments;

public sealed class AccountsTests
{
    [Theory]
    [InlineData("preferred", false)]
    [InlineData("duplicate_of", true)]
    [InlineData("superseded_by", true)]
    public void IsRepeated_ADocumentOfADisclosure_FollowsItsRole(string role, bool isRepeated)
    {
        var accounts = new Accounts();
        accounts.Add(Document("a", []) with
        {
            Facts = PublishedFacts.None with { Disclosures = [new DisclosureDocumentRow("d", "a", role, null)] },
        });
        accounts.Add(Document("b", []));

        Assert.Equal((isRepeated, false), (accounts.IsRepeated("a"), accounts.IsRepeated("b")));
    }
}
