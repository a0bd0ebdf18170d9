using System.Text.RegularExpressions;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>The project that a form's title names where the form has no line 项目名称: 办公楼租金及物业项目绩效目标表.</summary>
internal static partial class FormTitle
{
    private static readonly WordSet Endings = ReadingWords.Of(WordList.FormTitleEnding);

    /// <summary>Words that titles of forms are made of when they name no project.</summary>
    private static readonly WordSet Fillers = ReadingWords.Of(WordList.FormTitleFiller);

    /// <summary>A title may name who publishes the form; centres and schools are built, and so are projects.</summary>
    private static readonly WordSet Authorities = ReadingWords.Of(WordList.FormAuthority);

    public static string? ProjectOf(string? title)
    {
        var printed = title?.Trim() ?? string.Empty;
        if (Coded().Match(printed) is { Success: true } coded)
        {
            return coded.Groups["name"].Value;
        }

        if (Endings.EndOf(printed) is not { } ending)
        {
            return null;
        }

        var name = printed[..^ending.Length].Trim();
        return Names(FoldedText.Of(name)) ? name : null;
    }

    /// <summary>301008_泉州市公安局台商投资区分局_科技兴警绩效目标表: code and name of the unit, then the project.</summary>
    [GeneratedRegex(@"^\d{3,}[_＿][^_＿]{3,40}[_＿](?<name>[^_＿]{2,60}?)(?:项目)?(?:支出)?绩效(?:目标|自评)表$", RegexOptions.CultureInvariant)]
    private static partial Regex Coded();

    private static bool Names(string folded) =>
        Fillers.Without(folded).AsSpan().Trim("0123456789()-.、:").Length >= 2 && !Authorities.Matches(folded);
}
