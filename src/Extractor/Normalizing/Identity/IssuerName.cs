using System.Text.RegularExpressions;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>What can be the name of an issuer (部门、单位), and what only stands where one is expected.</summary>
internal static partial class IssuerName
{
    /// <summary>Without the state code before it, labels and amounts after it; null where no name remains.</summary>
    /// <param name="printed">As printed, white space removed.</param>
    public static string? Clean(string printed)
    {
        var name = About().Replace(LeadingCode().Replace(printed, ""), "");
        name = TrailingMatter().Replace(name, "").Trim('、', '，', ',', '.', '。', '：', ':', ';', '；', '_', '-', '*', '·', '—', '“', '”', '"');
        name = UnpairedBracket(name);
        return IsPossible(FoldedText.Of(name)) ? name : null;
    }

    /// <summary>True for text that a name may be; whether it is one is told by its place.</summary>
    public static bool IsPossible(string folded) =>
        folded.Length is >= 3 and <= 50 && !Forbidden().IsMatch(folded) && Ideographs().Count(folded) >= 3;

    /// <summary>True where the name itself says that it is an organ: it ends like one (局, 委员会, 中心 …).</summary>
    public static bool IsOrgan(string folded) => IsPossible(folded) && (OrganEnding().IsMatch(folded) || HasSecondName(folded));

    /// <summary>上海市统计和大数据研究院（上海市统计数据管理中心）: one organ with two names.</summary>
    private static bool HasSecondName(string folded) =>
        folded.EndsWith(')') && folded.LastIndexOf('(') is > 0 and var open &&
        OrganEnding().IsMatch(folded[..open]) && IsPossible(folded[(open + 1)..^1]) && OrganEnding().IsMatch(folded[(open + 1)..^1]);

    /// <summary>The name without what only tells of its scope: （本级）, （汇总）, （机关）.</summary>
    public static string WithoutScope(string folded) => ScopeMark().Replace(folded, "");

    /// <summary>True for 本级 and 机关: the issuer alone, without its units.</summary>
    public static bool IsOwnLevel(string folded) => OwnLevel().IsMatch(folded);

    /// <summary>True for 汇总: the issuer with its units.</summary>
    public static bool IsSummary(string folded) => Summary().IsMatch(folded);

    private static string UnpairedBracket(string name)
    {
        var opening = name.AsSpan().IndexOfAny('(', '（');
        var closing = name.AsSpan().IndexOfAny(')', '）');
        return (opening < 0) == (closing < 0) && opening <= closing ? name
            : opening >= 0 && closing < 0 ? name[..opening]
            : name[(closing + 1)..];
    }

    [GeneratedRegex(@"^第.{1,3}条|^(?:[(（\[［【]?[0-9０-９]{3,15}[)）\]］】]?[-—－_:：、.]*)+|^[0-9]{1,2}[、.．]_?", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingCode();

    /// <summary>关于…2026年部门预算的说明, …关于2026年部门预算的公告.</summary>
    [GeneratedRegex(@"^关于(?:公开|公布)?|关于(?:公开|公布)?$", RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"(?:[(（](?:盖章|公章|签章|部门|单位|章)[)）])?(?:(?:金额|计量|货币)?单位[:：].*|金额单位.*|预算年度.*|[(（]?\d{4}年.*|公开\d+表.*|第\d+页.*|[(（](?:盖章|" +
        @"公章|签章|章|部门|单位|公开)[)）].*|填报日期.*|编制日期.*|日期[:：].*|(?:一般公共预算)?(?:财政拨款)?[“""]?三公[”""]?经费.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingMatter();

    [GeneratedRegex(@"关于|附件|目录|预算(?!编审|评审|审核|绩效|管理|执行)|决算(?!编审|评审|审核)|通知|公开|编制说明|情况说明|第.部分|[一二三四五六七八九十]、|名称|合计|万元|^元|表$|[。；;！!？?：:，,/%]|" +
        @"^\d{1,4}$|\d{6}|\d年|\d\.\d|\d$|^各|^[省市区县]级|^本部门|^本单位|^我[局委部办]|^单位|^部门|^是|^的|项目$|职责|^其中|^同上|收入|支出|" +
        @"[xX×○*]{2}|某某", RegexOptions.CultureInvariant)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"[\u4e00-\u9fff]", RegexOptions.CultureInvariant)]
    private static partial Regex Ideographs();

    [GeneratedRegex(@"(?:局|委员会|[市县区省州]委|委|办公室|办公厅|厅|部|院|中心|[处站所校馆会社署室园台队库场团段]|支队|大队|学校|学院|大学|幼儿园|医院|联合会|总工会|协会|人民政府|街道办事处|街道|办事处|法院|检察院|" +
        @"公司|集团|基地|政协|人大|妇联|科协|社科联|文联|残联|工商联|侨联|侨办|银行|分行|中学|小学|党校)(?:\((?:本级|汇总|机关|本部|部门|局机关|委机关|厅机关|含.*)\)|本级|" +
        @"机关)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OrganEnding();

    [GeneratedRegex(@"\((?:汇总|含.{2,10}单位)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Summary();

    [GeneratedRegex(@"(?:\((?:本级|汇总|机关|本部|局机关|委机关|厅机关)\)|本级|机关本级)$", RegexOptions.CultureInvariant)]
    private static partial Regex ScopeMark();

    [GeneratedRegex(@"(?:\((?:本级|机关|本部|局机关|委机关|厅机关)\)|本级)$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnLevel();
}
