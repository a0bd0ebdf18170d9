using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;

namespace Extractor.Normalizing.Lines;

/// <summary>Columns of words that name the phase or the year of each row: 年初预算数, 调整预算数, 决算数 below one another.</summary>
internal static class RowPhases
{
    /// <summary>Words; a column that holds one alone tells no rows apart.</summary>
    private const int FewestWords = 2;

    /// <summary>
    /// The first column whose every word beside an amount is one of these gets the role <see cref="ColumnRole.Phase"/>; codes, amounts
    /// and the only names of the rows stay what they are.
    /// </summary>
    public static ImmutableArray<ColumnMeaning> Place(ImmutableArray<ColumnMeaning> columns, TableGrid grid, HeadingMaps maps,
        int? fiscalYear)
    {
        var place = columns.FirstOrDefault(column =>
            column.Role is ColumnRole.Unmapped or ColumnRole.Ignored or ColumnRole.Name or ColumnRole.Year &&
            columns.Any(other => other.Column != column.Column && other.Role is ColumnRole.Name or ColumnRole.Unmapped) &&
            IsOfPhases(column.Column));
        return place is null ? columns : columns.SetItem(place.Column, place with { Role = ColumnRole.Phase });

        bool IsOfPhases(int column)
        {
            var amounts = columns.Where(static other => other.Role == ColumnRole.Amount).Select(static other => other.Column).ToList();
            var named = grid.BodyRows.Where(row => amounts.Exists(amount => grid.Amount(row, amount) is not null))
                .Select(row => Of(grid.TextOver(row, column), columns[column], maps, fiscalYear)).ToList();
            return !named.Contains(null) && (named.Distinct().Count() >= FewestWords ||
                (columns[column].Role == ColumnRole.Year && named is [{ Period: not (null or Period.Current) }, ..]));
        }
    }

    /// <summary>The rows of each phase in the order of print; none where no column of the block names them.</summary>
    public static ImmutableArray<(RowPhase Phase, TableGrid Rows)> Split(TableGrid grid, TableBlock block, HeadingMaps maps,
        int? fiscalYear)
    {
        if (block.Phase is not { } column)
        {
            return OfBands(grid, block, maps, fiscalYear);
        }

        var byRow = grid.BodyRows.ToDictionary(static row => row, row => Of(grid.TextOver(row, column.Column), column, maps, fiscalYear));
        return [.. byRow.Values.OfType<RowPhase>().Distinct().Select(phase => (phase, grid.Where(row => byRow[row] == phase)))];
    }

    /// <summary>2025年预算 over the whole width, then its rows, then 2026年预算: from the first row on each is below one of them.</summary>
    private static ImmutableArray<(RowPhase Phase, TableGrid Rows)> OfBands(TableGrid grid, TableBlock block, HeadingMaps maps,
        int? fiscalYear)
    {
        var bands = grid.BodyRows.Where(row => grid.Band(row) is not null)
            .Select(row => (Row: row, Phase: Of(grid.Text(row, 0), block.Amounts[0], maps, fiscalYear)))
            .Where(static band => band.Phase is not null).ToList();
        if (bands.Select(static band => band.Phase).Distinct().Count() < FewestWords || bands[0].Row != grid.BodyRows[0])
        {
            return [];
        }

        return [.. bands.Select((band, index) => (band.Phase!, grid.Within(band.Row + 1,
            index + 1 < bands.Count ? bands[index + 1].Row : grid.Table.RowCount)))];
    }

    /// <summary>Null for words that name none: a project may be called 决算编制. In a column headed 年度 a year alone says enough.</summary>
    public static RowPhase? Of(string printed, ColumnMeaning column, HeadingMaps maps, int? fiscalYear)
    {
        var heading = HeadingText.Of(printed);
        var (phase, period) = (HeadingWords.PhaseOf(heading), HeadingWords.PeriodOf(heading, fiscalYear));
        if (phase is null && period is null)
        {
            return null;
        }

        var isWord = IsOfYears(column, maps) || HeadingWords.Find(maps, heading)
            is { IsSum: true } or { Role: ColumnRole.Amount, Fund: null, Component: null, ItemKey: null };
        return isWord ? new RowPhase(phase, period) : null;
    }

    private static bool IsOfYears(ColumnMeaning column, HeadingMaps maps) => column.Role == ColumnRole.Year ||
        column.Path.Split(HeaderReader.PathSeparator).Any(heading =>
            HeadingWords.Find(maps, HeadingText.Of(heading)) is { Role: ColumnRole.Year });
}

/// <summary>What the word of a row says of its amounts; null for what it does not speak of.</summary>
internal sealed record RowPhase(Phase? Phase, Period? Period)
{
    /// <summary>The heading of a column says it before the word of a row.</summary>
    public AmountColumn Of(AmountColumn column) => column with
    {
        Phase = column.Meaning.Phase is null && Phase is { } phase ? phase : column.Phase,
        Period = column.Meaning.Period is null && Period is { } period ? period : column.Period,
    };
}
