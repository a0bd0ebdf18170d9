namespace Extractor.Normalizing.Headings;

/// <summary>What a sentence of the document explains.</summary>
public enum NoteExplains
{
    /// <summary>部分具体项目信息公开时予以剔除: lists fall short of their sums.</summary>
    LeftOut,

    /// <summary>因四舍五入: sums are off by a last place for each of their figures.</summary>
    Rounding,
}

/// <summary>What a note below a table or a sentence of the narrative says of the document's sums.</summary>
public sealed record NoteMeaning(NoteExplains Explains);
