using System.Collections.Immutable;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Differences;

/// <summary>What became of a document or of a line from one publication to the next.</summary>
public enum ChangeKind
{
    /// <summary>Only the later publication has it.</summary>
    Added,

    /// <summary>Only the earlier publication has it.</summary>
    Removed,

    /// <summary>Other bytes stand for the same issuer, year and kind; of documents only.</summary>
    Superseded,

    /// <summary>Both have it and something differs: lines of a document, the amount of a line.</summary>
    Changed,
}

/// <summary>A document of a publication, as far as it is compared.</summary>
public sealed record ComparedDocument(
    string DocumentId,
    string? DivisionCode,
    string? DivisionName,
    string? DepartmentName,
    string? Scope,
    string Kind,
    int? FiscalYear,
    string ArchiveLocation,
    string? SupersedesDocumentId);

/// <summary>By what a line is known again where its document, table or place has changed.</summary>
/// <param name="SubjectCode">Or null, and then <paramref name="ItemKey"/> or <paramref name="Label"/> tells what it is.</param>
/// <param name="Label">Name as printed, of lines without code and item key.</param>
public sealed record ComparedLineKey(
    string TableKey,
    string? Classification,
    string? SubjectCode,
    string? ItemKey,
    string? Label,
    string? UnitName,
    string? Phase,
    string? Direction,
    string? Component,
    string? Fund,
    string? Period);

/// <summary>A budget line of one side.</summary>
/// <param name="Name">What the row is called: the catalogue's name or the printed one.</param>
public sealed record ComparedLine(string LineId, ComparedLineKey Key, string? Name, decimal AmountYuan, string ValueAsPrinted, int Page,
    string? Proof)
{
    internal static ComparedLine Of(BudgetLineRow row) => new(
        row.LineId,
        new ComparedLineKey(
            row.TableKey, row.Classification, row.SubjectCode, row.ItemKey,
            row.SubjectCode is null && row.ItemKey is null ? row.SubjectNameAsPrinted : null,
            row.UnitName, row.Phase, row.Direction, row.Component, row.Fund, row.Period),
        row.SubjectName ?? row.SubjectNameAsPrinted,
        row.AmountYuan,
        row.ValueAsPrinted,
        row.PageNumber,
        row.Proof);
}

/// <summary>A line that is not the same on both sides; at least one of them is set.</summary>
public sealed record LineDifference(ComparedLine? Before, ComparedLine? After)
{
    public ChangeKind Change => (Before, After) switch
    {
        (null, _) => ChangeKind.Added,
        (_, null) => ChangeKind.Removed,
        _ => ChangeKind.Changed,
    };

    public ComparedLineKey Key => (After ?? Before)!.Key;

    public string? Name => (After ?? Before)!.Name;

    /// <summary>In yuan; null where one side does not have the line.</summary>
    public decimal? DifferenceYuan => After?.AmountYuan - Before?.AmountYuan;
}

/// <summary>A document that is not the same on both sides, with its lines that are not.</summary>
public sealed record DocumentDifference(ChangeKind Change, ComparedDocument? Before, ComparedDocument? After,
    ImmutableArray<LineDifference> Lines)
{
    /// <summary>The later side, or the earlier where there is no later.</summary>
    public ComparedDocument Document => (After ?? Before)!;

    public int Count(ChangeKind change) => Lines.Count(line => line.Change == change);
}
