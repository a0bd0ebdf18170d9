using Extractor.Extracting;
using Extractor.Extracting.Tables;
using Extractor.Model.Layout;

namespace Extractor.Tests.Extracting.Tables;

public sealed class PageFurnitureTests
{
    [Theory]
    [InlineData("3")]
    [InlineData("- 3 -")]
    [InlineData("─ 3 ─")]
    [InlineData("― 3 ―")]
    [InlineData("第 3 页")]
    [InlineData("第3页，共33页")]
    [InlineData("3 / 33")]
    public void Mark_PageNumberAtTheFoot_IsFurniture(string number) =>
        Assert.Equal(LineRole.Furniture, Role(new PageSketch().Text(50, 300, "正文").Text(290, 770, number), number));

    [Fact]
    public void Mark_NumberInTheText_IsText() =>
        Assert.Equal(LineRole.Text, Role(new PageSketch().Text(50, 300, "正文").Text(290, 400, "3"), "3"));

    /// <summary>The page is 600 wide: furniture stands within 72 of its sides. The line is 20 wide.</summary>
    [Theory]
    [InlineData("— 58 —", 61.9, 32, LineRole.Furniture)]
    [InlineData("— 58 —", 62.1, 32, LineRole.Text)]
    [InlineData("— 58 —", 519, 32, LineRole.Furniture)]
    [InlineData("— 58 —", 517, 32, LineRole.Text)]
    [InlineData("— 58 —", 40, 30.1, LineRole.Furniture)]
    [InlineData("— 58 —", 40, 30, LineRole.Text)]
    [InlineData("合　计", 40, 32, LineRole.Text)]
    public void Mark_TurnedNumberAtASide_IsFurniture(string text, double left, double height, LineRole expected)
    {
        var find = new PageSketch().Text(50, 200, "正文").Text(50, 300, "正文").Text(50, 500, "正文").Text(50, 550, "正文").Find();
        var line = new LooseLine(text, new Box(left, 400, left + 20, 400 + height), 12, false, []);
        find.Lines.Add(line);
        PageFurniture.Mark([find with { Width = 600 }]);

        Assert.Equal(expected, line.Role);
    }

    [Fact]
    public void Mark_HeadOnEveryPage_IsFurniture()
    {
        var pages = Enumerable.Range(1, 6).Select(number =>
            new PageSketch { Number = number }.Text(200, 30, "深圳市信访局2026年部门预算").Text(50, 300, $"正文{number}").Find()).ToList();
        PageFurniture.Mark(pages);

        Assert.All(pages, page => Assert.Equal(LineRole.Furniture, page.Lines[0].Role));
        Assert.All(pages, page => Assert.Equal(LineRole.Text, page.Lines[1].Role));
    }

    [Fact]
    public void Mark_TitleOverEveryForm_IsNoFurniture()
    {
        var pages = Enumerable.Range(1, 6).Select(number =>
            new PageSketch { Number = number }.Text(200, 30, number < 4 ? "项目支出绩效自评表" : "前言").Text(50, 300, $"正文{number}").Find()).ToList();
        PageFurniture.Mark(pages);

        Assert.Equal(LineRole.Text, pages[0].Lines[0].Role);
    }

    [Fact]
    public void Mark_AnotherTableNumberOnEveryPage_IsNoFurniture()
    {
        var pages = Enumerable.Range(1, 6).Select(number =>
            new PageSketch { Number = number }.Text(50, 30, $"公开{number:00}表").Text(50, 300, $"正文{number}").Find()).ToList();
        PageFurniture.Mark(pages);

        Assert.All(pages, page => Assert.Equal(LineRole.Text, page.Lines[0].Role));
    }

    [Theory]
    [InlineData("单位：万元", LineRole.Text)]
    [InlineData("部门：甲局", LineRole.Text)]
    [InlineData("支出安排", LineRole.Furniture)]
    public void Mark_HeadingOverTheUnitOfATableOfManyPages_IsNoFurniture(string below, LineRole expected)
    {
        var pages = Enumerable.Range(1, 8).Select(number => number > 4
            ? new PageSketch { Number = number }.Text(50, 300, $"正文{number}").Find()
            : new PageSketch { Number = number }.Text(100, 40, "市本级支出执行情况和预算草案").Text(50, 65, below)
                .Table([50, 150, 250], 80, ["项目", "本年"], ["甲", "1.00"]).Find()).ToList();
        PageFurniture.Mark(pages);

        Assert.Equal(expected, pages[0].Lines[0].Role);
    }

    private static LineRole Role(PageSketch page, string text)
    {
        var find = page.Find();
        PageFurniture.Mark([find]);
        return find.Lines.Single(line => line.Text == text).Role;
    }
}
