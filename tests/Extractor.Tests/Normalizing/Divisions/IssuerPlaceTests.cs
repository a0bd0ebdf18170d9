using Extractor.Normalizing;
using Extractor.Normalizing.Divisions;

namespace Extractor.Tests.Normalizing.Divisions;

public sealed class IssuerPlaceTests
{
    private static readonly DivisionCatalogue Divisions = ReferenceData.Load().Divisions;

    [Theory]
    [InlineData("深圳市交通运输局", "", "440300")]
    [InlineData("深圳市龙岗区工业和信息化局", "", "440307")]
    [InlineData("中共深圳市委宣传部(本级)", "", "440300")]
    [InlineData("中国共产党北京市委员会宣传部", "", "110000")]
    [InlineData("上海市普陀区司法局", "", "310107")]
    [InlineData("江苏省苏州市昆山市教育局", "", "320583")]
    [InlineData("昆山市教育局", "", "320583")]
    [InlineData("国家税务总局深圳市税务局", "", "440300")]
    [InlineData("中国民主促进会深圳市委员会", "", "440300")]
    [InlineData("新疆维吾尔自治区财政厅", "", "650000")]
    [InlineData("延边朝鲜族自治州教育局", "", "222400")]
    [InlineData("五指山市财政局", "", "469001")]
    [InlineData("原重庆市江北区规划和自然资源局", "", "500105")]
    [InlineData("重庆两江新区规划和自然资源局", "重庆市", "500157")]
    [InlineData("上海交通职业技术学院", "上海市教育委员会", "310000")]
    [InlineData("国家统计局深圳调查队", "深圳市统计局", "440300")]
    [InlineData("鼓楼区教育局", "福州市人民政府", "350102")]
    [InlineData("鼓楼区教育局", "江苏省南京市人民政府 南京市", "320106")]
    [InlineData("市教育局", "无锡市的教育 无锡市 无锡市 无锡市梁溪区", "320200")]
    [InlineData("国家大剧院", "北京市 北京市 北京市", "110000")]
    public void Of_IssuerName_IsItsDivision(string issuer, string text, string code)
    {
        var place = Of(issuer, text);

        Assert.Equal(code, place.Division?.Code);
        Assert.Equal(IssuerPlaceOutcome.Found, place.Outcome);
    }

    [Theory]
    [InlineData("重庆高新技术产业开发区土地储备整治中心", "重庆市", "500000", "高新技术产业开发区")]
    [InlineData("苏州工业园区教育局", "苏州市", "320500", "工业园区")]
    [InlineData("惠州市大亚湾经济技术开发区财政局", "", "441300", "大亚湾经济技术开发区")]
    public void Of_ZoneWithoutACode_IsTheDivisionAroundIt(string issuer, string text, string code, string zone)
    {
        var place = Of(issuer, text);

        Assert.Equal((IssuerPlaceOutcome.Zone, code, zone), (place.Outcome, place.Division?.Code, place.Zone));
    }

    [Theory]
    [InlineData("国家信访局")]
    [InlineData("中华人民共和国水利部")]
    [InlineData("国务院参事室")]
    [InlineData("中国气象局")]
    public void Of_OrganOfTheState_HasNoCode(string issuer) =>
        Assert.Equal(IssuerPlaceOutcome.National, Of(issuer, "北京市 北京市 北京市 深圳市").Outcome);

    [Theory]
    [InlineData("鼓楼区教育局", "")]
    [InlineData("长沙职业教育基地", "")]
    [InlineData("教育局", "无锡市 苏州市 常州市")]
    public void Of_NameThatCouldBeAnywhere_IsUnknown(string issuer, string text) =>
        Assert.Equal(IssuerPlaceOutcome.Unknown, Of(issuer, text).Outcome);

    [Fact]
    public void Find_WithdrawnCode_IsKnownAndNotInForce()
    {
        Assert.Equal(("崇文区", false), (Divisions.Find("110103")?.Name, Divisions.Find("110103")?.IsInForce));
        Assert.Equal("440300", Divisions.ParentOf(Divisions.Find("440307")!)?.Code);
        Assert.Null(Divisions.Find("100000"));
    }

    private static IssuerPlace Of(string issuer, string text) =>
        IssuerPlace.Of(issuer, Divisions, new PlaceMentions(text.Split(' '), Divisions, 1000));
}
