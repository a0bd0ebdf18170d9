using System.Text.RegularExpressions;

namespace Extractor.Fetching.Pages;

/// <summary>Which links of a page lead to files, as <see cref="AttachmentTypes"/> has them.</summary>
public static partial class AttachmentLinks
{
    /// <summary>
    /// By the address's own ending, or by that of the name that it is shown under: 附件1.2026年部门预算.pdf behind <c>/download?id=7</c>.
    /// A name shown as a file before the address of a page leads to that page.
    /// </summary>
    public static bool IsAttachment(Uri address, string text)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Ending().IsMatch(address.AbsolutePath) || EndingInQuery().IsMatch(address.Query)
            || (Ending().IsMatch(text) && !Page().IsMatch(address.AbsolutePath));
    }

    /// <summary>
    /// Whether a server is asked for a file by its number: <c>/download.asp?id=7</c>, <c>/download/8a8a8b2f</c>. What comes may have any
    /// ending.
    /// </summary>
    public static bool IsDownload(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return (address.Query.Length > 1 && Download().IsMatch(address.AbsolutePath)) || NumberedDownload().IsMatch(address.AbsolutePath)
            || AskedAsDownload().IsMatch(address.Query);
    }

    [GeneratedRegex(@"(?:down(?:load|file)?|attach(?:ment)?|getfile|file(?:down|serv|stream|get|out))\w*" +
        @"(?:\.(?:jspx?|aspx?|do|action|php|ashx)|/)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Download();

    [GeneratedRegex(@"[?&](?:download=(?:true|1)|(?:type|action|method|act|do|op|cmd|a|m)=(?:do)?down(?:load)?\w*)(?:&|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex AskedAsDownload();

    [GeneratedRegex(@"/(?:down(?:load)?|attach(?:ment)?|getfile)/(?:v\d/)?(?=\D*\d)[\w-]{4,64}$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberedDownload();

    /// <summary>Whether a text is an address that ends like a file; what follows its question mark does not count.</summary>
    public static bool IsFileAddress(string text) => FileAddress().IsMatch(text);

    [GeneratedRegex($@"^[^\s<>""']*[/\w%=-]\.(?:{AttachmentTypes.Endings})(?:[?#]\S*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex FileAddress();

    [GeneratedRegex(@"\.s?html?$", RegexOptions.IgnoreCase)]
    private static partial Regex Page();

    [GeneratedRegex($@"\.(?:{AttachmentTypes.Endings})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex($@"\.(?:{AttachmentTypes.Endings})(?:&|$)", RegexOptions.IgnoreCase)]
    private static partial Regex EndingInQuery();
}
