using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Ledger;

/// <summary>What a printed amount says: the row that it stands in and the column, in the contract's dimensions.</summary>
internal sealed record LineMeaning
{
    public required Classification Classification { get; init; }

    public required Phase Phase { get; init; }

    /// <summary>Null: not known.</summary>
    public int? AmountYear { get; init; }

    public GovernmentLevel? GovernmentLevel { get; init; }

    public string? PlaceName { get; init; }

    public string? PlaceCode { get; init; }

    public string? ColumnItem { get; init; }

    public Direction Direction { get; init; } = Direction.Expenditure;

    public Period Period { get; init; } = Period.Current;

    public Component Component { get; init; } = Component.Total;

    public Fund Fund { get; init; } = Fund.All;

    /// <summary>预算单位 of the row; null where the row names none.</summary>
    public string? UnitName { get; init; }

    public string? UnitCode { get; init; }

    /// <summary>The row's name as printed; null where it prints none.</summary>
    public string? Name { get; init; }

    /// <summary>Of rows that name a subject.</summary>
    public ResolvedSubject? Subject { get; init; }

    /// <summary>What the row is classified by beside its subject, code by code.</summary>
    public ImmutableArray<PrintedSubject> Others { get; init; } = [];

    public string? ItemKey { get; init; }

    /// <summary>of_which_…: the amount is part of another line.</summary>
    public string? Qualifier { get; init; }

    public RowRole Role { get; init; } = RowRole.Detail;

    public bool IsLeaf { get; init; }
}
