using System.Text.RegularExpressions;

namespace Extractor.Extracting.Tables.Captions;

/// <summary>
/// How the lines around a table read: its number, title, unit, department line and notes. Texts are compared without white space.
/// </summary>
internal static partial class CaptionPatterns
{
    public static string WithoutSpace(string text) => White().Replace(text, string.Empty);

    /// <summary>The unit of amounts (万元, 元), or null: 单位名称 and 单位：深圳市… name an organisation.</summary>
    public static string? UnitIn(string text)
    {
        var match = UnitNote().Match(text);
        return match.Success ? match.Groups["unit"].Value : null;
    }

    /// <summary>The unit that a header cell carries in brackets: 预算数（万元）.</summary>
    public static string? BracketedUnitIn(string text)
    {
        var match = BracketedUnit().Match(text);
        return match.Success ? match.Groups["unit"].Value : null;
    }

    public static bool IsDepartmentLine(string text) => DepartmentLine().IsMatch(text);

    /// <summary>Splits <c>表7</c>, <c>公开05表</c>, <c>附表1-3</c> from the head of a line; the rest is the title, perhaps empty.</summary>
    public static bool TrySplitNumber(string text, out string number, out string rest)
    {
        var match = Number().Match(text);
        number = match.Success ? match.Groups["number"].Value : string.Empty;
        rest = !match.Success ? text : IsTranslation(text[match.Length..]) ? string.Empty : text[match.Length..];
        return match.Success;
    }

    /// <summary>Reads like the title of a table: names a 表, or what such forms list (明细, 一览), and is no sentence.</summary>
    public static bool IsTitle(string text) =>
        text.Length >= 2 && text.Length <= CaptionTolerances.LongestTitle && !IsSentence(text) && Title().IsMatch(text);

    /// <summary>No title of its own, but what a title that needs one line more ends with.</summary>
    public static bool IsTitleEnd(string text) => text.Length == 1 && Title().IsMatch(text);

    /// <summary>A bracket that the line above opened: …决算表（按政府预算支出经济 | 分类）.</summary>
    public static bool ClosesBracketOf(string above, string text) =>
        text.AsSpan().IndexOfAny('\uff09', ')') == text.Length - 1 && text.AsSpan().IndexOfAny('\uff08', '(') < 0 &&
        above.AsSpan().LastIndexOfAny('\uff08', '(') > above.AsSpan().LastIndexOfAny('\uff09', ')');

    /// <summary>A short line that may head a table without being called one: a numbered or set apart heading.</summary>
    public static bool IsHeading(string text) =>
        text.Length >= 2 && text.Length <= CaptionTolerances.LongestHeading && !IsSentence(text) && HasLetter().IsMatch(text);

    /// <summary>No sentence and no heading: what may stand between a title and its table.</summary>
    public static bool IsRemark(string text) => text.Length > 0 && !IsSentence(text) && !IsNumbered(text);

    /// <summary>Names the department without the colon that such lines usually have: 部门（单位）名称 ….</summary>
    public static bool NamesDepartment(string text) => DepartmentName().IsMatch(text);

    /// <summary>Latin words and no ideograph: a line or the end of one that says the Chinese beside it again in another language.</summary>
    public static bool IsTranslation(string text) => Translation().IsMatch(text);

    /// <summary>Nothing but a bracket, perhaps with the number of the table, which belongs to the title above it: （按经济分类）（8）.</summary>
    public static bool IsBracket(string text) => Bracket().IsMatch(text);

    /// <summary>The title that stands in one line with its unit (收支预算总表单位：万元), or null.</summary>
    public static string? TitleBeforeUnit(string text)
    {
        var match = UnitBehindTitle().Match(text);
        return match.Success && IsTitle(match.Groups["title"].Value) ? match.Groups["title"].Value : null;
    }

    /// <summary>A line that cannot end here: its enumeration goes on in the next one.</summary>
    public static bool IsUnfinished(string text) =>
        text.Length >= 2 && text.Length <= CaptionTolerances.LongestHeading && text[^1] == '、' && HasLetter().IsMatch(text);

    public static bool IsNumbered(string text) => Enumerator().IsMatch(text);

    public static bool IsContinuationMark(string text) => ContinuationMark().IsMatch(text);

    public static bool IsNote(string text) => Note().IsMatch(text);

    /// <summary>The document says that there is nothing to show: 本表无数据, 此表为空表, 无此项支出.</summary>
    public static bool DeclaresEmpty(string text) => Empty().IsMatch(text);

    /// <summary>
    /// Says that there is nothing of a kind (本部门没有政府性基金预算支出): beside a table without figures it declares the
    /// table empty, elsewhere it is a sentence like others.
    /// </summary>
    public static bool SaysNothing(string text) => Nothing().IsMatch(text);

    /// <summary>A line that only dates the table: （2026年度）, 2026年1月.</summary>
    public static bool IsDate(string text) => Date().IsMatch(text);

    public static bool IsCaptionLike(string line)
    {
        var text = WithoutSpace(line);
        return UnitIn(text) is not null || IsDepartmentLine(text) || TrySplitNumber(text, out _, out _) || IsTitle(text);
    }

    private static bool IsSentence(string text) => text[^1] is '。' or '；' or ';' or '，' or ',' or '：' or ':' or '、';

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex(@"(?:位|金额|货币|币种)[A-Za-z]*[:：(（]+(?:人民币)?(?<unit>[百千十]?[万亿]?元)(?![\p{L}])")]
    private static partial Regex UnitNote();

    [GeneratedRegex(@"[（(](?:单位[:：])?(?:人民币)?(?<unit>[百千十]?[万亿]?元)[）)]")]
    private static partial Regex BracketedUnit();

    [GeneratedRegex(@"^(?:(?:编制|填报|预算|主管|填表|公开|报送)?(?:部门|单位)(?:名称|编码|代码)?(?:[（(].{1,8}[）)])?|部门/单位|单位（部门）|编制日期|填报日期|日期|项目单位)" +
        @"[A-Za-z]*[:：](?![百千十]?[万亿]?元)")]
    private static partial Regex DepartmentLine();

    [GeneratedRegex(@"^[（(【\[]?(?<number>(?:附件?|续)?表(?:格)?[:：]?(?:\d{1,2}(?:[-－—–.]\d{1,2}){0,2}|[一二三四五六七八九十]{1,3}(?:[-－—–]\d{1,2})?)" +
        @"(?!\d|年|月|季)|(?:财政?)?(?:单位|部门|市级|省级|区级){0,2}(?:预算|决算|预决算|批复|公开|[财社][预决]|财公开|部门公开|单位公开)+表?\d{1,2}(?:[-－—–]\d{1,2})?表?(?!\d|年)" +
        @"|(?:公开|预算|决算|部门|单位)+表[一二三四五六七八九十]{1,3}(?=$|[:：、．.（(])|附件[:：]?\d{1,2}(?:[-－—–]\d{1,2}){0,2}(?!\d|年))[）)】\]]?[:：、.．\s]*")]
    private static partial Regex Number();

    [GeneratedRegex(@"表(?:[（(《【\[][^）)]*[）)》】\]]?|[一二三四五六七八九十\d]{0,3}|之[一二三四五六七八九十])$|(?:总表|明细表|情况表|预算表|决算表|支出表|收入表|目标表|自评表|一览表|汇总表)|" +
        @"(?:明细|一览|清单)$")]
    private static partial Regex Title();

    [GeneratedRegex(@"^[^\p{IsCJKUnifiedIdeographs}]*[A-Za-z]{4}[^\p{IsCJKUnifiedIdeographs}]*$")]
    private static partial Regex Translation();

    [GeneratedRegex(@"[\p{L}]{2}")]
    private static partial Regex HasLetter();

    [GeneratedRegex(@"^(?:第[一二三四五六七八九十百\d]+[部分章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、])")]
    private static partial Regex Enumerator();

    [GeneratedRegex(@"^[（(【〔][^（(【〔）)】〕]{2,}[）)】〕](?:[（(]\d{1,2}[）)])?$")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^(?<title>.{2,}?)(?:金额|货币)?单位[:：](?:人民币)?[百千十]?[万亿]?元$")]
    private static partial Regex UnitBehindTitle();

    [GeneratedRegex(@"^[（(]?(?:续表?|接上表|接上页)")]
    private static partial Regex ContinuationMark();

    [GeneratedRegex(@"^[（(*※]?(?:备?注|说明|注释|附注|填表说明)\d{0,2}[:：.、]|^[*※]")]
    private static partial Regex Note();

    [GeneratedRegex(@"(?:本|此|该)表(?:本年度?|\d{4}年度?)?(?:无|为空|没有|不涉及|未)|空表|无(?:相关)?数据|无相关内容|(?:没有|无|未安排|未发生|不涉及|不存在)[^。；]{0,60}(?:本表|此表|该表|" +
        @"表格?)(?:为|无|没有|中)?(?:空|无|数据)|表(?:为|中)?(?:空|无数)")]
    private static partial Regex Empty();

    [GeneratedRegex(@"(?:没有|无|未安排|未发生|未编制|不涉及|不存在)[^。；]{0,60}(?:数据|发生额?|支出|收入|预算|拨款|经费|采购|业务|情况|安排|内容|项目|资金|服务|收支)|空表|无此项|为空$")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^[（(]?(?:公开)?(?:日期|时间)?[:：]?\d{4}[（(]?年?(?:度|\d{1,2}月(?:\d{1,2}日)?)?[）)]?$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:编制|填报|预算|主管|填表)?(?:部门|单位)(?:[（(].{1,4}[）)])?(?:名称)?")]
    private static partial Regex DepartmentName();
}
