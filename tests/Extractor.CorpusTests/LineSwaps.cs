using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Evidence;

namespace Extractor.CorpusTests;

/// <summary>A proven line that changes places with another of its table, as if one were read for the other.</summary>
/// <param name="Kind">What the two differ in: component, fund, unit, parent, direction or classification.</param>
/// <param name="IsNoticed">A sum that holds would be missed.</param>
internal sealed record LineSwap(string Kind, BudgetLine Line, BudgetLine Other, bool IsNoticed);

/// <summary>Swaps of one kind in a document.</summary>
internal sealed record SwapCount(string Kind, int Tried, int Unnoticed);

/// <summary>
/// Tries each proven line of a document with the nearest line of another kind that prints another amount. Units count where they are told
/// by their sum line: a unit that a row prints itself is no place in a structure.
/// </summary>
internal static class LineSwaps
{
    public static IReadOnlyList<LineSwap> Of(NormalizedDocument document)
    {
        var periods = document.Lines.ToDictionary(static line => line.LineId, static line => line.Period, StringComparer.Ordinal);
        var sums = document.Checks.Where(static check => check.Outcome == CheckOutcome.Holds)
            .SelectMany(static check => check.MemberLineIds.Distinct().Select(member => (Member: member, Check: check)))
            .ToLookup(static pair => pair.Member, static pair => pair.Check, StringComparer.Ordinal);
        var swaps = new List<LineSwap>();
        foreach (var table in document.Lines.GroupBy(static line => line.TableOrdinal))
        {
            var rows = table.ToLookup(static line => line.Row);
            var columns = table.ToLookup(static line => line.Column);
            var units = table.Where(static line => line.Classification == Classification.Unit).Select(static line => line.UnitName)
                .ToHashSet();
            foreach (var line in table.Where(static line => line.Proof == Proof.Proven))
            {
                var (row, column) = (rows[line.Row], columns[line.Column]);
                Try("component", row.Where(other => other.Component != line.Component && other.Fund == line.Fund &&
                    AreOfOneTime(line, other)));
                Try("fund", row.Where(other => other.Fund != line.Fund && other.Component == line.Component && AreOfOneTime(line, other)));
                Try("direction", row.Where(other => other.Direction != line.Direction));
                Try("classification", column.Where(other => other.Classification != line.Classification));
                Try("parent", line.ParentLineId is null ? [] : column.Where(other => other.ParentLineId is not null &&
                    other.ParentLineId != line.ParentLineId && other.ParentLineId != line.LineId && line.ParentLineId != other.LineId));
                Try("unit", line.Classification == Classification.Unit || !units.Contains(line.UnitName) ? [] : column.Where(other =>
                    units.Contains(other.UnitName) && other.UnitName != line.UnitName && other.Classification == line.Classification &&
                    other.SubjectCode == line.SubjectCode && other.SubjectNameAsPrinted == line.SubjectNameAsPrinted));

                void Try(string kind, IEnumerable<BudgetLine> others)
                {
                    var nearest = others.Where(other => other.AmountYuan != line.AmountYuan)
                        .MinBy(other => (Math.Abs(other.Row - line.Row), Math.Abs(other.Column - line.Column), other.Row, other.Column));
                    if (nearest is not null)
                    {
                        swaps.Add(new LineSwap(kind, line, nearest, IsNoticed(line, nearest)));
                    }
                }
            }
        }

        return swaps;

        bool IsNoticed(BudgetLine line, BudgetLine other) => sums[line.LineId].Concat(sums[other.LineId]).Any(check =>
            Math.Abs((SignOf(check, line) - SignOf(check, other)) * (other.AmountYuan - line.AmountYuan)) >
                check.ToleranceYuan + Math.Abs(check.DifferenceYuan));

        int SignOf(Check check, BudgetLine line) => check.MemberLineIds.IndexOf(line.LineId) switch
        {
            < 0 => 0,
            0 when check.MemberLineIds.Length > 1 => -1,
            _ => check.Rule == "change_is_current_minus_prior" && periods[line.LineId] == Period.Prior ? -1 : 1,
        };
    }

    public static ImmutableArray<SwapCount> Count(NormalizedDocument document) =>
        [.. Of(document).GroupBy(static swap => swap.Kind, StringComparer.Ordinal)
            .Select(static kind => new SwapCount(kind.Key, kind.Count(), kind.Count(static swap => !swap.IsNoticed)))];

    private static bool AreOfOneTime(BudgetLine line, BudgetLine other) =>
        other.Period == line.Period && other.Phase == line.Phase && other.Direction == line.Direction;
}
