using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>The project that a form's title names where the form has no line 项目名称: 办公楼租金及物业项目绩效目标表.</summary>
internal static class FormTitle
{
    private static readonly WordSet Endings = ReadingWords.Of(WordList.FormTitleEnding);

    /// <summary>Words that titles of forms are made of when they name no project.</summary>
    private static readonly WordSet Fillers = ReadingWords.Of(WordList.FormTitleFiller);

    /// <summary>A title may name who publishes the form; centres and schools are built, and so are projects.</summary>
    private static readonly WordSet Authorities = ReadingWords.Of(WordList.FormAuthority);

    public static string? ProjectOf(string? title)
    {
        var printed = title?.Trim() ?? string.Empty;
        if (Endings.EndOf(printed) is not { } ending)
        {
            return null;
        }

        var name = printed[..^ending.Length].Trim();
        return Names(FoldedText.Of(name)) ? name : null;
    }

    private static bool Names(string folded) =>
        Fillers.Without(folded).AsSpan().Trim("0123456789()-.、:").Length >= 2 && !Authorities.Matches(folded);
}
