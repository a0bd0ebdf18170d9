using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Divisions;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>Turns the amounts of one table of a government's document into budget lines.</summary>
internal sealed class GovernmentTableReader
{
    /// <summary>Points: more than a name is set in within its own column.</summary>
    private const double NextColumn = 1000;

    private static readonly WordSet Funds = ReadingWords.Of(WordList.GovernmentFundName);

    private static readonly WordSet Revenues = ReadingWords.Of(WordList.RevenueSide);
    private static readonly WordSet Expenditures = ReadingWords.Of(WordList.ExpenditureSide);

    private static readonly ImmutableHashSet<string> FundKeys = [.. Enum.GetValues<Fund>().Select(SchemaName.Of)];

    private readonly TableContext context;
    private readonly GovernmentTitle? title;
    private readonly GovernmentLevel? level;
    private readonly int? documentYear;
    private readonly PlaceNames places;
    private readonly (string Name, Division? Division)? placeOfTitle;
    private readonly TableGrid grid;
    private readonly LineFactory lines;
    private readonly TableFindings told;
    private Fund fund;
    private readonly bool isOfTransfers;
    private readonly string? transferPart;

    /// <param name="title">Of the table, or of the one that it goes on from.</param>
    /// <param name="identity">What the document's own title says: of which year, and whose money it is.</param>
    public GovernmentTableReader(TableContext context, GovernmentTitle? title, DocumentIdentity identity, PlaceNames places,
        FindingLog findings)
    {
        (this.context, this.title, this.places, documentYear) = (context, title, places, identity.FiscalYear);
        grid = new TableGrid(context.Table);
        lines = context.LineFactory();
        told = new TableFindings(context, grid, findings);
        placeOfTitle = places.ReadTitle(GovernmentTitle.WordsOf(context.Table.TitleAsPrinted ?? title?.Folded ?? string.Empty));
        var ofDocument = placeOfTitle is null ? identity.Level : null;
        level = title is null ? GovernmentTitle.LevelOf(FoldedText.Of(context.Table.TitleAsPrinted ?? string.Empty)) ?? ofDocument
            : title.Level ?? (title.IsAboveOwn ? null : ofDocument);
        isOfTransfers = context.Kind.RowsBy == Classification.Transfer;
        transferPart = isOfTransfers ? title?.TransferPart : null;
        fund = title is { NamesSeveralFunds: true } ? Fund.All
            : FundOf(title?.Folded ?? FoldedText.Of(context.Table.TitleAsPrinted ?? string.Empty), context.Kind.Fund);
    }

    public TableLines Read()
    {
        var columns = new GovernmentColumns(context, grid, title, places).Read();
        fund = FundOfRows(columns) ?? fund;
        var blocks = Split(columns);
        var result = ImmutableArray.CreateBuilder<BlockLines>();
        var isTwoSided = blocks.Count > 1 && (context.Direction is null ||
            blocks.Any(static block => block.Any(static column => column.Meaning.Direction == Direction.Revenue)));
        var isReceived = isOfTransfers && !isTwoSided && title?.IsOfTransfersReceived(places.RegionLevel, NamesOf(columns)) == true;
        for (var index = 0; index < blocks.Count; index++)
        {
            var direction = isReceived ? Direction.Revenue : DirectionOf(blocks[index], index, isTwoSided);
            if (Build(blocks[index], direction, !isTwoSided && context.Kind.Direction is null) is { } built)
            {
                result.Add(built);
            }
        }

        PrintedPrecision.Settle([.. result.SelectMany(static block => block.All)]);
        return new TableLines(context, result.ToImmutable(), [])
        {
            RateColumns = [.. columns.Where(static column => column.Role is GovernmentColumnRole.Percent ||
                column is { Role: GovernmentColumnRole.Ignored, Meaning.Role: ColumnRole.Ignored })
                .Select(static column => column.Meaning.Column)],
        };
    }

    private List<string> NamesOf(ImmutableArray<GovernmentColumn> columns) =>
        [.. columns.Where(static column => column.Role == GovernmentColumnRole.Name)
            .SelectMany(column => grid.BodyRows.Select(row => FoldedText.Of(grid.Text(row, column.Meaning.Column))))];

    /// <summary>Names behind amounts begin a list of their own.</summary>
    private static List<List<GovernmentColumn>> Split(ImmutableArray<GovernmentColumn> columns)
    {
        var blocks = new List<List<GovernmentColumn>> { new() };
        foreach (var column in columns)
        {
            var names = column.Role is GovernmentColumnRole.Name or GovernmentColumnRole.Place or GovernmentColumnRole.Code;
            if (names && blocks[^1].Exists(static other => other.Role == GovernmentColumnRole.Amount))
            {
                blocks.Add([]);
            }

            blocks[^1].Add(column);
        }

        return [.. blocks.Where(static block => block.Exists(static column => column.Role == GovernmentColumnRole.Amount))];
    }

    private Direction DirectionOf(List<GovernmentColumn> block, int index, bool isTwoSided) =>
        !isTwoSided && context.Kind.Direction is { } own ? context.Kind.RowsBy == Classification.Debt ? SideOfTitle() ?? own : own
        : block.Select(static column => column.Meaning.Direction).FirstOrDefault(static side => side is not null)
            ?? (index == 0 && isTwoSided ? Direction.Revenue : context.Kind.Direction ?? (index == 0 ? Direction.Revenue
                : Direction.Expenditure));

    /// <summary>债务（转贷）收入 is received, though tables of debt show mostly what is owed and repaid.</summary>
    private Direction? SideOfTitle() => title is { Folded: var words } && Revenues.FirstIndexIn(words) >= 0 &&
        Expenditures.FirstIndexIn(words) < 0 ? Direction.Revenue : null;

    /// <param name="isMixed">Rows of both sides may stand in it, one below the other.</param>
    private BlockLines? Build(List<GovernmentColumn> columns, Direction direction, bool isMixed)
    {
        var placeColumn = columns.Find(static column => column.Role == GovernmentColumnRole.Place);
        var nameColumn = columns.Find(static column => column.Role == GovernmentColumnRole.Name) ?? placeColumn ??
            columns.Find(static column => column.Meaning.Role == ColumnRole.Unmapped) ?? LeadingColumns.LastNamed(columns, grid);
        if (placeColumn == nameColumn)
        {
            placeColumn = null;
        }

        var codes = LeadingColumns.CodesOf(columns, grid);
        var amounts = AmountColumns(columns, direction);
        var list = ListOf(nameColumn, direction);
        var name = nameColumn is null ? null : nameColumn.Meaning with { Role = ColumnRole.Name, Classification = list };
        var block = new TableBlock(name is null && codes.IsEmpty ? [] : [new SubjectSlot(codes, name, list)], null, null, null, null,
            [.. amounts.Select(static amount => amount.Meaning)], direction);
        var rows = new RowReader(grid, block, context).Read(new ToldUnits([], [.. grid.BodyRows]));
        if (rows.IsEmpty || amounts.IsEmpty)
        {
            return null;
        }

        rows = [.. rows.Select(row => NamedBeside(row, columns)).Select(row => row with { Indent = IndentOf(row, nameColumn) })];
        var rowPlaces = new RowPlaces(places, grid);
        var byPlace = rowPlaces.Read(rows, placeColumn, nameColumn);
        if (byPlace is not null && placeColumn is null)
        {
            rows = [.. rows.Select(static row => row with { Classification = Classification.Place, Subject = null })];
        }

        var read = ReadAmounts(rows, amounts);
        var tree = GovernmentTree.Of(rows, GovernmentSums.Of(read),
            [.. Enumerable.Range(0, rows.Length).Where(row => GovernmentTotal.KeyOf(rows[row], amounts[0], level) is not null)],
            context.Kind.RowsBy == Classification.Project, byPlace?.Select(static place => place.Of).ToArray());
        (rows, var placesOfRows) = rowPlaces.Settle(rows, byPlace, placeColumn is not null, tree, context.Kind.RowsBy);
        var items = ItemsOf(rows, tree);
        var funds = GovernmentTotal.FundsOf(rows, tree);
        var sides = isMixed ? GovernmentSides.Of(rows, tree) : [.. new Direction?[rows.Length]];
        rows = [.. rows.Zip(sides, static (row, side) => side == Direction.Expenditure && row.Classification == Classification.Revenue
            ? row with { Classification = Classification.Functional, Subject = null } : row)];
        rows = RevenueSubjects.Named(rows, tree, amounts, context, level);
        var drafts = new LineDraft?[rows.Length, amounts.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            var around = new Surroundings(placesOfRows[row],
                byPlace is not null && placeColumn is null && rows[row].Classification != Classification.Place,
                tree.Above(row).Select(above => FoldedText.Of(rows[above].Label)).ToImmutableArray(),
                Beside(rows[row], nameColumn), IsPartOfSubject(rows, tree, row, amounts[0]));
            for (var column = 0; column < amounts.Length; column++)
            {
                if (read[row, column] is { } amount)
                {
                    var amountColumn = sides[row] is { } side ? amounts[column] with { Direction = side } : amounts[column];
                    drafts[row, column] = Draft(rows[row], amountColumn, amount, items[row], around with
                    {
                        Fund = amountColumn.Fund == Fund.All ? funds[row] : null,
                        HoldsTotalOfYear = GovernmentTotal.HoldsTotalOfYear(rows, tree.Parents, row, amountColumn, level),
                    });
                }
            }
        }

        var built = new BlockLines(context, block, amounts, rows, new RowTree(tree.Parents), drafts, true, false,
            [])
        { Partial = tree.Partial, Aside = tree.Aside };
        GovernmentBlock.Link(built);
        return built;
    }

    private bool IsPartOfSubject(ImmutableArray<TableRow> rows, GovernmentTree tree, int row, AmountColumn column) =>
        rows[row].IsOfWhich || (Funds.MeaningOf(FoldedText.Of(rows[row].Label)) is null && tree.Above(row).Any(above =>
            (rows[above].Code is not null || (tree.Parents[above] >= 0 && rows[above].Kind == RowKind.Detail)) &&
            GovernmentTotal.KeyOf(rows[above], column, level) is null));

    /// <summary>A row whose name is merged from above (一般债券) is named by the column of no meaning beside it (新增债券).</summary>
    private TableRow NamedBeside(TableRow row, List<GovernmentColumn> columns) =>
        row is { Label.Length: 0, Code: null, Kind: RowKind.Detail } && columns.Where(static column =>
            column.Meaning.Role == ColumnRole.Unmapped).Select(column => grid.Text(row.Row, column.Meaning.Column))
            .FirstOrDefault(PrintedAmount.IsName) is { } name ? row with { Label = name, Numbering = Numbering.Of(name) } : row;

    /// <summary>The words of the cells to the left of the name, also of those that are merged over several rows.</summary>
    private string Beside(TableRow row, GovernmentColumn? names) => names is null ? string.Empty : FoldedText.Of(string.Concat(
        Enumerable.Range(0, names.Meaning.Column + (grid.Text(row.Row, names.Meaning.Column).Length == 0 ? 1 : 0))
            .Select(column => grid.TextOver(row.Row, column))));

    /// <summary>A name in the column to the right of the one that names the heads (专项资金 | 政府预算项目) stands below them.</summary>
    private double IndentOf(TableRow row, GovernmentColumn? names)
    {
        if (names is null || row.Label.Length == 0 || grid.Text(row.Row, names.Meaning.Column).Length > 0)
        {
            return row.Indent;
        }

        var right = Enumerable.Range(names.Meaning.Column + 1, context.Table.ColumnCount - names.Meaning.Column - 1);
        return row.Indent + (right.Any(column => grid.Text(row.Row, column) == row.Label) ? NextColumn : 0);
    }

    /// <summary>What names the rows, where the kind of the table tells it; null where codes and names do.</summary>
    private Classification? ListOf(GovernmentColumn? name, Direction direction) =>
        name?.Role == GovernmentColumnRole.Place ? Classification.Place
        : context.Kind.RowsBy is Classification.Debt or Classification.Transfer or Classification.Project ? context.Kind.RowsBy
        : direction == Direction.Revenue ? Classification.Revenue : null;

    private ImmutableArray<AmountColumn> AmountColumns(List<GovernmentColumn> columns, Direction direction)
    {
        var result = new List<AmountColumn>();
        var amounts = columns.FindAll(static column => column.Role == GovernmentColumnRole.Amount);
        var nameless = amounts.FindAll(static column => column.Meaning.Path.Length == 0);
        var hasBothSides = amounts.Select(static column => column.Meaning.Direction).OfType<Direction>().Distinct().Count() > 1;
        foreach (var column in amounts)
        {
            var meaning = column.Meaning;
            var isFromAbove = isOfTransfers ? GovernmentTitle.ComesFromAbove(FoldedText.Of(meaning.Path), places.RegionLevel) : null;
            if (meaning.Path.Length == 0 && nameless.Count > 1)
            {
                // 本地区, 本级, 下级 in a heading that was not taken apart: nothing tells which is which.
                told.ReportAmbiguous(meaning, nameless[0].Meaning);
                continue;
            }

            result.Add(new AmountColumn(meaning, PartColumns.ComponentOf(meaning, context.Reference.Headings) ?? context.Kind.Whole,
                FundOf(FoldedText.Of(meaning.Path), fund),
                meaning.Period ?? Period.Current, meaning.Phase ?? title?.Phase ?? context.Phase,
                isFromAbove is { } above ? above ? Direction.Revenue : Direction.Expenditure
                    : hasBothSides ? meaning.Direction ?? direction : direction)
            { Scope = column.Scope });
        }

        return YearShares.Place(WithoutDoubles(result), grid);
    }

    /// <summary>
    /// Columns that their innermost words do not tell apart are called by all of them (债务限额 / 一般债务, 债务余额 / 一般债务), parts by what
    /// they are parts of (一般债券合计 | 其中: 新增债券 | 专项债券合计 | 其中: 新增债券).
    /// </summary>
    private ImmutableArray<AmountColumn> WithoutDoubles(List<AmountColumn> columns)
    {
        var result = ImmutableArray.CreateBuilder<AmountColumn>();
        AmountColumn? whole = null;
        foreach (var column in columns)
        {
            var alike = columns.FindAll(other => other != column && IsSame(other, column));
            var item = GovernmentColumns.WholeItemOf(column.Meaning, null);
            if (alike.Exists(other => GovernmentColumns.WholeItemOf(other.Meaning, null) == item))
            {
                item = GovernmentColumns.WholeItemOf(column.Meaning, whole?.Meaning);
            }

            var named = alike.Count == 0 ? column : column with { Scope = column.Scope! with { Item = item } };
            whole = column.Meaning.IsOfWhich ? whole : column;
            if (result.FirstOrDefault(other => IsSame(other, named)) is { } same)
            {
                told.ReportAmbiguous(column.Meaning, same.Meaning);
            }
            else
            {
                result.Add(named);
            }
        }

        return result.ToImmutable();
    }

    private static bool IsSame(AmountColumn one, AmountColumn other) =>
        one.IsSameBucket(other) && one.Meaning.IsOfWhich == other.Meaning.IsOfWhich;

    private ReadAmount?[,] ReadAmounts(ImmutableArray<TableRow> rows, ImmutableArray<AmountColumn> amounts)
    {
        var read = new ReadAmount?[rows.Length, amounts.Length];
        var columns = amounts.Select(static amount => amount.Column).ToHashSet();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < amounts.Length; column++)
            {
                if (grid.AmountCell(rows[row].Row, amounts[column].Column, columns.Contains) is { } cell &&
                    told.ReadAmount(cell, amounts[column].Meaning, out var amount))
                {
                    read[row, column] = new ReadAmount(cell, amount);
                }
            }
        }

        return read;
    }

    /// <summary>What of “三公” each row is, where the table is one of them; what has 公务用车购置 below it is vehicles in all.</summary>
    private string?[] ItemsOf(ImmutableArray<TableRow> rows, GovernmentTree tree)
    {
        var items = new string?[rows.Length];
        if (context.Kind.Lines != LineLayout.ThreePublic)
        {
            return items;
        }

        for (var row = 0; row < rows.Length; row++)
        {
            items[row] = context.Reference.Headings.ThreePublicItems
                .Find(Numbering.Of(HeadingText.Of(rows[row].Label).Words).Rest)?.ItemKey;
        }

        for (var row = 0; row < rows.Length; row++)
        {
            if (items[row] == ThreePublicGroup.VehiclePurchase && tree.Parents[row] is >= 0 and var above &&
                items[above] == ThreePublicGroup.VehicleOperation)
            {
                items[above] = ThreePublicGroup.VehicleTotal;
            }
        }

        return items;
    }

    /// <summary>What stands around a row.</summary>
    /// <param name="IsAmongPlaces">It names something else (a project, a kind of bond) in a table by place.</param>
    /// <param name="AllAbove">The rows that it is a part of, folded, the nearest first.</param>
    /// <param name="Beside">The words to the left of its name, folded.</param>
    /// <param name="IsPartOfSubject">省本级支出 below 农林水支出, or 其中：省本级支出: no total, whatever it is called.</param>
    private readonly record struct Surroundings(RowPlace? Place, bool IsAmongPlaces, ImmutableArray<string> AllAbove, string Beside,
        bool IsPartOfSubject)
    {
        /// <summary>各项支出合计 over 全省支出: the total of all, in the column in hand.</summary>
        public bool HoldsTotalOfYear { get; init; }

        /// <summary>Told by the row or one above it, where the table is of all funds.</summary>
        public Fund? Fund { get; init; }

        public string Above => AllAbove.FirstOrDefault(string.Empty);
    }

    private LineDraft? Draft(TableRow row, AmountColumn column, ReadAmount read, string? threePublicItem, Surroundings around)
    {
        var ((cell, amount), place) = (read, around.Place);
        if (row.Label.Length == 0 && row.Code is null && row.Kind == RowKind.Detail && place?.Printed is null or "")
        {
            if (amount.Value != 0)
            {
                told.ReportNameless(cell, column.Meaning);
            }

            return null;
        }

        var scope = column.Scope!;
        var debt = context.Kind.RowsBy == Classification.Debt
            ? DebtFigure.Of(FoldedText.Of(row.Label), PartColumns.HeadingsOf(column.Meaning, context.Table),
                around.AllAbove, around.Beside, title?.Folded ?? string.Empty, place is not null || row.Kind != RowKind.Detail) : default;
        if (around.IsAmongPlaces && FoldedText.Of(row.Label) is var named && !DebtFigure.IsToldBy(named) && !DebtFigure.IsCategory(named))
        {
            // A project below 省本级 is no 限额 of the province.
            debt = debt with { Measure = null };
        }

        var year = column.Period == Period.Change ? null : debt.Year ?? scope.Year;
        var total = around.IsPartOfSubject ? null : GovernmentTotal.KeyOf(row, column, level);
        var isOther = place is { Of: null or { IsOther: true } } && row.Kind == RowKind.Detail && total is null;
        return lines.Draft(cell, amount, column.Meaning.Unit ?? context.Unit, new LineMeaning
        {
            Classification = threePublicItem is not null || IsTotalOfThreePublic(row) ? Classification.ThreePublic : row.Classification,
            AmountYear = year,
            GovernmentLevel = place?.Of?.Level ?? scope.Level ?? (isOther || scope.Place is not null ? null : level),
            PlaceName = isOther && place!.Value.Printed.Length > 0 ? place.Value.Name
                : scope.Place ?? placeOfTitle?.Name,
            PlaceCode = isOther ? place!.Value.Of?.Division?.Code
                : scope.Place is null ? placeOfTitle?.Division?.Code : scope.PlaceCode,
            ColumnItem = scope.Item ?? (isOfTransfers && place is not null ? GovernmentTitle.TransferPartOf(around.Above) : null)
                ?? transferPart,
            Phase = PhaseOf(column, [FoldedText.Of(row.Label), .. around.AllAbove], year),
            Direction = column.Direction,
            Period = column.Period,
            Component = column.Component,
            Fund = around.Fund ?? column.Fund,
            UnitName = row.UnitName,
            UnitCode = row.UnitCode,
            Others = row.Others,
            Name = row.Label.Length == 0 ? null : row.Label,
            Subject = threePublicItem is null ? row.Subject : null,
            ItemKey = debt.ItemKey ?? threePublicItem ?? (around.HoldsTotalOfYear ? ItemKeys.Total : total ?? KeyOf(row, column)),
        });
    }

    /// <summary>
    /// 国有资本经营收入 and 从政府性基金预算调入 are subjects: only among the rows of all funds does a name that says nothing else
    /// (政府性基金预算收入) tell the fund.
    /// </summary>
    private static string? KeyOf(TableRow row, AmountColumn column) => row.ItemKey is { } key && FundKeys.Contains(key) &&
        (column.Fund != Fund.All || !GovernmentTotal.NamesAFund(row.Label)) ? null : row.ItemKey;

    private bool IsTotalOfThreePublic(TableRow row) =>
        context.Kind.Lines == LineLayout.ThreePublic && row.Kind == RowKind.Total && row.Code is null;

    /// <summary>
    /// Where neither column nor title tells a phase, the row of a debt may (2023年末债务余额决算数), or one that it is a part of; what a
    /// budget prints of a year before its own is no longer planned, what others print of a year after theirs still is.
    /// </summary>
    /// <param name="rows">The name of the row and of those that it is a part of, folded, the nearest first.</param>
    private Phase PhaseOf(AmountColumn column, IEnumerable<string> rows, int? year) =>
        column.Meaning.Phase is not null || title?.Phase is not null ? column.Phase
        : (context.Kind.RowsBy == Classification.Debt ? rows.Select(GovernmentTitle.PhaseOfFigure).FirstOrDefault(static told =>
            told is not null) : null) ?? (year > documentYear ? Phase.Budget
            : column.Phase == Phase.Budget && year < documentYear ? Phase.Execution : column.Phase);

    /// <summary>
    /// Of transfers whose title names no fund: that which their rows name (一般性转移支付 is of the general budget). Where they name none,
    /// 专项转移支付 is of it too, since that of 政府性基金 is called so; null where they name several.
    /// </summary>
    private Fund? FundOfRows(ImmutableArray<GovernmentColumn> columns)
    {
        if (!isOfTransfers || fund != context.Kind.Fund)
        {
            return null;
        }

        return NamesOf(columns).Select(name => FundOf(name, fund)).Where(named => named != fund).Distinct().ToList() switch
        {
            [var only] => only,
            [] when transferPart is not null => Fund.GeneralPublic,
            _ => null,
        };
    }

    /// <summary>The fund that a title or a heading names.</summary>
    private static Fund FundOf(string folded, Fund otherwise) => Funds.MeaningOf(folded) switch
    {
        "government_fund" => Fund.GovernmentFund,
        "state_capital" => Fund.StateCapital,
        "social_insurance" => Fund.SocialInsurance,
        "special_account" => Fund.SpecialAccount,
        "general_public" => Fund.GeneralPublic,
        "fiscal_appropriation" => Fund.FiscalAppropriation,
        _ => otherwise,
    };
}
