using System.Globalization;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Evaluation;

/// <summary>Logical tables: right when the key and both pages are; the title is told apart.</summary>
internal static class TableScoring
{
    /// <summary>Stands in gold for forms that the contract names more finely: any key on the same pages is right.</summary>
    private const string AnyKey = "other";

    public static Score Of(IReadOnlyList<GoldTable> gold, IReadOnlyList<TableRow> published)
    {
        var matching = Matching.Of(gold, published, static table => Pages(table.PageFirst, table.PageLast), static table =>
            Pages(table.PageFirst, table.PageLast), Points);
        return matching
            .ToScore(
                gold.Count,
                index => new Difference(gold[index].PageFirst, Describe(gold[index]) + Nearest(gold[index], published, matching)),
                matching.Unused(published.Count).Select(index =>
                    new Difference(published[index].PageFirst, Describe(published[index]))))
            .With("title", matching.Pairs.Select(pair => SameTitle(gold[pair.Expected], published[pair.Published])))
            .With("unit", matching.Pairs.Where(pair => gold[pair.Expected].Unit.Length > 0).Select(pair =>
                Folding.Fold(gold[pair.Expected].Unit) == Folding.Fold(published[pair.Published].UnitAsPrinted)));
    }

    private static int Points(GoldTable gold, TableRow published)
    {
        var title = SameTitle(gold, published) ? 1 : 0;
        if (gold.TableKey == published.TableKey)
        {
            return 4 + title;
        }

        return gold.TableKey == AnyKey ? 2 + title : 0;
    }

    /// <summary>The number may be part of the title or not, and a title may be given in short.</summary>
    private static bool SameTitle(GoldTable gold, TableRow published)
    {
        var expected = Folding.Fold(gold.Title);
        var title = Folding.Fold(published.TitleAsPrinted);
        if (expected.Length == 0 || title.Length == 0)
        {
            return expected.Length == title.Length;
        }

        return expected == title
            || expected == Folding.Fold(published.NumberAsPrinted + published.TitleAsPrinted)
            || (Math.Min(expected.Length, title.Length) >= 4
                && (expected.EndsWith(title, StringComparison.Ordinal) || title.EndsWith(expected, StringComparison.Ordinal)));
    }

    private static string Nearest(GoldTable gold, IReadOnlyList<TableRow> published, Matching matching)
    {
        var nearest = Enumerable.Range(0, published.Count)
            .Where(index => !matching.Used.Contains(index) && published[index].PageFirst <= gold.PageLast &&
                published[index].PageLast >= gold.PageFirst)
            .Select(index => published[index])
            .OrderByDescending(table => table.TableKey == gold.TableKey)
            .ThenBy(table => Math.Abs(table.PageFirst - gold.PageFirst) + Math.Abs(table.PageLast - gold.PageLast))
            .FirstOrDefault();
        return nearest is null ? "; nothing like it on these pages" : $"; nearest: {Describe(nearest)}";
    }

    private static string Describe(GoldTable table) => $"{table.TableKey} {Pages(table.PageFirst, table.PageLast)} {table.Title}";

    private static string Describe(TableRow table) =>
        $"{table.TableKey} {Pages(table.PageFirst, table.PageLast)} {table.NumberAsPrinted} {table.TitleAsPrinted}";

    private static string Pages(int first, int last) => string.Create(CultureInfo.InvariantCulture, $"{first}-{last}");
}
