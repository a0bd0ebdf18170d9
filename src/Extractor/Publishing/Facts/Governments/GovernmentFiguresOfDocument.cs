using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;

namespace Extractor.Publishing.Facts.Governments;

/// <summary>
/// Every headline figure that one document prints: of its own year and of the years that it repeats, of its own place and, in tables by
/// place, of the places in it.
/// </summary>
internal sealed class GovernmentFiguresOfDocument(DocumentIdentity identity, IReadOnlyCollection<BudgetLine> lines)
{
    private const string Received = "transfers_received";
    private const string Given = "transfers_given";

    private static readonly ImmutableArray<(string Suffix, Func<GovernmentBook, Traced?> Of)> Totals =
        [("", static book => book.OfYear), ("_total", static book => book.OfAll)];

    private readonly string place = identity.DivisionCode!;

    /// <param name="books">Of all years that the document prints.</param>
    /// <param name="transfers">All tables of transfers that have a total.</param>
    /// <param name="debt">Of all places.</param>
    public ImmutableArray<GovernmentFigure> Read(ImmutableArray<GovernmentBook> books, ImmutableArray<GovernmentTransfers> transfers,
        ImmutableArray<GovernmentDebtFact> debt) =>
    [
        .. books.SelectMany(book => Totals.Select(total => total.Of(book) is { } printed ? Figure(book.Scope, book.Scope.Level,
                $"{SchemaName.Of(book.Scope.Fund)}_{SchemaName.Of(book.Scope.Direction!.Value)}{total.Suffix}", printed,
                book.Reconciliation.Reconciles) : null)).OfType<GovernmentFigure>()
            .Concat(TransfersOf(transfers))
            .Concat(GivenTo(transfers))
            .Concat(DebtOf(debt))
            .DistinctBy(static figure => (figure.PlaceCode, figure.Year, figure.Phase, figure.Level, figure.Name)),
    ];

    private GovernmentFigure Figure(FactScope scope, GovernmentLevel? level, string name, Traced printed, bool addsUp) => new(
        place, scope.Year, scope.Phase, level, name, printed, GovernmentFactsOfDocument.IsOwn(scope.Phase, scope.Year, identity), addsUp);

    /// <summary>上级补助收入 and 补助下级支出 as rows of the budget print them, else the totals of their own tables.</summary>
    private IEnumerable<GovernmentFigure> TransfersOf(ImmutableArray<GovernmentTransfers> transfers)
    {
        var ofRows = lines.Where(static line => line is { Fund: Fund.GeneralPublic, PlaceName: null, ColumnItem: null, Qualifier: null }
                && IsTransfer(line)).GroupBy(GovernmentFactsOfDocument.ScopeOf)
            .Where(static scope => scope.Select(static line => line.AmountYuan).Distinct().Count() == 1)
            .Select(scope => Figure(scope.Key, scope.Key.Level, NameOf(scope.Key.Direction), Traced.Of(scope.First()), true));
        var ofTables = transfers.Where(static table => table.Scope.Fund == Fund.GeneralPublic && table.Reconciliation.Reconciles
                && IsOfAllKinds(table.Printed))
            .GroupBy(static table => table.Scope)
            .Select(static tables => tables.MaxBy(static table => table.Printed.Yuan)!)
            .Select(table => Figure(table.Scope, LevelOf(table), NameOf(table.Scope.Direction), table.Printed, true));
        return ofRows.Concat(ofTables);
    }

    /// <summary>What a government gives it gives of its own; what it gets has the level that the table names.</summary>
    private static GovernmentLevel? LevelOf(GovernmentTransfers table) => table.Scope.Direction == Direction.Expenditure
        ? GovernmentLevel.Own : table.Printed.Lines.Select(static line => line.GovernmentLevel).Distinct().Take(2).ToList() is [var level]
            ? level : null;

    /// <summary>Not of 专项转移支付 alone, nor the sum of some kinds that stand side by side.</summary>
    private static bool IsOfAllKinds(Traced printed) => printed.Lines is [{ ColumnItem: null }];

    private static bool IsTransfer(BudgetLine line) => line.Direction == Direction.Revenue ? line.ItemKey == "superior_subsidy"
        : line.ItemKey == "to_subordinates";

    private static string NameOf(Direction? direction) => direction == Direction.Revenue ? Received : Given;

    /// <summary>
    /// What each place gets, of a table by place whose total a second source prints too: a table of 一般性转移支付 alone is a part of it.
    /// </summary>
    private IEnumerable<GovernmentFigure> GivenTo(ImmutableArray<GovernmentTransfers> transfers)
    {
        var given = transfers.Where(static table => table.Scope is { Fund: Fund.GeneralPublic, Direction: Direction.Expenditure }
            && table.Reconciliation.Reconciles).ToList();
        return given.Where(table => table.Rows.Any(static row => row.PlaceCode is not null)
                && (given.Exists(other => IsTheSame(table, other))
                || lines.Any(line => line.ItemKey == "to_subordinates" && GovernmentFactsOfDocument.ScopeOf(line) with { Level = null }
                    == table.Scope && BookColumn.AreEqual(Traced.Of(line), table.Printed))))
            .SelectMany(table => table.Rows.Where(row => row.PlaceCode is not null && row.PlaceCode != place)
                .GroupBy(static row => row.PlaceCode!)
                .Select(row => new GovernmentFigure(row.Key, table.Scope.Year, table.Scope.Phase, GovernmentLevel.Whole, Received,
                    Traced.Sum(row.Select(static part => part.Counted))!, false, true)));
    }

    private static bool IsTheSame(GovernmentTransfers byPlace, GovernmentTransfers other) => other.Scope == byPlace.Scope
        && other.Rows.All(static row => row.PlaceCode is null) && BookColumn.AreEqual(byPlace.Printed, other.Printed);

    /// <summary>A place in a table by place is told as a whole; 本级 only where the row says so.</summary>
    private IEnumerable<GovernmentFigure> DebtOf(ImmutableArray<GovernmentDebtFact> debt)
    {
        var byId = lines.ToDictionary(static line => line.LineId, StringComparer.Ordinal);
        return debt.Where(static fact => fact.PlaceCode is not null && fact.Level != GovernmentLevel.Lower).Select(fact =>
        {
            var isOwn = fact.PlaceCode == place;
            return new GovernmentFigure(fact.PlaceCode!, fact.Year, fact.Phase, isOwn ? fact.Level : fact.Level ?? GovernmentLevel.Whole,
                (fact.Category == "undivided" ? "" : fact.Category + "_") + "debt_" + fact.Measure, Traced.Of(byId[fact.LineId]), isOwn,
                true);
        });
    }
}
