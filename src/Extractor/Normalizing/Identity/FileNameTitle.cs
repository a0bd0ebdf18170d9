using System.Text.RegularExpressions;

namespace Extractor.Normalizing.Identity;

/// <summary>
/// A file name as a title: the weakest evidence, for names are given by those who link and collect. It counts only where
/// it names an issuer in full with the word 预算 or 决算; 2026年部门预算.pdf is a label of a list, not a title.
/// </summary>
internal static partial class FileNameTitle
{
    public static DisclosureTitle? Read(string fileName)
    {
        var stem = Tail().Replace(Path.GetFileNameWithoutExtension(fileName), "");
        return stem.Split('_').Reverse()
            .Select(static part =>
                DisclosureTitle.Read(new PrintedText([Head().Replace(part, "").Replace("-", "", StringComparison.Ordinal)])))
            .FirstOrDefault(static title => title?.Issuer is { } issuer && IssuerName.IsOrgan(Maps.FoldedText.Of(issuer)) &&
                title.Year is not null);
    }

    /// <summary>The end of a hash or a counter that a collector appended.</summary>
    [GeneratedRegex(@"(?:-[0-9a-f]{6,}|\(\d+\)|-\d{1,3})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^\s*(?:附件\s*[一二三四五六七八九十\d]*\s*[:：、.．-]?|(?:\d+\s*[、.．-]\s*)+)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
