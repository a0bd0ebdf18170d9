namespace Extractor.Normalizing.Maps;

/// <summary>The lists of <c>pipelines/headings/words.csv</c>; what each is asked for stands in the README beside it.</summary>
public enum WordList
{
    /// <summary>亿元, 万元 with their worth in yuan; a name that holds a shorter one stands before it.</summary>
    AmountUnit,

    /// <summary>单位: before the unit of a table, where it stands within the frame over a heading.</summary>
    UnitLabel,

    /// <summary>无 in a cell for an amount.</summary>
    NoAmount,

    /// <summary>数量, 规格型号 over a column: its numbers count or describe things and are no money.</summary>
    CountHeading,

    /// <summary>预算数, 金额 over a column: below a printed unit of money its whole numbers are amounts, whatever the table is of.</summary>
    MoneyHeading,

    /// <summary>备注, 评分标准 over a column: what stands in it is narrative, whatever numbers it holds.</summary>
    RemarkHeading,

    /// <summary>执行率, 得分率 over a column of shares of the money or of the score beside it.</summary>
    RateHeading,

    /// <summary>其中 before a heading.</summary>
    OfWhich,

    /// <summary>栏次: the row that numbers the columns.</summary>
    ColumnNumber,

    /// <summary>上年, 批复: what a heading may hold beside the words that the map of columns knows.</summary>
    HeadingFiller,

    /// <summary>change for 增减, prior for 上年.</summary>
    HeadingPeriod,

    /// <summary>末 of 2023年末债务余额: left of a heading whose year is taken away.</summary>
    AfterYear,

    /// <summary>结转: 上年结转 is money of this year.</summary>
    CarriedOver,

    /// <summary>决算, 预算数.</summary>
    HeadingPhase,

    /// <summary>全年预算: beside its quarters in a budget, as adjusted where the year is over.</summary>
    WholeYear,

    /// <summary>名称, 代码: what they name stands in the heading above.</summary>
    GeneralHeading,

    /// <summary>政府性基金, 税收返还, 债务余额 in the title of a government's table: what it is about.</summary>
    GovernmentSubject,

    /// <summary>部门, 绩效: the title is of a department's table, or of none of money.</summary>
    NotOfGovernment,

    /// <summary>决算, 执行, 调整预算 in titles and headings of governments: the phase.</summary>
    GovernmentPhase,

    /// <summary>决算数 at the end of the name of a figure.</summary>
    PhaseOfFigure,

    /// <summary>全省, 本级, 对市县: whose money.</summary>
    GovernmentLevel,

    /// <summary>全省 | 一般公共预算 | 收入 | 合计: what the name of a total is made of.</summary>
    GovernmentTotal,

    /// <summary>全市, 本地区: the whole region, in a row or column by place.</summary>
    WholeRegion,

    /// <summary>本级: the government's own money, behind the name of a place or alone.</summary>
    OwnLevelOfPlace,

    /// <summary>下级 in a heading.</summary>
    LowerLevel,

    /// <summary>What names of all places below are made of (县（市、区）级); 市区 is of the city itself.</summary>
    KindBelow,

    /// <summary>不含: what stands behind it is not in the sum.</summary>
    LeavesOut,

    /// <summary>Last words of names of places that the catalogue may not have: 新区, 管委会.</summary>
    PlaceEnding,

    /// <summary>合作区, 开发区: what ends the name of a place that has a budget and no code of its own.</summary>
    ZoneEnding,

    /// <summary>各 of 各开发区: no name of one place.</summary>
    SeveralPlaces,

    /// <summary>待分配 among places: money that no place has yet.</summary>
    NotYetGiven,

    /// <summary>预算数, 金额 in headings of governments: they name no item.</summary>
    GovernmentHeadingFiller,

    /// <summary>增减, 增长: a column of changes or of rates.</summary>
    GovernmentChange,

    /// <summary>级对, 中央对 in the title of a government's table: who gives stands before, who receives behind it.</summary>
    LevelThatGives,

    /// <summary>对: the title names one who gives to another.</summary>
    GivesTo,

    /// <summary>省级对, 市对 in the title of a table of transfers: the level that gives.</summary>
    TransferGiver,

    /// <summary>上级补助收入, 转移支付收入: what a government gets from above; and, as <c>given</c>, what it hands down.</summary>
    TransferSide,

    /// <summary>上级补助, 上解, 转贷: money that one level hands to another, which the whole of both does not hold twice.</summary>
    BetweenLevels,

    /// <summary>专项转移支付, 税收返还: the kinds of transfers, of which a title may name all or some.</summary>
    TransferKind,

    /// <summary>The fund that a government's title or heading names, the special before the general.</summary>
    GovernmentFundName,

    /// <summary>年末 behind the year that a title begins with: what there is then is of that year.</summary>
    GovernmentYearEnd,

    /// <summary>收入小计, 本级支出小计 in a government's table: sums of what stands before them.</summary>
    SubtotalEnding,

    /// <summary>编码, 代码 at the end of a heading: codes of subjects, if its cells print such.</summary>
    CodeHeading,

    /// <summary>额: such a column is of money.</summary>
    AmountOfChange,

    /// <summary>上年, 去年.</summary>
    PriorYear,

    /// <summary>限额, 余额, 还本 with what of debt they name.</summary>
    DebtMeasure,

    /// <summary>新增: the limit of the year alone.</summary>
    DebtNew,

    /// <summary>一般, 专项.</summary>
    DebtCategory,

    /// <summary>The name of such a kind of debt and nothing else.</summary>
    DebtCategoryAlone,

    /// <summary>Of bonds, by what was done with them: 新增, 置换, 再融资.</summary>
    BondKind,

    /// <summary>收入, 支出 over one side of a table.</summary>
    RevenueSide,
    ExpenditureSide,

    /// <summary>本年收入, 本年支出 over a column or over a side.</summary>
    CurrentYearSide,

    /// <summary>财政拨款 at the end of a path.</summary>
    Appropriation,

    /// <summary>额: the heading is one of amounts.</summary>
    AmountHeading,

    /// <summary>科目, 项目 in brackets behind 单位.</summary>
    ListInBrackets,

    /// <summary>功能, 经济, 政府 in brackets: the classification of the names below.</summary>
    ClassificationInBrackets,

    /// <summary>What headings and labels of a table say when it is one of a kind; what each is asked for is its meaning.</summary>
    TableEvidence,

    /// <summary>项目支出, 决算 in the title of a table: what it says of all its amounts.</summary>
    TableTitle,

    /// <summary>收入 over a column of a table of one fund that shows its income, too.</summary>
    IncomeColumn,

    /// <summary>基本支出 over columns of economic classes.</summary>
    BasicExpenditure,

    /// <summary>上年, 增减 and 决算数 in front of a row.</summary>
    PeriodOfRow,
    PhaseOfRow,

    /// <summary>年度, 年 behind a calendar year.</summary>
    YearWord,

    /// <summary>年, 月 behind a number: it is part of a date.</summary>
    DateMark,

    /// <summary>万, 元 behind a number: it is an amount, not the number of a chapter.</summary>
    AmountMark,

    /// <summary>栏次 before the numbers of the columns.</summary>
    ColumnNumberRow,

    /// <summary>序号: the column numbers the rows.</summary>
    RowNumber,

    /// <summary>合计, 总计, 小计: the row is a sum.</summary>
    Total,

    /// <summary>分值, 得分 and 总分 of a self-evaluation.</summary>
    ScoreWeight,
    Score,
    ScoreTotal,

    /// <summary>项目绩效目标表 at the end of a form's title.</summary>
    FormTitleEnding,

    /// <summary>What titles of forms are made of when they name no project.</summary>
    FormTitleFiller,

    /// <summary>局, 委员会 at the end of a form's title without the words for the form: it names who publishes it.</summary>
    FormAuthority,

    /// <summary>主管部门 beside the name of the department in charge.</summary>
    DepartmentLabel,

    /// <summary>Last words of names of departments.</summary>
    DepartmentEnding,

    /// <summary>年度, 当年 in headings of targets: of the year, not of the project's whole period.</summary>
    TargetOfYear,

    /// <summary>年度, 预期 in labels of goals.</summary>
    GoalOfYear,

    /// <summary>执行, 决算 over a column: its money is spent.</summary>
    SpentHeading,

    /// <summary>指标 before the number of an indicator in a form that nobody has filled in.</summary>
    TemplateIndicator,

    /// <summary>无, 是: no unit of a target.</summary>
    NoTargetUnit,

    /// <summary>一级指标: the level's own name, printed for its value.</summary>
    LevelHeading,

    /// <summary>指标 at the end of the name of a level.</summary>
    LevelEnding,

    /// <summary>指标, 目标 behind the name of a level; the usual one first.</summary>
    LevelSuffix,

    /// <summary>≥, 不低于 before the number of a target, with eq, ge, gt, le or lt.</summary>
    TargetOperator,

    /// <summary>财政资金 in rows of a form's money.</summary>
    FiscalMoney,

    /// <summary>资金, 额 in labels of a form's money.</summary>
    MoneyLabel,

    /// <summary>总体资金情况, 年度预算安排 at the side of the whole money of a department.</summary>
    MoneyGroup,

    /// <summary>资金, 经费: what one mention of a project has behind its name and another has not.</summary>
    ProjectNameEnding,

    /// <summary>增加, 下降 in prose.</summary>
    Increase,
    Decrease,

    /// <summary>增, 下: the first character of a word for a change; what stands before it is what changed.</summary>
    ChangeVerb,

    /// <summary>是 behind the number of a reason: 二是.</summary>
    EnumeratorEnding,

    /// <summary>辆, 台 behind a number, with what is counted so.</summary>
    CountedUnit,

    /// <summary>万 without 元 behind a figure.</summary>
    CutUnit,

    /// <summary>会议费, 中小 in a clause: its number is of that expense, not of the heading's.</summary>
    OtherExpense,

    /// <summary>以上, （含 behind a number: it is a bound.</summary>
    Bound,

    /// <summary>项目支出: the paragraph opens the list of projects.</summary>
    ProjectExpenditure,

    /// <summary>为, 预算安排 between the name of a project and its amount.</summary>
    ProjectNameTail,

    /// <summary>主要用于, 主要原因是 before what the money is for, and why it changed.</summary>
    PurposeOpening,
    ReasonOpening,

    /// <summary>较, 比 before a change.</summary>
    Comparison,

    /// <summary>原因 in a clause: its amounts are no figures of the budget.</summary>
    Reason,

    /// <summary>预算, 安排: the number is of the subject that was named before.</summary>
    BudgetSpeech,

    /// <summary>上年预算: the number is of another year.</summary>
    OtherYear,

    /// <summary>其中, 包括 before the name of an amount in prose, and 为, 达到 behind it.</summary>
    LabelOpening,
    LabelTail,

    /// <summary>预算数, 支出决算: the name of a phase alone is no name of an amount.</summary>
    LabelOfPhase,

    /// <summary>其中 before the parts of an amount.</summary>
    LabelOfParts,

    /// <summary>绩效自评综述 behind the name of a project, whose 全年预算数 and 执行数 follow.</summary>
    LabelOfReview,

    /// <summary>车辆, 用车 and 设备 before what is counted in 台.</summary>
    Vehicle,
    Device,

    /// <summary>人, 名 behind a number of persons; the words that begin alike and count something else stand first.</summary>
    PersonUnit,

    /// <summary>Funds that the narrative says there is none of, with the figure that it denies.</summary>
    DeniedFund,

    /// <summary>四舍五入取整.</summary>
    WholeFigures,

    /// <summary>Characters that mainland documents do not print: the document is one of elsewhere.</summary>
    TraditionalCharacter,

    /// <summary>Labels before the name of the issuer, 3 for those that ask most strongly for it.</summary>
    IssuerLabel,

    /// <summary>部门名称: the label asks for the department, not for a unit of it.</summary>
    DepartmentNameLabel,

    /// <summary>过次页, 承前页: what the pages so far hold, printed at the foot of one and at the head of the next.</summary>
    PageSum,

    /// <summary>按支出性质分类 over columns: it says by what they are divided, not what they are.</summary>
    HeadingOfDivision,

    /// <summary>注：before a sentence between the rows of a table.</summary>
    TableNote,

    /// <summary>全额, 差额: a sum of units that are funded alike.</summary>
    WayOfFunding,

    /// <summary>Last words of names of budget units.</summary>
    UnitEnding,

    /// <summary>（本级）behind a unit's name.</summary>
    UnitScope,

    /// <summary>关于 at the beginning of a title, before the place.</summary>
    TitleOpening,

    /// <summary>省, 市, 县 before the name of an office, with the level of its division.</summary>
    DivisionLevel,

    /// <summary>省, 自治州 at the end of a division's name, which the short name lacks.</summary>
    DivisionKind,

    /// <summary>支出 at the end of a subject's name, which documents leave out or add.</summary>
    SubjectEnding,

    /// <summary>（款）behind a subject's name, which tells its level.</summary>
    SubjectLevelMark,
}
