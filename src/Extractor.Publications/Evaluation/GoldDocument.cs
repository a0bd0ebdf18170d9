using System.Collections.Immutable;
using Extractor.Model.Documents;

namespace Extractor.Publications.Evaluation;

/// <summary>A logical table that a person found in a document.</summary>
public sealed record GoldTable(string TableKey, string Title, int PageFirst, int PageLast, string Unit);

/// <summary>A figure that a person read.</summary>
/// <param name="SubjectCode">As the row prints it, sometimes only its own level; empty where it prints none.</param>
/// <param name="Label">White space removed; <c>unit>label</c> where a table lists several budget units.</param>
/// <param name="Column">A component, a side of a two-sided table, or a period.</param>
public sealed record GoldLine(string TableKey, int Page, string SubjectCode, string Label, string Column, string Amount);

/// <summary>A heading of the narrative.</summary>
public sealed record GoldSection(string Heading, int Depth, int Page, string SectionKey);

/// <summary>A number stated in prose; the first statement of its key.</summary>
public sealed record GoldStatement(string FigureKey, string Value, string Unit, int Page, string Sentence);

/// <summary>A mention of a project.</summary>
/// <param name="Change">Against the year before, in <paramref name="Unit"/>; a decrease has a minus sign; empty where none is
/// stated.</param>
/// <param name="ChangePercent">The same in percent.</param>
public sealed record GoldProject(string Name, string Amount, string Unit, string Change, string ChangePercent, int Page, string Source);

/// <summary>A row of an indicator form.</summary>
/// <param name="Actual">What was reached, in a self-evaluation; null where the file has no such column.</param>
public sealed record GoldIndicator(string ProjectName, string Level1, string Level2, string Level3, string Target, int Page,
    string? Actual = null);

/// <summary>
/// What a person read in one document. A part that nobody annotated is null and is not scored; an empty one says
/// that the document has nothing of the kind.
/// </summary>
/// <param name="Name">d01.</param>
/// <param name="File">As the index names it.</param>
public sealed record GoldDocument(
    string Name,
    string File,
    DocumentId Id,
    ImmutableArray<GoldTable>? Tables,
    ImmutableArray<GoldLine>? Lines,
    ImmutableArray<GoldSection>? Sections,
    ImmutableArray<GoldStatement>? Statements,
    ImmutableArray<GoldProject>? Projects,
    ImmutableArray<GoldIndicator>? Indicators);
