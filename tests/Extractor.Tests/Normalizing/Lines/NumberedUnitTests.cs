using Extractor.Model.Budget;

namespace Extractor.Tests.Normalizing.Lines;

/// <summary>长沙's and 四川's lists: the unit's number beside every row, projects below subjects that print no code.</summary>
public sealed class NumberedUnitTests
{
    /// <summary>国有林场 ends as no unit does: the number of its row is that of the subjects below it, or these print none.</summary>
    [Theory]
    [InlineData("309001", "309002")]
    [InlineData("", "")]
    public void Normalize_RowOpensItsNumber_IsAUnit(string first, string second)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            类|款|项|单位代码|单位名称（功能科目）|总计
            ---
            ||||合计|60.00
            |||309|某某县林业局|60.00
            |||309001|某某县林业局本级|30.00
            213|02|01|{first}|行政运行|10.00
            213|02|05|{first}|森林资源培育|20.00
            |||309002|某某县国有林场|30.00
            213|02|04|{second}|事业机构|12.00
            213|02|05|{second}|森林资源培育|18.00
            """,
            "支出总表"));

        Assert.Equal(Classification.Unit, document.Lines.Single(static line => line.Row == 6).Classification);
        Assert.All(document.Lines.Where(static line => line.Row >= 6), static line => Assert.Equal("某某县国有林场", line.UnitName));
        Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
    }

    /// <summary>The rows of another number than that of the unit above them are not proven to be of it.</summary>
    [Theory]
    [InlineData("309002", 2)]
    [InlineData("309001", 0)]
    public void Normalize_NumberOfAnotherUnit_IsDoubted(string number, int doubted)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            类|款|项|单位代码|单位名称（功能科目）|总计
            ---
            ||||合计|60.00
            |||309001|某某县林业局本级|
            213|02|01|309001|行政运行|10.00
            213|02|05|309001|森林资源培育|20.00
            213|02|04|{number}|事业机构|12.00
            213|02|09|{number}|森林生态效益补偿|18.00
            """,
            "支出总表"));

        Assert.Equal(doubted, document.Lines.Count(static line => line is { Doubt: LineDoubt.StructureUnread, Proof: not Proof.Proven }));
        Assert.Equal(5 - doubted, document.Lines.Count(static line => line.Proof == Proof.Proven));
    }

    /// <summary>A project prints the code of the subject that is named above it.</summary>
    [Theory]
    [InlineData("公路养护", Classification.Project)]
    [InlineData("某类事项", Classification.Functional)]
    public void Normalize_ProjectsBelowASubjectWithoutCode_AreOfIt(string head, Classification classification)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            类|款|项|单位代码|单位名称（科目）|金额
            ---
            ||||合计|60.00
            |||335301|某某县交通运输局|60.00
            ||||公路建设|20.00
            214|01|04|335301|县道改造|12.00
            214|01|04|335301|桥梁加固|8.00
            ||||{head}|40.00
            214|01|06|335301|农村公路养护补助|15.00
            214|01|06|335301|应急抢险物资|25.00
            """,
            "一般公共预算项目支出预算表"));

        var items = document.Lines.Where(static line => line.Row is 4 or 5 or 7 or 8).ToList();
        Assert.Equal(4, items.Count);
        Assert.All(items, line => Assert.Equal(classification, line.Classification));
        if (classification == Classification.Project)
        {
            Assert.Equal(["2140104", "2140104", "2140106", "2140106"], items.Select(static line => line.FunctionalCode));
            Assert.Equal(["2140104", "2140106"],
                document.Lines.Where(static line => line.Row is 3 or 6).Select(static line => line.SubjectCode));
            Assert.All(document.Lines, static line => Assert.Equal(Proof.Proven, line.Proof));
        }
    }

    /// <summary>A second column of names is that of units where its words are named so; beside names of units it is none.</summary>
    [Theory]
    [InlineData("教育督导", "校园安保", 2)]
    [InlineData("某某市教育局", "某某市第一中学", 0)]
    public void Normalize_SecondColumnOfNames_IsThatOfUnits(string first, string second, int units)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            $"""
            项目名称|单位（项目）名称|合计
            ---
            合计||30.00
            {first}|某某市教育局|10.00
            {second}|某某市第一中学|20.00
            """,
            "项目支出表"));

        Assert.Equal(units, document.Lines.Count(static line => line is { UnitName: not null, Classification: Classification.Project }));
    }

    /// <summary>A title that names assets beside purchases is of neither alone.</summary>
    [Theory]
    [InlineData("机构运行经费支出、国有资产占用情况及政府采购支出信息表", false)]
    [InlineData("政府采购支出表", true)]
    public void Normalize_TitleOfSeveralThings_IsNoListOfPurchases(string title, bool isRead)
    {
        var document = TextTable.Normalize(TextTable.Parse(
            """
            项目|金额
            ---
            合计|30.00
            办公设备|10.00
            印刷服务|20.00
            """,
            title));

        Assert.Equal(isRead ? 3 : 0, document.Lines.Length);
    }
}
