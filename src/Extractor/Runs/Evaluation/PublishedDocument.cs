using System.Collections.Immutable;
using Extractor.Model.Documents;

namespace Extractor.Runs.Evaluation;

/// <summary>A row of <c>tables</c>.</summary>
public sealed record PublishedTable(string TableId, string TableKey, string? Number, string? Title, string? Unit, int PageFirst,
    int PageLast);

/// <summary>A row of <c>cells</c>.</summary>
public sealed record PublishedCell(string TableId, int Row, int Column, int RowSpan, int ColumnSpan, bool IsHeader, string? HeaderPath,
    string? Text, int Page);

/// <summary>A row of <c>budget_lines</c>, as far as it is compared.</summary>
public sealed record PublishedLine(
    string TableId,
    string TableKey,
    int Row,
    int Column,
    string? UnitName,
    string Phase,
    string Direction,
    string Period,
    string Classification,
    string? SubjectCode,
    string? SubjectNameAsPrinted,
    string? ItemKey,
    string Component,
    string Fund,
    string RowRole,
    decimal? AmountYuan,
    string? ValueAsPrinted,
    int Page);

/// <summary>A row of <c>sections</c>.</summary>
public sealed record PublishedSection(string Heading, int Depth, int PageFirst, string SectionKey);

/// <summary>A row of <c>stated_figures</c>.</summary>
public sealed record PublishedStatement(string FigureKey, decimal? AmountYuan, decimal? Quantity, decimal? Percent, string? Sentence,
    int Page);

/// <summary>A row of <c>projects</c>.</summary>
public sealed record PublishedProject(string Name, string Source, decimal? AmountYuan, decimal? ChangeYuan, decimal? ChangePercent,
    int Page);

/// <summary>A row of <c>performance_indicators</c>.</summary>
public sealed record PublishedIndicator(string? ProjectName, string? Level1, string? Level2, string? Level3, string? Target, int Page,
    string? Actual = null);

/// <summary>What was published of one document, as far as it is compared with gold.</summary>
public sealed record PublishedDocument(
    DocumentId Id,
    ImmutableArray<PublishedTable> Tables,
    ImmutableArray<PublishedCell> Cells,
    ImmutableArray<PublishedLine> Lines,
    ImmutableArray<PublishedSection> Sections,
    ImmutableArray<PublishedStatement> Statements,
    ImmutableArray<PublishedProject> Projects,
    ImmutableArray<PublishedIndicator> Indicators)
{
    public static PublishedDocument Nothing(DocumentId id) => new(id, [], [], [], [], [], [], []);
}
