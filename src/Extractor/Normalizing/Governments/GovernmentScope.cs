using Extractor.Model.Budget;

namespace Extractor.Normalizing.Governments;

/// <summary>What a column of a government's table narrows its amounts to, beside phase and period.</summary>
/// <param name="Year">Null where neither the column nor the title tells.</param>
/// <param name="Place">地区 as printed, where columns are places.</param>
/// <param name="Item">What the column is of where columns list items: 均衡性转移支付, 失业保险基金, 一般债务限额.</param>
internal sealed record GovernmentScope(int? Year, GovernmentLevel? Level, string? Place, string? PlaceCode, string? Item)
{
    /// <summary>Null where no column beside it holds what is carried over.</summary>
    public YearShare? Share { get; init; }
}
