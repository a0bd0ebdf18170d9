namespace Extractor.Extracting.Words;

/// <summary>The lists of <c>pipelines/layout/words.csv</c>; what each is asked for stands in the README beside it.</summary>
internal enum LayoutWordList
{
    /// <summary>栏次: the row numbers the columns.</summary>
    ColumnNumberRow,

    /// <summary>栏次合计: 合计 of the blank row beneath stands in the same cell.</summary>
    ColumnNumberTotal,

    /// <summary>行次, 甲, 乙 among the numbers of the columns.</summary>
    ColumnNumberCell,

    /// <summary>类, 款, 项.</summary>
    CodeLevel,

    /// <summary>目录.</summary>
    ContentsTitle,

    /// <summary>文字部分.</summary>
    PartOfText,

    /// <summary>报表部分, 附表.</summary>
    PartOfTables,

    /// <summary>表 at the end of a heading.</summary>
    TableTitleEnding,

    /// <summary>如下.</summary>
    AnnouncementEnding,

    /// <summary>情况, 职责 at the end of the name of a matter.</summary>
    MatterEnding,

    /// <summary>附件.</summary>
    AnnexLabel,
}
