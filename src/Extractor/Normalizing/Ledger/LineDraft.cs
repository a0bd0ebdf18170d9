using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;

namespace Extractor.Normalizing.Ledger;

/// <summary>A line while it is checked: what will be published, and how exact its printed figure is.</summary>
/// <param name="printed">In the printed unit.</param>
/// <param name="unitYuan">What the printed unit is worth in yuan.</param>
internal sealed class LineDraft(BudgetLine line, PrintedAmount printed, decimal unitYuan)
{
    public BudgetLine Line { get; set; } = line;

    public decimal Yuan => Line.AmountYuan;

    public (int Table, int Row) Row => (Line.TableOrdinal, Line.Row);

    /// <summary>The list of its table that it stands in: those of a two-sided table share their row numbers.</summary>
    public int Side { get; set; }

    /// <summary>Where it stands among the rows of its list.</summary>
    public (int Table, int Side, int Row) Place => (Line.TableOrdinal, Side, Line.Row);

    /// <summary>What the sums say of it, once they have been run.</summary>
    public Proof Proof { get; set; } = Proof.Unproven;

    /// <summary>It stands among other rows: that its own row adds up does not tell that the row stands where it does.</summary>
    public bool HasPlace { get; set; }

    /// <summary>Its columns are told by alignment: no sum with it accuses, and none tells whose row it stands in.</summary>
    public bool IsUnruled { get; init; }

    /// <summary>Words beside or over it that no reading explains may change what it means; no sum tells.</summary>
    public bool IsStructureUnread { get; set; }

    /// <summary>It is printed as the sum of rows before it or below it (小计).</summary>
    public bool IsPrintedSum { get; set; }

    /// <summary>
    /// What its table leaves open (its unit, its kind, the end of its title), which only what stands outside the table can tell.
    /// </summary>
    public LineDoubt? TableDoubt { get; set; }

    /// <summary>In the printed unit.</summary>
    public decimal PrintedValue => printed.Value;

    /// <summary>Places after the point that the figure is exact to; at least those that its table prints.</summary>
    public int Decimals { get; set; } = printed.Decimals;

    /// <summary>Half a unit of the last printed place, in yuan: what rounding can have taken or added.</summary>
    public decimal HalfPlaceYuan => unitYuan * PrintedPrecision.HalfPlace(Decimals);
}
