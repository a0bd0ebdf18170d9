using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Fetching.Publishers;

namespace Extractor.Fetching.Pages;

/// <summary>Which links of a page lead to files, as <see cref="AttachmentTypes"/> has them.</summary>
public static partial class AttachmentLinks
{
    /// <summary>
    /// By the address's own ending, or by that of the name that it is shown under: 附件1.2026年部门预算.pdf behind <c>/download?id=7</c>.
    /// </summary>
    public static bool IsAttachment(PageLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return Ending().IsMatch(link.Address.AbsolutePath) || EndingInQuery().IsMatch(link.Address.Query) || Ending().IsMatch(link.Text);
    }

    /// <summary>The attachments of a detail page as the recipe wants them.</summary>
    public static ImmutableArray<PageLink> Of(HtmlPage page, Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(recipe);
        return [.. page.Links(recipe.Attachments).Concat(page.LinksWrittenByScripts()).Concat(page.FilesNamedByScripts())
            .DistinctBy(static link => link.Address).Where(IsAttachment).Where(link =>
            recipe.AttachmentText is not { } wanted || wanted.Matches(link.Text) ||
                wanted.Matches(Uri.UnescapeDataString(link.Address.AbsoluteUri)))];
    }

    [GeneratedRegex($@"\.(?:{AttachmentTypes.Endings})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex($@"\.(?:{AttachmentTypes.Endings})(?:&|$)", RegexOptions.IgnoreCase)]
    private static partial Regex EndingInQuery();
}
