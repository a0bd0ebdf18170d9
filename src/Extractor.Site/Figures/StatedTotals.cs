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

    /// <summary>Totals that <paramref name="totals"/> lacks, and changes that it lacks, as two objects by name.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<StatedFigureRow> stated, IReadOnlyDictionary<string, Total> totals)
    {
        Write("stated", static total => total.Current is null, "current", string.Empty);
        Write("statedChange", static total => total.Prior is null && total.Change is null, "change", "_change");

        void Write(string property, Func<Total, bool> isLacking, string period, string ending)
        {
            json.WriteStartObject(property);
            foreach (var name in DocumentFigures.TotalNames)
            {
                if (Keys.TryGetValue(name, out var key) && isLacking(totals.GetValueOrDefault(name))
                    && Only(stated, key + ending, period) is { } figure)
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

    /// <summary>The figure that the text states, where all its sentences say the same.</summary>
    private static StatedFigureRow? Only(IReadOnlyList<StatedFigureRow> stated, string key, string period)
    {
        var found = stated.Where(figure => figure.FigureKey == key && figure.Period == period && figure.AmountYuan is not null).ToList();
        return found.Count > 0 && found.TrueForAll(figure => figure.AmountYuan == found[0].AmountYuan) ? found[0] : null;
    }
}
