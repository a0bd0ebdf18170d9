using System.Collections.Immutable;
using Extractor.Runs;

namespace Extractor.Publications.Exports;

/// <summary>How the values of a column are shown.</summary>
public enum ExportColumnKind
{
    /// <summary>Names, codes, hashes: never taken for a number or a formula.</summary>
    Text,

    /// <summary>Yuan, two decimals.</summary>
    Amount,

    /// <summary>Years, pages.</summary>
    Integer,

    /// <summary>Points, percents.</summary>
    Measure,
}

/// <summary>A column of a sheet.</summary>
/// <param name="Name">The contract's name, or what a comparison shows in it.</param>
/// <param name="NameZh">The heading for readers of Chinese.</param>
/// <param name="Width">In characters of the standard font.</param>
public sealed record ExportColumn(string Name, string NameZh, ExportColumnKind Kind, int Width);

/// <summary>A table for people.</summary>
/// <param name="Name">Letters and underscores, for the name of a file.</param>
/// <param name="Rows">
/// One value a column: string, decimal, double, int or null, as the column's kind says. Enumerated once.
/// </param>
public sealed record ExportSheet(string Name, string NameZh, ImmutableArray<ExportColumn> Columns, IEnumerable<object?[]> Rows);

/// <summary>A place that sheets are written to, one after the other.</summary>
public interface IExportTarget
{
    /// <exception cref="OutputException">The sheet cannot be written.</exception>
    void Write(ExportSheet sheet);
}
