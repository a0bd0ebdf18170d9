using System.Text.RegularExpressions;

namespace Extractor.Fetching.Pages;

/// <summary>What an HTML answer is, told from what it holds and not from its status alone.</summary>
public enum PageNature
{
    Ordinary,

    /// <summary>A test for browsers that a program does not pass; it is reported and never evaded.</summary>
    Challenge,

    /// <summary>It asks for a password.</summary>
    Login,

    /// <summary>It says that there is nothing here, whatever its status says.</summary>
    NotFound,
}

/// <summary>Tells <see cref="PageNature"/>.</summary>
public static partial class PageNatures
{
    /// <summary>Characters; a page that a reader can use shows more.</summary>
    private const int LeastText = 40;

    /// <summary>Characters; a page that says only that there is nothing shows less.</summary>
    private const int MostTextOfError = 300;

    public static PageNature Of(HtmlPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!page.ShowsText(LeastText))
        {
            // Nothing to read and a script that plants a cookie or runs hidden code before it loads the page again.
            if (page.Scripts.Any(static script => Challenge().IsMatch(script)))
            {
                return PageNature.Challenge;
            }
        }

        if (!page.ShowsText(MostTextOfError) && !page.Links().Any(static link =>
            AttachmentLinks.IsAttachment(link.Address, link.Text))
            && (Interception().IsMatch(page.Title) || Interception().IsMatch(page.Text)))
        {
            return PageNature.Challenge;
        }

        if (NotFoundTitle().IsMatch(page.Title) || page.Headings().Any(static heading => NotFoundTitle().IsMatch(heading))
            || (!page.ShowsText(MostTextOfError) && NotFoundText().IsMatch(page.Text)))
        {
            return PageNature.NotFound;
        }

        return page.Has("input[type=password]") && LoginTitle().IsMatch(page.Title) ? PageNature.Login : PageNature.Ordinary;
    }

    [GeneratedRegex(@"document\.cookie\s*=|\beval\s*\(|\$_ts\b|__jsl|acw_sc__")]
    private static partial Regex Challenge();

    [GeneratedRegex(@"^\s*(?:404|error\s*404|not\s+found)\b|页面(?:不存在|未找到|找不到|没有找到)|(?:找不到|无法找到).{0,6}(?:页面|网页)|页面.{0,4}(?:已删除|已失效)",
        RegexOptions.IgnoreCase)]
    private static partial Regex NotFoundTitle();

    [GeneratedRegex(@"(?:页面|网页|信息|文章|内容|文件)(?:不存在|未找到|找不到|已删除|已被删除|已失效)|(?:找不到|无法找到).{0,8}(?:页面|网页|文件|资源)|404\s*not\s*found",
        RegexOptions.IgnoreCase)]
    private static partial Regex NotFoundText();

    [GeneratedRegex(@"验证码|人机验证|安全验证|滑动验证|拖动滑块|访问(?:被|请求被|行为被)(?:拦截|拒绝|阻断)|请求(?:被|已被)(?:拦截|拒绝|阻断)|已被(?:拦截|阻断)|" +
        @"WAF|Web应用防火墙|网站防火墙|创宇盾|安全狗|云锁|captcha|access denied|request (?:was |has been )?(?:blocked|denied)|您的IP", RegexOptions.IgnoreCase)]
    private static partial Regex Interception();

    [GeneratedRegex("登录|登陆|login|sign in", RegexOptions.IgnoreCase)]
    private static partial Regex LoginTitle();
}
