namespace Extractor.Tests.Extracting.Tables;

public sealed class JoiningTests
{
    private static readonly double[] Columns = [50, 150, 250, 350];

    [Fact]
    public void Join_RepeatedHeader_IsRemoved()
    {
        var table = Tables.Single(
            Page(1).Text(150, 60, "支出总表").Table(Columns, 100, ["项目", "本年", "上年"], ["甲", "1.00", "2.00"]),
            Page(2).Table(Columns, 80, ["项目", "本年", "上年"], ["乙", "3.00", "4.00"]));

        Assert.Equal("项目|本年|上年\n甲|1.00|2.00\n乙|3.00|4.00", Tables.Print(table));
        Assert.Equal((1, 2, 1), (table.PageFirst, table.PageLast, table.HeaderRowCount));
        Assert.Equal(2, table.Cells.Single(cell => cell.Text == "3.00").Parts[0].PageNumber);
    }

    [Fact]
    public void Join_RepeatedTitleAndHeader_IsOneTable() => Assert.Equal("支出总表", Tables.Single(
        Page(1).Text(150, 60, "支出总表").Table(Columns, 100, ["项目", "本年", "上年"], ["甲", "1.00", "2.00"]),
        Page(2).Text(150, 60, "支出总表").Table(Columns, 100, ["项目", "本年", "上年"], ["乙", "3.00", "4.00"])).TitleAsPrinted);

    [Fact]
    public void Join_NoHeaderOnNextPage_GoesOnByItsColumns() => Assert.Equal(
        "项目|本年|上年\n甲|1.00|2.00\n乙|3.00|4.00",
        Tables.Print(Tables.Single(
            Page(1).Table(Columns, 100, ["项目", "本年", "上年"], ["甲", "1.00", "2.00"]),
            Page(2).Table([60, 160, 260, 360], 40, ["乙", "3.00", "4.00"]))));

    [Fact]
    public void Join_OtherTitle_IsAnotherTable() => Assert.Equal(2, Tables.Document(
        Page(1).Text(150, 60, "收入总表").Table(Columns, 100, ["项目", "本年", "上年"], ["甲", "1.00", "2.00"]),
        Page(2).Text(150, 60, "支出总表").Table(Columns, 100, ["项目", "本年", "上年"], ["乙", "3.00", "4.00"])).Tables.Length);

    [Fact]
    public void Join_TextBetween_IsAnotherTable() => Assert.Equal(2, Tables.Document(
        Page(1).Table(Columns, 100, ["项目", "本年", "上年"], ["甲", "1.00", "2.00"]).Text(50, 160, "上述支出均为基本支出，与上年持平。"),
        Page(2).Table(Columns, 100, ["乙", "3.00", "4.00"])).Tables.Length);

    [Fact]
    public void Join_PageNumberBetween_DoesNotMatter() => Assert.Single(Tables.Document(
        Page(1).Table(Columns, 100, ["项目", "本年", "上年"], ["甲", "1.00", "2.00"]).Text(290, 770, "- 1 -"),
        Page(2).Table(Columns, 100, ["乙", "3.00", "4.00"]).Text(290, 770, "- 2 -")).Tables);

    [Fact]
    public void Join_RowCutByThePageEdge_IsOneRow() => Assert.Equal(
        "项目|本年|上年\n基本养老保险缴费支出+|1.00+|2.00+",
        Tables.Print(Tables.Single(
            Page(1).Table([50, 115, 250, 350], 100, ["项目", "本年", "上年"], ["基本养老保险", "1.00", "2.00"]),
            Page(2).Table([50, 115, 250, 350], 40, ["缴费支出", "", ""]))));

    [Fact]
    public void Join_NumberedRowAfterAFullLabel_IsANewRow() => Assert.Equal(
        "项目|本年|上年\n一、公共服务|1.00|2.00\n二、国防支出||",
        Tables.Print(Tables.Single(
            Page(1).Table([50, 115, 250, 350], 100, ["项目", "本年", "上年"], ["一、公共服务", "1.00", "2.00"]),
            Page(2).Table([50, 115, 250, 350], 40, ["二、国防支出", "", ""]))));

    [Fact]
    public void Join_FormsOfOneMake_AreTablesOfTheirOwn()
    {
        var tables = Tables.Document(
            Page(1).Text(150, 60, "项目绩效目标表").Table([50, 150, 350], 100, ["项目名称", "甲项目"], ["资金总额", "1.00"]),
            Page(2).Table([50, 150, 350], 100, ["项目名称", "乙项目"], ["资金总额", "2.00"])).Tables;

        Assert.Equal(["项目绩效目标表", "项目绩效目标表"], tables.Select(table => table.TitleAsPrinted));
    }

    [Fact]
    public void Join_MergedCellOpenAtTheEdge_GoesOn()
    {
        // The project's cell has no line at the page edge, the indicators beside it have.
        var first = Page(1).Grid(Columns, [100, 120]).Vertical(50, 120, 160).Grid([150, 250, 350], [120, 140, 160])
            .Text(60, 105, "项目").Text(160, 105, "指标").Text(260, 105, "值").Text(60, 135, "甲项目")
            .Text(160, 125, "产出").Text(260, 125, "≥1").Text(160, 145, "成本").Text(260, 145, "≤2");
        var second = Page(2).Vertical(50, 40, 60).Grid([150, 250, 350], [40, 60]).Text(160, 45, "效益").Text(260, 45, "≥3");

        Assert.Equal("项目|指标|值\n[3x1]甲项目+|产出|≥1\n成本|≤2\n效益|≥3", Tables.Print(Tables.Single(first, second)));
    }

    [Fact]
    public void Join_ColumnMissingOnTheNextPage_KeepsTheOthersInPlace() => Assert.Equal(
        "项目|本年|上年\n甲|1.00|2.00\n[1x2]小计|3.00",
        Tables.Print(Tables.Single(
            Page(1).Table(Columns, 100, ["项目", "本年", "上年"], ["甲", "1.00", "2.00"]),
            Page(2).Table([50, 250, 350], 40, ["小计", "3.00"]))));

    [Fact]
    public void Join_RightPartOnTheNextPage_IsJoinedSideways()
    {
        var table = Tables.Single(
            Page(1).Text(150, 60, "收入总表").Table(Columns, 100, ["项目", "本年", "上年"], ["合计", "1.00", "2.00"], ["甲", "3.00", "4.00"]),
            Page(2).TextTo(350, 85, "单位：万元").Table([50, 200, 350], 100, ["事业收入", "其他收入"], ["5.00", "6.00"], ["7.00", "8.00"]));

        Assert.Equal("项目|本年|上年|事业收入|其他收入\n合计|1.00|2.00|5.00|6.00\n甲|3.00|4.00|7.00|8.00", Tables.Print(table));
        Assert.Equal(("万元", 1, 2), (table.UnitAsPrinted, table.PageFirst, table.PageLast));
        Assert.Equal("其他收入", table.ColumnHeaderPaths[4]);
    }

    [Fact]
    public void Join_TableNumberLeftAtTheFoot_IsOneTable()
    {
        var table = Tables.Single(
            Page(1).Text(50, 40, "表10").Text(150, 60, "项目支出表").Table(Columns, 100, ["单位", "项目", "金额"], ["甲局", "合计", "3.00"])
                .Text(50, 600, "表10"),
            Page(2).Text(150, 60, "项目支出表").Table(Columns, 100, ["单位", "项目", "金额"], ["甲局", "运维", "3.00"]));

        Assert.Equal("单位|项目|金额\n甲局|合计|3.00\n甲局|运维|3.00", Tables.Print(table));
        Assert.Equal("表10", table.NumberAsPrinted);
    }

    [Fact]
    public void Join_FormsWhoseFirstRowDiffersInItsValue_AreTablesOfTheirOwn()
    {
        double[] columns = [50, 130, 210, 290, 370, 450];
        var tables = Tables.Document(
            Page(1).Text(150, 60, "专项资金绩效目标表").Grid(columns[..4], [100, 120]).Horizontal(100, 290, 450).Horizontal(120, 290, 450)
                .Vertical(450, 100, 120)
                .Text(55, 105, "项目名称").Text(135, 105, "移民扶持").Text(215, 105, "主管部门").Text(300, 105, "水利局")
                .Table(columns, 120, ["绩效", "数量", "≥", "10", "个"]),
            Page(2).Text(150, 60, "专项资金绩效目标表").Grid(columns[..4], [100, 120]).Horizontal(100, 290, 450).Horizontal(120, 290, 450)
                .Vertical(450, 100, 120)
                .Text(55, 105, "项目名称").Text(135, 105, "水利专项").Text(215, 105, "主管部门").Text(300, 105, "水利局")
                .Table(columns, 120, ["绩效", "里程", "≥", "20", "米"])).Tables;

        Assert.Equal([(1, 1), (2, 2)], tables.Select(table => (table.PageFirst, table.PageLast)));
    }

    [Fact]
    public void Join_RowWithoutAClosingLine_GoesOnWhereItsNameIsMissing()
    {
        // The second page begins with a new sentence, numbered: only the open row tells that it goes on.
        var first = Page(1).Table(Columns, 100, ["项目", "预算数", "目标"], ["企业服务", "1.00", "1.审计。"])
            .Vertical(50, 140, 180).Vertical(150, 140, 180).Vertical(250, 140, 180).Vertical(350, 140, 180)
            .Text(55, 145, "商贸管理").Text(155, 145, "2.00").Text(255, 145, "1.再生资源。");
        var second = Page(2).Table(Columns, 40, ["", "", "2.拉动消费。"], ["法律顾问", "3.00", "依法行政。"]);

        Assert.Equal(
            "项目|预算数|目标\n企业服务|1.00|1.审计。\n商贸管理+|2.00+|1.再生资源。2.拉动消费。+\n法律顾问|3.00|依法行政。",
            Tables.Print(Tables.Single(first, second)));
    }

    [Fact]
    public void Join_NamelessTextBehindAClosedRow_GoesOnWhereAllRowsHaveNames()
    {
        string[][] rows = [["项目", "预算数", "目标"], ["企业服务", "1.00", "1.审计。"], ["会展", "1.00", "1.参展。"], ["商贸管理", "2.00", "1.再生资源。"]];
        Assert.Equal(
            "项目|预算数|目标\n企业服务|1.00|1.审计。\n会展|1.00|1.参展。\n商贸管理+|2.00+|1.再生资源。2.拉动消费。+\n法律顾问|3.00|依法行政。",
            Tables.Print(Tables.Single(
                Page(1).Table(Columns, 100, rows),
                Page(2).Table(Columns, 40, ["", "", "2.拉动消费。"], ["法律顾问", "3.00", "依法行政。"]))));

        // Where rows without a name stand on a page by themselves, one at the edge tells nothing.
        Assert.Equal(6, Tables.Single(
            Page(1).Table(Columns, 100, [.. rows, ["", "", "2.回收。"]]),
            Page(2).Table(Columns, 40, ["", "", "3.拉动消费。"])).RowCount);
    }

    [Fact]
    public void Join_AmountCutByThePageEdge_IsOneRow() => Assert.Equal(
        "单位|金额|上年\n市机动+|12,437.36+|1.00+\n车驾驶员||",
        Tables.Print(Tables.Single(
            Page(1).Table([50, 100, 152, 250], 100, ["单位", "金额", "上年"], ["市机动", "12,437.3", "1.00"]),
            Page(2).Table([50, 100, 152, 250], 40, ["", "6", ""], ["车驾驶员", "", ""]))));

    [Fact]
    public void Join_NameAndAmountCutByThePageEdge_AreOneRow() => Assert.Equal(
        "单位|金额|上年\n市机动车驾驶员+|12,437.36+|1.00+",
        Tables.Print(Tables.Single(
            Page(1).Table([50, 100, 152, 250], 100, ["单位", "金额", "上年"], ["市机动", "12,437.3", "1.00"]),
            Page(2).Table([50, 100, 152, 250], 40, ["车驾驶员", "6", ""]))));

    [Theory]
    [InlineData("12,437.36", "7", 100)]
    [InlineData("12,437.3", "67", 100)]
    [InlineData("12,437", "6", 100)]
    [InlineData("12,437.3", "6", 120)]
    public void Join_AmountsThatAreWhole_StayTwoRows(string before, string after, double right) => Assert.Equal(
        3,
        Tables.Single(
            Page(1).Table([50, 100, right + 52, 300], 100, ["单位", "金额", "上年"], ["市机动", before, "1.00"]),
            Page(2).Table([50, 100, right + 52, 300], 40, ["车驾驶员", after, ""])).RowCount);

    [Theory]
    [InlineData("深圳市水务局（本", "级）", 2)]
    [InlineData("深圳市水务局本", "级）", 3)]
    [InlineData("深圳市水务局（本", "级（二）", 3)]
    public void Join_BracketThatClosesBehindTheEdge_IsOneRow(string before, string after, int rows) => Assert.Equal(
        rows,
        Tables.Single(
            Page(1).Table([50, 160, 250, 350], 100, ["单位", "金额", "上年"], [before, "1.00", "2.00"]),
            Page(2).Table([50, 160, 250, 350], 40, [after, "", ""])).RowCount);

    [Fact]
    public void Join_FormsWithOneProjectOfTwoUnits_AreTablesOfTheirOwn()
    {
        double[] columns = [50, 150, 250, 350, 450, 550];
        static PageSketch Form(int number, string unit, string amount) => Page(number)
            .Grid([50, 150, 550], [100, 120]).Grid([50, 150, 250, 350, 550], [120, 140])
            .Text(55, 105, "项目名称").Text(155, 105, "公车统管").Text(55, 125, "主管部门").Text(155, 125, "商务局").Text(255, 125, "实施单位")
            .Text(355, 125, unit);

        var tables = Tables.Document(
            Form(1, "会展中心", "3.00").Text(150, 60, "项目绩效目标表").Table(columns, 140, ["资金", "总额", "3.00", "", ""]),
            Form(2, "促进中心", "1.00").Table(columns, 140, ["资金", "总额", "1.00", "", ""])).Tables;

        Assert.Equal([(1, 1), (2, 2)], tables.Select(table => (table.PageFirst, table.PageLast)));
        Assert.All(tables, table => Assert.Contains(table.Cells, cell => cell.Text == "项目名称"));
    }

    [Theory]
    [InlineData("监测中心", 2)]
    [InlineData("医保局", 1)]
    public void Join_FormsWithTheirTitleInTheGrid_AreOneWhereEveryEntryIsTheSame(string unit, int tables)
    {
        // 福州市医疗保障局 2026, pages 37 and 38: one project of two units, the title as the first row of each form.
        double[] columns = [50, 150, 250, 350, 450, 550];
        static PageSketch Form(int number, string unit) => Page(number)
            .Grid([50, 550], [80, 100]).Grid([50, 150, 550], [100, 120]).Grid([50, 150, 250, 350, 550], [120, 140])
            .Text(250, 85, "综合工作经费项目绩效目标表").Text(55, 105, "项目名称").Text(155, 105, "综合工作经费")
            .Text(55, 125, "主管部门").Text(155, 125, "医保局").Text(255, 125, "实施单位").Text(355, 125, unit);

        Assert.Equal(tables, Tables.Document(
            Form(1, "医保局").Table(columns, 140, ["资金", "总额", "3.00", "", ""]),
            Form(2, unit).Table(columns, 140, ["资金", "总额", "1.00", "", ""])).Tables.Length);
    }

    [Fact]
    public void Join_FormOfAnotherUnitUnderTheSameHeader_IsAnotherTable() => Assert.Equal(2, Tables.Document(
        Page(1).Text(150, 60, "支出总表").Text(50, 82, "部门：甲局").Table(Columns, 100, ["项目", "本年", "上年"], ["甲", "1.00", "2.00"]),
        Page(2).Text(50, 82, "部门：乙局").Table(Columns, 100, ["项目", "本年", "上年"], ["乙", "3.00", "4.00"])).Tables.Length);

    [Theory]
    [InlineData("执行情况和预算草案", "项目", 1)]
    [InlineData("执行情况和预算草案", "科目", 2)]
    [InlineData("二、执行情况和预算草案", "项目", 2)]
    public void Join_HeadingRepeatedWithTheHeader_IsOneTable(string heading, string name, int tables) => Assert.Equal(
        tables, Tables.Document(
        Page(1).Text(110, 60, heading, 14).TextTo(350, 84, "单位：元").Table(Columns, 100, ["项目", "本年", "上年"], ["甲", "1.00", "2.00"]),
        Page(2).Text(110, 60, heading, 14).TextTo(350, 84, "单位：元")
            .Table(Columns, 100, [name, name == "项目" ? "本年" : "金额", "上年"], ["乙", "3.00", "4.00"])).Tables.Length);

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void Join_PageWithoutTheOuterColumn_GoesOnWhereItIsOpen(bool isClosed, int tables)
    {
        double[] lines = [100, 200, 300, 400, 500];
        var first = Page(1).Grid([50, .. lines], [100, 120]).Grid(lines, [120, 140]).Vertical(50, 120, 140)
            .Text(55, 105, "年度").Text(105, 105, "一级").Text(205, 105, "二级").Text(305, 105, "指标").Text(405, 105, "值")
            .Text(105, 125, "产出").Text(205, 125, "数量").Text(305, 125, "户数").Text(405, 125, "一百");
        var second = Page(2).Grid(lines[1..], [40, 60]).Grid(lines, [60, 80]).Vertical(100, 40, 60)
            .Text(205, 45, "质量").Text(305, 45, "合格率").Text(405, 45, "九成")
            .Text(105, 65, "效益").Text(205, 65, "社会").Text(305, 65, "满意").Text(405, 65, "九成");

        if (isClosed)
        {
            first.Horizontal(140, 50, 100);
            second.Horizontal(40, 100, 200);
        }

        Assert.Equal(tables, Tables.Document(first, second).Tables.Length);
    }

    [Fact]
    public void Join_EqualNamesOnBothSidesOfAnOpenEdge_AreTwoRows()
    {
        // 提升 is the value of one indicator before the edge and of another behind it.
        var first = Page(1).Grid(Columns, [100, 120]).Vertical(50, 120, 140).Grid([150, 250, 350], [120, 140])
            .Text(60, 105, "项目").Text(160, 105, "指标").Text(260, 105, "值").Text(60, 125, "提升").Text(160, 125, "产出").Text(260, 125, "一");
        var second = Page(2).Vertical(50, 40, 60).Horizontal(60, 50, 350).Grid([150, 250, 350], [40, 60])
            .Text(60, 45, "提升").Text(160, 45, "效益").Text(260, 45, "二");

        Assert.DoesNotContain(Tables.Single(first, second).Cells, cell => cell.Text == "提升提升");
    }

    /// <summary>Lines draw the header of every page; the rows below it stand without, all of them indented on the second.</summary>
    [Theory]
    [InlineData("支出明细表", 1)]
    [InlineData("收入明细表", 2)]
    public void Join_RowsWithoutLinesBelowADrawnHeader_AreOfItsTable(string secondTitle, int tables)
    {
        var document = Tables.Document(
            Rows(Page(1).Text(150, 60, "支出明细表").Table([50, 250, 350], 100, ["科目", "决算数"]), 60, 340),
            Rows(Page(2).Text(150, 60, secondTitle).Table([50, 250, 350], 100, ["科目", "决算数"]), 80, 340));

        Assert.Equal(tables, document.Tables.Length);
        Assert.Equal(tables == 1 ? 13 : 7, document.Tables[0].RowCount);
        Assert.Equal([10, 10, 10, 10, 10, 10, 30, 30, 30, 30, 30, 30], document.Tables.SelectMany(static table => table.Cells)
            .Where(static cell => cell is { Column: 0, IsHeader: false }).Select(static cell => cell.TextIndent));
    }

    /// <summary>A page without lines goes on with a table that has them where its rows begin with figures at once.</summary>
    [Theory]
    [InlineData("9,234", 1)]
    [InlineData("决算数", 2)]
    public void Join_PageWithoutLinesBehindOneWithThem_GoesOnWhereItBeginsWithFigures(string first, int tables)
    {
        var page = Page(2).Text(50, 120, "特殊教育支出");
        foreach (var right in new[] { 180, 270, 345 })
        {
            page.TextTo(right, 120, first);
        }

        Assert.Equal(tables, Tables.Document(
            Page(1).Text(150, 60, "支出明细表").Table([50, 140, 200, 280, 350], 100,
                ["项目", "全省", "省级", "市县"], ["教育支出", "9,999", "8,888", "1,111"]),
            Rows(page, 50, 180, 270, 345)).Tables.Length);
    }

    private static PageSketch Rows(PageSketch page, double left, params double[] rights)
    {
        string[] names = ["普通教育", "职业教育", "成人教育", "特殊教育", "进修及培训", "其他教育"];
        for (var row = 0; row < names.Length; row++)
        {
            page.Text(left, 140 + (row * 20), names[row]);
            foreach (var right in rights)
            {
                page.TextTo(right, 140 + (row * 20), $"{row + 1},234");
            }
        }

        return page;
    }

    private static PageSketch Page(int number) => new() { Number = number };
}
