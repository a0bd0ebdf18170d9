using Extractor.Model.Budget;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Lines;

/// <summary>The 三公 figures that belong together: one unit (or the whole), one fund, one year.</summary>
/// <param name="Head">Tells apart the rows of units that bear one name (a department and its own office); below 0 for a figure that shows
/// money of another group again.</param>
internal sealed record ThreePublicGroup(int Head, string? UnitName, string? UnitCode, Fund Fund, Period Period, Phase Phase)
{
    public const string Total = "total", Overseas = "overseas", Reception = "reception",
        VehicleTotal = "vehicle_total", VehiclePurchase = "vehicle_purchase", VehicleOperation = "vehicle_operation",
        Meetings = "meetings", Training = "training", WithMeetings = "three_public_meetings_training";

    /// <summary>The parts that make up the total.</summary>
    public static readonly string[] PartsOfTotal = [Overseas, VehicleTotal, Reception];

    public static readonly string[] PartsOfVehicles = [VehiclePurchase, VehicleOperation];

    public bool IsUnit => UnitName is not null;

    public Dictionary<string, LineDraft> Items { get; } = new(StringComparer.Ordinal);

    public LineDraft? this[string item] => Items.GetValueOrDefault(item);

    /// <summary>The sum of the printed <paramref name="parts"/>, blank ones left out; null where none is printed.</summary>
    public decimal? Sum(params ReadOnlySpan<string> parts)
    {
        decimal? sum = null;
        foreach (var part in parts)
        {
            if (this[part] is { } line)
            {
                sum = (sum ?? 0) + line.Yuan;
            }
        }

        return sum;
    }
}
