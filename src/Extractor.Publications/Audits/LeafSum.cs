namespace Extractor.Publications.Audits;

/// <summary>
/// The leaves of one table, direction, component, fund, phase and period beside the total that the table prints for them: whoever adds
/// up leaves gets <paramref name="LeavesYuan"/>.
/// </summary>
/// <param name="PageNumber">Of the printed total.</param>
/// <param name="Doubt">Of the total, or of a leaf; null where none is told.</param>
public sealed record LeafSum(
    string DocumentId,
    string TableId,
    string TableKey,
    int PageNumber,
    string Direction,
    string Component,
    string Fund,
    string Phase,
    string Period,
    decimal PrintedYuan,
    decimal LeavesYuan,
    LeafSumState State,
    string? Doubt);

/// <summary>Whether leaves make their total, and what a reader is told where they do not.</summary>
public enum LeafSumState
{
    /// <summary>To what the rounding of the printed figures allows.</summary>
    Holds,

    /// <summary>The total or a leaf carries a doubt.</summary>
    Doubted,

    /// <summary>The total or a leaf is in a sum that fails: the document contradicts itself.</summary>
    Contradicted,

    /// <summary>Nothing tells of it.</summary>
    Unexplained,
}
