using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;

namespace Extractor.Normalizing.Lines;

/// <summary>A line while it is checked: what will be published, and how exact its printed figure is.</summary>
/// <param name="printed">In the printed unit.</param>
/// <param name="unitYuan">What the printed unit is worth in yuan.</param>
internal sealed class LineDraft(BudgetLine line, PrintedAmount printed, decimal unitYuan)
{
    public BudgetLine Line { get; set; } = line;

    public decimal Yuan => Line.AmountYuan;

    /// <summary>What the sums of the tables say of it, once they have been run.</summary>
    public Proof Proof { get; set; } = Proof.Unproven;

    /// <summary>In the printed unit.</summary>
    public decimal PrintedValue => printed.Value;

    /// <summary>Places after the point that the figure is exact to; at least those that its table prints.</summary>
    public int Decimals { get; set; } = printed.Decimals;

    /// <summary>Half a unit of the last printed place, in yuan: what rounding can have taken or added.</summary>
    public decimal HalfPlaceYuan => unitYuan * new decimal(5, 0, 0, false, (byte)(Decimals + 1));
}
