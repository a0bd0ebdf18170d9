using Extractor.Model.Budget;
using Extractor.Normalizing.Ledger;

namespace Extractor.Normalizing.Lines;

/// <summary>The 三公 figures that belong together: one unit (or the whole), one fund, one year.</summary>
/// <param name="Head">Tells apart the rows of units that bear one name (a department and its own office); below 0 for a figure that shows
/// money of another group again.</param>
internal sealed record ThreePublicGroup(int Head, string? UnitName, string? UnitCode, Fund Fund, Period Period, Phase Phase)
{
    public const string Overseas = "overseas", Reception = "reception", VehicleTotal = "vehicle_total",
        VehiclePurchase = "vehicle_purchase", VehicleOperation = "vehicle_operation", Meetings = "meetings", Training = "training",
        WithMeetings = "three_public_meetings_training";

    /// <summary>The parts that make up the total.</summary>
    public static readonly string[] PartsOfTotal = [Overseas, VehicleTotal, Reception];

    public static readonly string[] PartsOfVehicles = [VehiclePurchase, VehicleOperation];

    public bool IsUnit => UnitName is not null;

    /// <summary>The head of the groups that this one is a part of: its department, or 合计 over all units.</summary>
    public int? Above { get; set; }

    public Dictionary<string, LineDraft> Items { get; } = new(StringComparer.Ordinal);

    public LineDraft? this[string item] => Items.GetValueOrDefault(item);

    /// <summary>No item of a group is more than this one.</summary>
    public static bool IsTop(string item) => item is ItemKeys.Total or WithMeetings;

    public bool IsSameBucket(ThreePublicGroup other) => (other.Fund, other.Period, other.Phase) == (Fund, Period, Phase);

    private bool HasVehicleParts => Sum(PartsOfVehicles) is not null;

    /// <summary>No other item of the group is a part of this one, as far as the items counted among the leaves go.</summary>
    public bool IsLeaf(string item) => item switch
    {
        Overseas or Reception or VehiclePurchase or VehicleOperation => true,
        VehicleTotal => !HasVehicleParts,
        ItemKeys.Total => !HasVehicleParts && Sum(PartsOfTotal) is null,
        _ => false,
    };

    /// <summary>The item that this one is a part of; null where it is none, or is not printed.</summary>
    public LineDraft? ParentOf(string item) => item switch
    {
        VehiclePurchase or VehicleOperation => this[VehicleTotal] ?? this[ItemKeys.Total],
        Overseas or Reception or VehicleTotal => this[ItemKeys.Total],
        ItemKeys.Total or Meetings or Training => this[WithMeetings],
        _ => null,
    };

    public RowRole RoleOf(string item) => item switch
    {
        ItemKeys.Total or WithMeetings => RowRole.Total,
        VehicleTotal when HasVehicleParts => RowRole.Subtotal,
        _ => RowRole.Detail,
    };

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
