using System.Net;
using Extractor.Fetching.Requests;

namespace Extractor.Tests.Fetching.Requests;

public sealed class RequestRuleTests
{
    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:192.168.1.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("219.133.40.1", true)]
    [InlineData("240e::1", true)]
    public void IsPublic_Addresses_PrivateRangesAreNot(string address, bool expected) =>
        Assert.Equal(expected, AddressGuard.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a/", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /a/", "/b.pdf", true)]
    [InlineData("User-agent: *\nDisallow: /a/\nAllow: /a/open/", "/a/open/x", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z=1", true)]
    [InlineData("User-agent: *\nDisallow:", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: ExtractorHarvest\nDisallow: /private/", "/x", true)]
    [InlineData("User-agent: ExtractorHarvest\nUser-agent: other\nDisallow: /", "/x", false)]
    [InlineData("User-agent: other\nDisallow: /", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /预算/", "/%E9%A2%84%E7%AE%97/1.pdf", false)]
    public void Allows_Rules_LongestDecides(string robots, string path, bool expected) =>
        Assert.Equal(expected, RobotsRules.Read(robots, RequestSettings.Product).Allows(new Uri("http://example.cn" + path)));
}
