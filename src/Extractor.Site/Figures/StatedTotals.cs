using System.Text.Json;
using Extractor.Publications.Rows;
using Extractor.Site.Generating;

namespace Extractor.Site.Figures;

/// <summary>Totals, and changes against the year before, that the text of a document states: shown where no table has them.</summary>
internal static class StatedTotals
{
    /// <summary>
    /// <c>figure_key</c> by the total that it states. Projects are not among them: what a text calls 项目支出 is often another sum than the
    /// total of that name.
    /// </summary>
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["revenue"] = "current_year_revenue",
        ["expenditure"] = "budget_expenditure",
        ["general_public"] = "general_public_expenditure",
        ["personnel"] = "personnel",
        ["public"] = "public",
        ["three_public"] = "three_public_total",
        ["overseas"] = "three_public_overseas",
        ["vehicle_total"] = "three_public_vehicle_total",
        ["vehicle_purchase"] = "three_public_vehicle_purchase",
        ["vehicle_operation"] = "three_public_vehicle_operation",
        ["reception"] = "three_public_reception",
    };

    /// <summary>元; basic expenditure and its two parts, each rounded to 0.01 万元, miss by no more.</summary>
    private const decimal MostByRounding = 150;

    /// <summary>Totals that <paramref name="totals"/> lacks, and changes that it lacks, as two objects by name.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<StatedFigureRow> stated, IReadOnlyDictionary<string, Total> totals)
    {
        Write("stated", name => totals.GetValueOrDefault(name).Current is null ? OfYear(name, stated, totals) : null);
        Write("statedChange", ChangeOf);

        StatedFigureRow? ChangeOf(string name)
        {
            var total = totals.GetValueOrDefault(name);
            return total is { Prior: null, Change: null } && Keys.TryGetValue(name, out var key)
                && (!IsPartOfBasic(name) || total.Current is not null || OfYear(name, stated, totals) is not null)
                ? Only(stated, key + "_change", "change") : null;
        }

        void Write(string property, Func<string, StatedFigureRow?> of)
        {
            json.WriteStartObject(property);
            foreach (var name in DocumentFigures.TotalNames)
            {
                if (of(name) is { } figure)
                {
                    json.WriteStartArray(name);
                    json.WriteNumberValue(figure.AmountYuan!.Value);
                    json.WriteNumberValue(figure.PageNumber);
                    json.WriteEdges(figure.Box);
                    json.WriteEndArray();
                }
            }

            json.WriteEndObject();
        }
    }

    /// <summary>
    /// The total of the year that the text states. 人员经费 and 公用经费 have to make up the basic expenditure (基本支出): a text also tells of
    /// the department's own office alone, or of 在职人员经费 without its other parts.
    /// </summary>
    public static StatedFigureRow? OfYear(string name, IReadOnlyList<StatedFigureRow> stated, IReadOnlyDictionary<string, Total> totals)
    {
        if (!Keys.TryGetValue(name, out var key) || Only(stated, key, "current") is not { } figure)
        {
            return null;
        }

        return !IsPartOfBasic(name) || Math.Abs((Amount("personnel") + Amount("public") - Amount("basic")) ??
            decimal.MaxValue) <= MostByRounding ? figure : null;

        decimal? Amount(string part) => totals.GetValueOrDefault(part).Current?.Amount ??
            (Keys.TryGetValue(part, out var its) ? Only(stated, its, "current")?.AmountYuan : null);
    }

    /// <summary>人员经费 and 公用经费.</summary>
    public static bool IsPartOfBasic(string name) => name is "personnel" or "public";

    /// <summary>The figure that the text states, where all its sentences say the same.</summary>
    private static StatedFigureRow? Only(IReadOnlyList<StatedFigureRow> stated, string key, string period)
    {
        var found = stated.Where(figure => figure.FigureKey == key && figure.Period == period && figure.AmountYuan is not null).ToList();
        return found.Count > 0 && found.TrueForAll(figure => figure.AmountYuan == found[0].AmountYuan) ? found[0] : null;
    }
}
