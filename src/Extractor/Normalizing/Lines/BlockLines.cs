using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Lines;

/// <summary>The lines of one block of a table by row and amount column, with the way the rows nest.</summary>
/// <param name="Amounts">The amount columns that have a meaning of their own.</param>
/// <param name="Lines">By index into <paramref name="Rows"/> and into <paramref name="Amounts"/>; null where no amount is printed.</param>
/// <param name="HasUnreadColumns">The table prints amounts under headings that no map knows, or that are left out on purpose.</param>
/// <param name="IsPrimary">False for a block that shows the same money by another classification.</param>
/// <param name="Sides">The parallel lists whose sum this one row is; empty for a list itself.</param>
internal sealed record BlockLines(
    TableContext Context,
    TableBlock Block,
    ImmutableArray<AmountColumn> Amounts,
    ImmutableArray<TableRow> Rows,
    RowTree Tree,
    LineDraft?[,] Lines,
    bool IsPrimary,
    bool HasUnreadColumns,
    ImmutableArray<BlockLines> Sides)
{
    /// <summary>Rows of a government's table whose parts are shown only in part.</summary>
    public ImmutableHashSet<int> Partial { get; init; } = [];

    /// <summary>Rows of a government's table that divide a sum anew.</summary>
    public ImmutableHashSet<int> Aside { get; init; } = [];

    public IEnumerable<LineDraft> All
    {
        get
        {
            for (var row = 0; row < Rows.Length; row++)
            {
                for (var column = 0; column < Amounts.Length; column++)
                {
                    if (Lines[row, column] is { } line)
                    {
                        yield return line;
                    }
                }
            }
        }
    }

    /// <summary>The nearest row above in the tree that prints an amount in <paramref name="column"/>; -1 where none does.</summary>
    public int ParentWithAmount(int row, int column)
    {
        var parent = Tree.Parents[row];
        while (parent >= 0 && Lines[parent, column] is null)
        {
            parent = Tree.Parents[parent];
        }

        return parent;
    }

    /// <summary>
    /// The rows below <paramref name="parent"/> begin with 其中 and do not add up to it: they show some of its parts, not all.
    /// </summary>
    public bool ShowsSomeParts(int parent, int column)
    {
        var first = Tree.Parents.IndexOf(parent);
        if (first < 0 || !Rows[first].IsOfWhich || Lines[parent, column] is not { } whole)
        {
            return false;
        }

        var sum = 0m;
        for (var row = first; row < Rows.Length; row++)
        {
            sum += Tree.Parents[row] == parent && Lines[row, column] is { } line ? line.Yuan : 0;
        }

        return sum != whole.Yuan;
    }

    /// <summary>
    /// Of each row: 工程 behind the purchases of one unit, above those of others (无锡), is no part of the unit's row, which names what is
    /// below it.
    /// </summary>
    public bool[] StandOutsideTheirUnits()
    {
        var units = Block.UnitName is null ? Rows.Where(static row => row.IsUnit).Select(UnitOf).ToHashSet() : [];
        return [.. Enumerable.Range(0, Rows.Length).Select(IsOutside)];

        bool IsOutside(int row)
        {
            var unit = UnitOf(Rows[row]);
            if (Rows[row].IsUnit || unit is (null, null) || !units.Contains(unit))
            {
                return false;
            }

            var above = Tree.Parents[row];
            while (above >= 0 && !(Rows[above].IsUnit && UnitOf(Rows[above]) == unit))
            {
                above = Tree.Parents[above];
            }

            return above < 0;
        }

        static (string? Name, string? Code) UnitOf(TableRow row) => (row.UnitName, row.UnitCode);
    }

    /// <summary>The row is part of a list that shows only some of the parts of a row above it.</summary>
    public bool IsShownAside(int row, int column)
    {
        for (var parent = Tree.Parents[row]; parent >= 0; parent = Tree.Parents[parent])
        {
            if (ShowsSomeParts(parent, column))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>For each row, whether rows below it already carry its money in this column; totals are sums of what stands there.</summary>
    /// <param name="aside">Rows that show only some parts of one above them: they carry none of it.</param>
    public bool[] CountedBelow(int column, bool[] aside)
    {
        var parents = Tree.Parents;
        var counted = new bool[parents.Length];
        var any = false;
        for (var row = 0; row < parents.Length; row++)
        {
            if (Lines[row, column] is null || aside[row])
            {
                continue;
            }

            any |= Rows[row].Kind is RowKind.Detail or RowKind.Carried;
            for (var parent = parents[row]; parent >= 0; parent = parents[parent])
            {
                counted[parent] = true;
            }
        }

        for (var row = 0; row < parents.Length; row++)
        {
            counted[row] |= any && Rows[row].Kind is RowKind.Total or RowKind.Subtotal or RowKind.CurrentYearTotal;
        }

        return counted;
    }

    /// <summary>The row whose line is the sum of the whole block; -1 where none is printed.</summary>
    public int TotalRow { get; } = FindTotal(Rows, Tree);

    private static int FindTotal(ImmutableArray<TableRow> rows, RowTree tree)
    {
        var unit = -1;
        var units = 0;
        for (var index = 0; index < rows.Length; index++)
        {
            if (rows[index].Kind == RowKind.Total)
            {
                return index;
            }

            if (rows[index].IsUnit && tree.Parents[index] < 0)
            {
                unit = index;
                units++;
            }
        }

        return units == 1 ? unit : -1;
    }
}

/// <summary>An amount column with its place in the contract's dimensions.</summary>
internal sealed record AmountColumn(ColumnMeaning Meaning, Component Component, Fund Fund, Period Period, Phase Phase, Direction Direction)
{
    public int Column => Meaning.Column;

    public string? ItemKey => Meaning.ItemKey;

    /// <summary>What the column says of the item of its rows; a narrowing is their qualifier and no item.</summary>
    public string? RowItemKey => Meaning.Narrowing is null ? Meaning.ItemKey : null;

    /// <summary>Of a government's table: year, level, place and item of the column; null in departments' tables.</summary>
    public Governments.GovernmentScope? Scope { get; init; }

    public bool IsSameBucket(AmountColumn other) =>
        Component == other.Component && Fund == other.Fund && Period == other.Period && Phase == other.Phase &&
            Direction == other.Direction && Scope == other.Scope &&
            Meaning.UnitName == other.Meaning.UnitName && Meaning.Item == other.Meaning.Item;
}
