using Extractor.Extracting;
using Extractor.Extracting.Tables;
using Extractor.Extracting.Tables.Captions;

namespace Extractor.Tests.Extracting.Tables;

/// <summary>
/// Both sides of every tolerance of <see cref="CaptionTolerances"/> and <see cref="FurnitureTolerances"/>; the grid stands from 50 to 450.
/// </summary>
public sealed class CaptionToleranceTests
{
    private static readonly double[] Columns = [50, 250, 450];

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void LongestTitle_Line_IsATitleUpToIt(int length, bool expected) =>
        Assert.Equal(expected, CaptionPatterns.IsTitle(new string('支', length - 1) + "表"));

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void LongestHeading_Line_IsAHeadingUpToIt(int length, bool expected) =>
        Assert.Equal(expected, CaptionPatterns.IsHeading(new string('支', length)));

    [Theory]
    [InlineData(40, "支出总表")]
    [InlineData(41, null)]
    public void LongestRemark_LineUnderATitle_BelongsToTheCaptionUpToIt(int length, string? title) => Assert.Equal(
        title, Title(Page().Text(150, 60, "支出总表").Text(50, 80, new string('支', length))));

    [Theory]
    [InlineData(9, "支出总表")]
    [InlineData(10, null)]
    public void MostLines_TitleAboveOtherLines_IsReadUpToIt(int between, string? title)
    {
        var page = new PageSketch().Table(Columns, 300, ["项目", "预算数"], ["合计", "1.00"]).Text(150, 20, "支出总表");
        for (var line = 0; line < between; line++)
        {
            page.Text(50, 50 + (line * 20), "部门：甲局");
        }

        Assert.Equal(title, Title(page));
    }

    [Theory]
    [InlineData(10.5f, 11.9, 0, true)]
    [InlineData(10.7f, 11.9, 0, false)]
    [InlineData(10f, 12.1, 0, false)]
    [InlineData(10f, 11.9, 19, true)]
    [InlineData(10f, 11.9, 21, false)]
    public void TitleLeading_TwoLinesOfATitle_AreOneInSizePlaceAndDistance(float size, double gap, double right, bool isOne)
    {
        var width = 17 * size;
        var page = Page().Text(250 + right - (width / 2), 80 - gap - size, "二〇二六年部门预算一般公共预算拨款", size).Text(200, 80, "支出明细表支出明细表");

        Assert.Equal(isOne ? "二〇二六年部门预算一般公共预算拨款支出明细表支出明细表" : "支出明细表支出明细表", Title(page));
    }

    [Theory]
    [InlineData(39, true)]
    [InlineData(41, false)]
    public void Near_BoldHeadingAboveATable_NamesItBelowIt(double gap, bool isTitle) => Assert.Equal(
        isTitle ? "收支安排" : null, Title(Page().Text(50, 90 - gap, "收支安排", isBold: true)));

    [Theory]
    [InlineData(31, true)]
    [InlineData(33, false)]
    public void ShareOfWidth_CentredHeading_IsNarrowerThanItsTable(int length, bool isTitle) => Assert.Equal(
        isTitle ? new string('支', length) : null, Title(Page().Text(250 - (length * 5), 80, new string('支', length))));

    [Theory]
    [InlineData(19, true)]
    [InlineData(21, false)]
    public void Centred_Heading_StandsOverTheMiddleOfItsTable(double right, bool isTitle) => Assert.Equal(
        isTitle ? "收支安排" : null, Title(Page().Text(230 + right, 80, "收支安排")));

    [Theory]
    [InlineData(12.9, 10f, 1)]
    [InlineData(13.1, 10f, 2)]
    [InlineData(12.9, 10.9f, 1)]
    [InlineData(12.9, 11.1f, 2)]
    public void NoteLeading_SecondLineOfANote_GoesOnNearAndInItsSize(double gap, float size, int lines)
    {
        var document = Tables.Document(Page().Text(50, 150, "注：三公经费增加的原因").Text(50, 160 + gap, "见说明", size));

        Assert.Equal(lines == 1 ? "注：三公经费增加的原因见说明" : "注：三公经费增加的原因", Assert.Single(Assert.Single(document.Tables).Notes));
    }

    [Theory]
    [InlineData(12, 12)]
    [InlineData(13, 12)]
    public void MostNoteLines_Notes_AreReadUpToIt(int printed, int read)
    {
        var page = Page();
        for (var line = 0; line < printed; line++)
        {
            page.Text(50, 150 + (line * 20), $"注{line}：说明");
        }

        Assert.Equal(read, Tables.Single(page).Notes.Length);
    }

    [Theory]
    [InlineData(119, 1)]
    [InlineData(120, 0)]
    public void LongestStatement_LineThatDeclaresEmpty_IsShorter(int length, int notes) => Assert.Equal(
        notes, Tables.Single(Page().Text(50, 150, "本表无数据" + new string('数', length - 5), 2)).Notes.Length);

    [Theory]
    [InlineData(79, true)]
    [InlineData(80, false)]
    public void LongestStatementInCell_CellThatDeclaresEmpty_IsShorter(int length, bool isEmpty) => Assert.Equal(
        isEmpty,
        Tables.Single(new PageSketch().Grid(Columns, [100, 120, 140]).Text(53, 105, "项目").Text(253, 105, "预算数")
            .Text(53, 125, "本表无数据" + new string('数', length - 5), 2)).DeclaredEmpty);

    [Theory]
    [InlineData(40, "万元")]
    [InlineData(41, null)]
    public void LongestUnitLabel_LabelWithAUnit_IsReadUpToIt(int length, string? unit) => Assert.Equal(
        unit,
        Tables.Single(new PageSketch().Grid(Columns, [100, 120, 140]).Text(53, 105, "项目").Text(253, 105, "预算数")
            .Text(53, 125, new string('资', length - 4) + "（万元）", 4).Text(253, 125, "1.00")).UnitAsPrinted);

    [Theory]
    [InlineData(95, "3", true)]
    [InlineData(97, "3", false)]
    [InlineData(705, "3", true)]
    [InlineData(703, "3", false)]
    [InlineData(481, "- 3 -", true)]
    [InlineData(479, "- 3 -", false)]
    public void Margin_PageNumber_StandsInItOrIsDressed(double centre, string number, bool isFurniture)
    {
        var find = new PageSketch().Text(50, 200, "正文").Text(290, centre - 5, number).Find();
        PageFurniture.Mark([find]);

        Assert.Equal(isFurniture, find.Lines.Single(line => line.Text == number).Role == LineRole.Furniture);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void EdgeLines_PageNumberAboveOtherLines_IsLookedForInTheLastTwo(int below, bool isFurniture)
    {
        var page = new PageSketch().Text(290, 720, "3");
        for (var line = 0; line < below; line++)
        {
            page.Text(50, 740 + (line * 20), $"地址{line}");
        }

        var find = page.Text(50, 200, "正文").Find();
        PageFurniture.Mark([find]);

        Assert.Equal(isFurniture, find.Lines.Single(static line => line.Text == "3").Role == LineRole.Furniture);
    }

    [Theory]
    [InlineData(38.9, 2, 4, true)]
    [InlineData(39.1, 2, 4, false)]
    [InlineData(36, 3, 12, true)]
    [InlineData(36, 3, 13, false)]
    [InlineData(36, 2, 2, false)]
    public void ShareOfHeads_RunningHead_StandsOftenAtOnePlace(double otherCentre, int heads, int pages, bool isFurniture)
    {
        // Heads at the height of 36 points; where another height is given, as many pages carry it there.
        var finds = Enumerable.Range(0, pages).Select(number =>
        {
            var centre = number < heads ? 36 : otherCentre;
            var page = new PageSketch { Number = number + 1 }.Text(50, 300, "正文");
            return (number < heads || otherCentre > 36 ? page.Text(200, centre - 5, "深圳市信访局二〇二六年") : page).Find();
        }).ToList();
        PageFurniture.Mark(finds);

        Assert.Equal(isFurniture, finds[0].Lines[0].Role == LineRole.Furniture);
    }

    [Theory]
    [InlineData(5, 6, true)]
    [InlineData(5, 7, false)]
    [InlineData(4, 4, false)]
    public void ShareOfCaptions_HeadThatReadsLikeATitle_StandsOnNearlyEveryPage(int heads, int pages, bool isFurniture)
    {
        var finds = Enumerable.Range(1, pages).Select(number =>
            new PageSketch { Number = number }.Text(200, 30, number <= heads ? "项目支出绩效自评表" : "前言").Text(50, 300, "正文").Find()).ToList();
        PageFurniture.Mark(finds);

        Assert.Equal(LineRole.Text, finds[0].Lines[0].Role);
        Assert.Equal(isFurniture, finds[1].Lines[0].Role == LineRole.Furniture);
    }

    private static string? Title(PageSketch page) => Tables.Single(page).TitleAsPrinted;

    private static PageSketch Page() => new PageSketch().Table(Columns, 100, ["项目", "预算数"], ["合计", "1.00"]);
}
