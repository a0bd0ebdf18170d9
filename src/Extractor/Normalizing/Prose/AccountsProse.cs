using System.Text.RegularExpressions;

namespace Extractor.Normalizing.Prose;

/// <summary>
/// How the prose of final accounts (决算情况说明) tells three figures of one thing apart: 年初预算为…, 支出决算为…, and the
/// difference of the one to the other, which is no change over the year before.
/// </summary>
internal static partial class AccountsProse
{
    /// <summary>年初预算为, 支出预算, 全年预算数为, 完成预算 right before a number: it is the 预算数.</summary>
    public static bool SpeaksOfBudget(string clause) => Budget().IsMatch(WithoutFunds(clause));

    /// <summary>决算为, 支出决算数: the number is the 决算数 of what was named before.</summary>
    public static bool SpeaksOfAccounts(string clause) => Accounts().IsMatch(clause);

    /// <summary>
    /// True for 较年初预算数增加, false for 较上年决算数增加, null where the words compare with nothing: the comparison that was
    /// named before goes on (增加10.00万元，增长8.00%).
    /// </summary>
    public static bool? ComparesWithBudget(string lead)
    {
        var words = WithoutFunds(lead);
        return LastYear().IsMatch(words) ? false : AgainstBudget().IsMatch(words) ? true : null;
    }

    /// <summary>一般公共预算, 政府性基金预算, 国有资本经营预算 name a fund, no 预算数.</summary>
    private static string WithoutFunds(string words) => Funds().Replace(words, string.Empty);

    [GeneratedRegex("(?:一般公共|政府性基金|国有资本经营|公共财政)预算(?!数)", RegexOptions.CultureInvariant)]
    private static partial Regex Funds();

    [GeneratedRegex("预算(?:数|金额|安排|批复)?(?:合计|总额)?[为是:：]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Budget();

    [GeneratedRegex("^[^，,。；;]{0,6}决算(?:数|总额)?[为是:：]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Accounts();

    [GeneratedRegex(@"(?:上年|上一年|去年|同期|20\d\d年度?(?:决算|支出|同期|相比|增|减|[^，,。；;预]{0,4}(?:增|减|上升|下降)))", RegexOptions.CultureInvariant)]
    private static partial Regex LastYear();

    [GeneratedRegex("(?:比|较|与|大于|小于|高于|低于|超出)[^，,。；;]{0,10}预算", RegexOptions.CultureInvariant)]
    private static partial Regex AgainstBudget();
}
