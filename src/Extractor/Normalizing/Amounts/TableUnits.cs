using System.Collections.Immutable;
using Extractor.Model.Tables;

namespace Extractor.Normalizing.Amounts;

/// <summary>The unit that a table's amounts are read in, and by what evidence.</summary>
public readonly record struct UnitReading(AmountUnit? Unit, UnitEvidence Evidence);

/// <summary>
/// The unit of every table of a document: what the table itself prints; else, where all tables of the document that print
/// one print the same, that one; else none, and the table yields no amounts.
/// </summary>
internal static class TableUnits
{
    public static ImmutableArray<UnitReading> Read(ImmutableArray<ExtractedTable> tables)
    {
        var printed = tables.Select(static table => Printed(table)).ToImmutableArray();
        var distinct = printed.Where(static unit => unit is not null).Distinct().ToList();
        var common = distinct.Count == 1 ? distinct[0] : null;
        return [.. printed.Select(unit =>
            unit is not null ? new UnitReading(unit, UnitEvidence.PrintedOnTable)
            : common is not null ? new UnitReading(common, UnitEvidence.DocumentDefault)
            : new UnitReading(null, UnitEvidence.None))];
    }

    private static AmountUnit? Printed(ExtractedTable table)
    {
        if (AmountUnit.Find(table.UnitAsPrinted) is { } unit)
        {
            return unit;
        }

        foreach (var path in table.ColumnHeaderPaths)
        {
            foreach (var heading in path.Split(" / "))
            {
                if (AmountUnit.FindInHeading(heading) is { } inHeading)
                {
                    return inHeading;
                }
            }
        }

        return null;
    }
}
