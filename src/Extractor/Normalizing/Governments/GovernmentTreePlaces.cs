using Extractor.Model.Budget;
using Extractor.Normalizing.Divisions;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>How places nest: cities of their districts, provinces of their cities, and sums that leave a place out.</summary>
internal sealed partial record GovernmentTree
{
    private static readonly WordSet LeavesOut = ReadingWords.Of(WordList.LeavesOut);

    private sealed partial class Builder
    {
        /// <summary>省本级 is above no city, 长春市本级 above no district, however far right their names begin.</summary>
        private bool IsOwn(int above, int row) => places?[above] is { Level: GovernmentLevel.Own } && IsWhole(row);

        /// <summary>
        /// A city is what follows it up to the next one, or of that only its districts where its counties are the province's
        /// (省直管县); a province is all that is then left. Where the figures say so.
        /// </summary>
        private void NestPlaces(List<int>[] children)
        {
            var roots = Enumerable.Range(0, rows.Length).ToList();
            foreach (var level in new[] { DivisionLevel.Prefecture, DivisionLevel.Province })
            {
                if (level == DivisionLevel.Province)
                {
                    NestAllBut(children, roots);
                }

                foreach (var row in roots.Where(row => IsWhole(row, level)).ToList())
                {
                    var all = roots.SkipWhile(other => other <= row).TakeWhile(other => !IsSum(other) && !IsWhole(other, level)).ToList();
                    var following = all.FindAll(other => !IsMadeOf(other - 1, other));
                    var districts = following.FindAll(other =>
                        places?[other]?.Division is not { Level: DivisionLevel.County, IsDistrict: false });
                    if (new[] { following, districts }.FirstOrDefault(parts => parts.Count > 1 && sums.AgreeMostly(row, parts)) is { } made)
                    {
                        Nest(row, made, children, roots);
                    }
                }
            }
        }

        /// <summary>广东地区（不含深圳） is what follows it without 深圳市, wherever that stands; both are beside each other.</summary>
        private void NestAllBut(List<int>[] children, List<int> roots)
        {
            foreach (var row in roots.ToList())
            {
                var label = FoldedText.Of(rows[row].Label);
                var at = LeavesOut.FirstIndexIn(label);
                if (at < 0)
                {
                    continue;
                }

                var made = roots.Where(other => other > row && !IsSum(other) && !IsMadeOf(other - 1, other) &&
                    !IsNamedIn(label.AsSpan(at), other)).ToList();
                if (made.Count > 1 && sums.AgreeMostly(row, made))
                {
                    Nest(row, made, children, roots);
                }
            }
        }

        /// <summary>深圳市 by its first two characters.</summary>
        private bool IsNamedIn(ReadOnlySpan<char> text, int row) => rows[row].Numbering.Rest is { Length: > 1 } name &&
            text.Contains(name.AsSpan(0, 2), StringComparison.Ordinal);

        private static void Nest(int row, List<int> made, List<int>[] children, List<int> roots)
        {
            Array.ForEach(children, list => list.RemoveAll(made.Contains));
            children[row].Clear();
            children[row].AddRange(made);
            roots.RemoveAll(made.Contains);
        }

        /// <summary>长白山管委会 is what the row behind it, 长白山管委会本级, is: both at once would count it twice.</summary>
        private bool IsMadeOf(int row, int own) => places?[own] is null or { Level: GovernmentLevel.Own } &&
            rows[row].Label.Length > 0 && rows[own].Label.StartsWith(rows[row].Label, StringComparison.Ordinal) && sums.Agree(row, [own]);

        /// <summary>The place itself, not its own level (长春市本级).</summary>
        private bool IsWhole(int row, DivisionLevel? level = null) =>
            places?[row] is { Level: not GovernmentLevel.Own, Division: { } place } && (level is null || place.Level == level);
    }
}
