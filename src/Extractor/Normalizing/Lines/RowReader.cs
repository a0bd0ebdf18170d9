using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>Reads the rows of one block: name, unit, code, and what each row is in the sums.</summary>
internal sealed class RowReader
{
    private static readonly WordSet PageSums = ReadingWords.Of(WordList.PageSum);

    private readonly TableGrid grid;
    private readonly TableBlock block;
    private readonly TableContext context;
    private readonly SubjectSlot? primary;
    private readonly RowLabels labels;
    private readonly RowUnits units;
    private readonly OtherSubjects others;
    private readonly BlockClassification list;
    private readonly NamePlacement names, unitNames;
    private readonly UnitBands bands;
    private readonly DimensionBands kinds;

    public RowReader(TableGrid grid, TableBlock block, TableContext context)
    {
        this.grid = grid;
        this.block = block;
        this.context = context;
        primary = block.Primary(context.Kind);
        labels = new RowLabels(grid, block, context.Kind, context.Reference.Headings);
        list = BlockClassification.Of(grid, block, labels, context);
        names = NamePlacement.Of(grid, primary?.Name, labels.IsTotal);
        unitNames = NamePlacement.Of(grid, block.UnitName, labels.IsTotal);
        others = new OtherSubjects(grid, block, context);
        units = new RowUnits(grid, block, context.Kind, labels, names);
        bands = new UnitBands(grid, labels);
        kinds = new DimensionBands(grid, context.Reference.Headings);
    }

    /// <summary>工资福利支出小计 is the sum of the rows before it; in tables of governments such sums may stand above what they sum.</summary>
    public bool SumsStandBelow { get; init; }

    /// <param name="told">What is known of rows beside their own words.</param>
    public ImmutableArray<TableRow> Read(ToldUnits told)
    {
        var resolver = new SubjectResolver(context.Reference.Subjects, context.FiscalYear, list.Classification, list.HasCodes);
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var totals = new List<TableRow>();
        var unit = default(NamedUnit);
        foreach (var row in grid.BodyRows)
        {
            if (!labels.HasContent(row) || RepeatsTotal(row, totals) || PageSums.Matches(FoldedText.Of(labels.Of(row))))
            {
                continue;
            }

            if (bands.At(row) is { Name: not null } band)
            {
                resolver.BeginUnit();
                unit = band;
                continue;
            }

            var printed = units.Printed(row);
            if (printed.Name is not null)
            {
                if (printed.Name != unit.Name)
                {
                    resolver.BeginUnit();
                }

                unit = printed;
            }
            else if (units.StandBelowSubjects)
            {
                unit = default;
            }

            var read = ReadRow(new PrintedRow(row, labels.Of(row), printed, unit, rows.Count > 0 ? rows[^1] : null), resolver, told) with
            {
                Fund = block.Fund is { } funds ? RowFunds.FundIn(grid.TextOver(row, funds.Column), context.Reference.Headings) : null,
            };
            read = read with { Money = MoneyOf(read), Component = ComponentOf(read) };
            unit = read.IsGroupOfUnits || (!read.IsUnit && read.Kind == RowKind.Total) ? default
                : read.IsUnit ? new NamedUnit(read.UnitName, read.UnitCode) : unit;
            rows.Add(read);
            if (read.Kind == RowKind.Total && read.Label.Length > 0)
            {
                totals.Add(read);
            }
        }

        var misnumbered = rows.Where(static row => row.Subject is { IsAgainstName: true }).Select(static row => row.Code![..^2])
            .ToImmutableHashSet(StringComparer.Ordinal);
        WithoutUnitsOfSums(rows);
        var all = rows.ToImmutable();
        return ProjectsBelowSubjects.Read(all, context) ?? (misnumbered.IsEmpty ? all
            : [.. all.Select(row => row.Subject is { } subject
                ? row with { Subject = resolver.ByList(subject, row.Label, misnumbered) } : row)]);
    }

    /// <summary>本页小计 of rows of several units is of none of them, nor are the others of its name.</summary>
    private void WithoutUnitsOfSums(ImmutableArray<TableRow>.Builder rows)
    {
        if (block.UnitName is null)
        {
            return;
        }

        var shared = new HashSet<string>(StringComparer.Ordinal);
        var own = new HashSet<(string?, string?)>();
        foreach (var row in rows)
        {
            if (row.Kind == RowKind.Subtotal)
            {
                if (own.Count > 1)
                {
                    shared.Add(row.Label);
                }

                own.Clear();
            }
            else if (row.Kind == RowKind.Detail)
            {
                own.Add((row.UnitName, row.UnitCode));
            }
        }

        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index].Kind == RowKind.Subtotal && shared.Contains(rows[index].Label) &&
                units.Printed(rows[index].Row) is { Name: null, Code: null })
            {
                rows[index] = rows[index] with { UnitName = null, UnitCode = null };
            }
        }
    }

    private TableRow ReadRow(PrintedRow row, SubjectResolver resolver, ToldUnits told)
    {
        var meaning = bands.SumAt(row.Row, row.Name) ?? MeaningOf(row);
        var subject = CodeOf(row, resolver) ?? (meaning is null ? AboveItsItems(row, resolver) : null);
        if ((subject is null || IsSumOfRowsBefore(row, subject, meaning)) && meaning?.Kind is RowKind.Total or RowKind.Subtotal)
        {
            resolver.EndBranch();
            return Make(row, meaning.Kind, meaning.ItemKey, null);
        }

        if (IsWithoutNames(row))
        {
            // 北京 prints its 收入总表 as one row of amounts without a name.
            return Make(row, RowKind.Total, ItemKeys.Total, null);
        }

        if (IsUnitByColumns(row, subject) || (subject is { } number ? IsDepartmentAbove(row, number) : IsUnitByName(row, resolver, told)))
        {
            if (subject is null && units.FollowTheirItems && row.Previous?.Subject is { Code: not null } item)
            {
                var unit = MakeUnit(row);
                return Make(row, RowKind.Detail, null, item) with { UnitName = unit.UnitName, UnitCode = unit.UnitCode };
            }

            resolver.EndBranch();
            return MakeUnit(row);
        }

        if (subject is null && meaning is not null)
        {
            return Make(row, meaning.Kind, meaning.ItemKey, null);
        }

        if (subject is null && others.Naming(row.Row, row.Label) is { } other)
        {
            return Make(row, RowKind.Detail, null, other);
        }

        OpenBranch(row, resolver);
        var asClass = !list.HasCodes && list.Classification == Classification.Functional &&
            (list.NamesClasses || row.Numbering.Style != NumberingStyle.None);
        return Make(row, RowKind.Detail, null, subject is { } coded ? resolver.ByName(coded, row.Label)
            : resolver.FromName(row.Name, asClass));
    }

    /// <summary>卫生健康支出小计 with the code of the 类, behind its 项.</summary>
    private static bool IsSumOfRowsBefore(PrintedRow row, ResolvedSubject? subject, RowMeaning? meaning) =>
        meaning?.Kind == RowKind.Subtotal && RowLabels.IsSubtotal(row.Name) && subject?.Code is { } code &&
        row.Previous?.Code is { } before && before.Length > code.Length && before.StartsWith(code, StringComparison.Ordinal);

    /// <summary>类 | 款 | 项 as names in three columns: those to the left of the row's own name say where in the list it stands.</summary>
    private void OpenBranch(PrintedRow row, SubjectResolver resolver)
    {
        if (primary is not { Name: null })
        {
            return;
        }

        foreach (var column in primary.Codes)
        {
            var name = grid.Text(row.Row, column.Column);
            if (PrintedAmount.IsName(name) && name != row.Label)
            {
                resolver.FromName(FoldedText.Of(name), column.Role == ColumnRole.CodeClass);
            }
        }
    }

    private bool IsWithoutNames(PrintedRow row) =>
        primary is null && row.Printed is { Name: null, Code: null } && row.Label.Length == 0 && block.UnitName is null;

    /// <summary>The columns of units name or number one, and the row names nothing else.</summary>
    private bool IsUnitByColumns(PrintedRow row, ResolvedSubject? subject)
    {
        return (subject is null && row.Printed.Name is not null &&
                (primary?.Name is { } own ? NameIn(own.Column).Length == 0 : !labels.NamesGoods(row.Row))) ||
            (units.HasSparseCodes && row.Printed.Code is not null && row.Label.Length > 0) ||
            (subject is null && row.Printed.Name is null && units.IsInColumn(row.Label)) ||
            (primary is null && row.Printed.Name is null && row.Printed.Code is not null);

        // A project is named once beside all its years.
        string NameIn(int column) => block.Phase is null ? grid.Text(row.Row, column) : grid.TextOver(row.Row, column);
    }

    private bool IsDepartmentAbove(PrintedRow row, ResolvedSubject number) =>
        block.UnitName is null && units.IsDepartmentAbove(row.Row, row.Label, number);

    private bool IsUnitByName(PrintedRow row, SubjectResolver resolver, ToldUnits told) =>
        primary is not null && block.UnitName is null && !units.HasSparseCodes && !told.Items.Contains(row.Row) &&
        (told.Units.Contains(row.Row) || units.IsNamed(row.Row, row.Label, list, resolver));

    private TableRow MakeUnit(PrintedRow row)
    {
        if (row.Printed.Name is not null)
        {
            return GroupOrUnit(new TableRow(
                row.Row, grid.Text(row.Row, block.UnitName!.Column), row.Unit.Code, row.Unit.Name, true, false, null, Classification.Unit,
                [], RowKind.Detail, null, row.Numbering, unitNames.IndentOf(row.Row), false));
        }

        var (code, bare) = UnitNames.Split(row.Label);
        return GroupOrUnit(new TableRow(
            row.Row, row.Label.Length == 0 ? row.Printed.Code ?? string.Empty : row.Label,
            code ?? row.Printed.Code ?? units.NumberOf(row.Row),
            bare.Length == 0 ? null : bare, true, row.Printed.Code is null, null, Classification.Unit,
            [], RowKind.Detail, null, row.Numbering, names.IndentOf(row.Row), false));
    }

    private TableRow GroupOrUnit(TableRow row) => row.UnitName is { } name && UnitNames.IsWayOfFunding(name)
        ? row with { UnitName = null, Classification = list.Classification, ItemKey = ItemKeys.Subtotal, IsGroupOfUnits = true }
        : row;

    private TableRow Make(PrintedRow row, RowKind kind, string? item, ResolvedSubject? subject) => new(
        row.Row, row.Label, kind == RowKind.Total ? null : row.Unit.Code, kind == RowKind.Total ? null : row.Unit.Name, false, false,
        subject,
        subject?.Classification ?? list.Classification, kind == RowKind.Detail ? others.Of(row.Row) : [], kind, item, row.Numbering,
            names.IndentOf(row.Row),
        subject?.Code is { Length: < 7 } code && row.Previous is { } before && before.Code == code &&
            PrintsTheSameRow(row.Row, before.Row));

    /// <summary>Some publishers print the total anew at the head of every page.</summary>
    private bool RepeatsTotal(int row, List<TableRow> totals)
    {
        if (totals.Count == 0)
        {
            return false;
        }

        var label = labels.Of(row);
        return totals.Exists(earlier => string.Equals(label, earlier.Label, StringComparison.Ordinal) &&
            block.Amounts.All(amount => PrintsTheSame(row, earlier.Row, amount.Column)));
    }

    private bool PrintsTheSameRow(int row, int other) =>
        Enumerable.Range(0, grid.Table.ColumnCount).All(column => PrintsTheSame(row, other, column));

    private bool PrintsTheSame(int row, int other, int column) =>
        string.Equals(grid.Text(row, column), grid.Text(other, column), StringComparison.Ordinal);

    /// <summary>公路水路运输 without a code above 2140101 行政运行: the code of the next row that prints one begins with its own.</summary>
    private ResolvedSubject? AboveItsItems(PrintedRow row, SubjectResolver resolver)
    {
        if (!list.HasCodes || block.Slots.Length > 1 || primary?.Codes is not [{ Role: ColumnRole.Code } code] ||
            grid.Text(row.Row, code.Column).Length > 0)
        {
            return null;
        }

        var next = grid.BodyRows.Where(below => below > row.Row).Select(below => grid.Text(below, code.Column))
            .FirstOrDefault(static text => text.Length > 0);
        return next is not null && PrintedCode.Read(next) is { } printed ? resolver.FromNameAbove(row.Name, printed.Digits) : null;
    }

    private RowMeaning? MeaningOf(PrintedRow row)
    {
        var name = row.Name;
        var general = In(context.Reference.Headings.Rows);
        if (general is null && SumsStandBelow && RowLabels.IsSubtotal(name))
        {
            return new RowMeaning(ItemKeys.Subtotal, RowKind.Subtotal);
        }

        if (general is { Kind: RowKind.Subtotal } && context.Kind.Whole != Component.Total &&
            general.ItemKey == SchemaName.Of(context.Kind.Whole))
        {
            // 基本支出合计 of a table of basic expenditure.
            return new RowMeaning(ItemKeys.Total, RowKind.Total);
        }

        if (general is not null && (general.Kind is RowKind.Total or RowKind.Subtotal || !context.Kind.IsList))
        {
            return general;
        }

        if (context.Kind.RowsBy == Classification.Procurement && labels.KindOfPurchase(name) is { } bought)
        {
            return bought;
        }

        // 其中：一般公共预算 below a project.
        return (block.Direction == Direction.Revenue && list.Classification == Classification.Revenue) ||
            (context.Kind.IsList && row.IsOfWhich) ? In(context.Reference.Headings.RevenueRows) : null;

        // 事业收入（不含教育收费）: what stands in brackets is no name of its own.
        RowMeaning? In(HeadingRules<RowMeaning> rows) => rows.FindWhole(name) ?? rows.Find(HeadingText.Of(name).Bare) ?? rows.Find(name);
    }

    /// <summary>The word beside the row, or the band above it; a sum of all is of no kind.</summary>
    private Component? ComponentOf(TableRow row) => row.Kind == RowKind.Total ? null
        : block.Component is { } column ? RowComponents.ComponentIn(grid.TextOver(row.Row, column.Column), context.Reference.Headings)
        : kinds.Over(row.Row);

    /// <summary>A carried row's item says that it is carried; what money it is stands in its words.</summary>
    private string? MoneyOf(TableRow row) => row.Kind switch
    {
        RowKind.Carried => context.Reference.Headings.RevenueRows.Find(HeadingText.Of(row.Label).Bare)?.ItemKey ?? row.ItemKey,
        RowKind.Detail => row.ItemKey,
        _ => null,
    };

    private ResolvedSubject? CodeOf(PrintedRow row, SubjectResolver resolver)
    {
        if (primary is null)
        {
            return null;
        }

        var single = primary.Codes.FirstOrDefault(static code => code.Role == ColumnRole.Code);
        var parts = primary.Codes.Where(static code => code.Role != ColumnRole.Code).ToList();
        if (parts.Count > 0 &&
            resolver.FromColumns(Part(ColumnRole.CodeClass), Part(ColumnRole.CodeGroup), Part(ColumnRole.CodeItem)) is { } composed)
        {
            return composed;
        }

        if (single is not null)
        {
            var text = block.IsRepeatedDownwards ? grid.TextOver(row.Row, single.Column) : grid.Text(row.Row, single.Column);
            if (resolver.FromOneCell(text) is { } printed)
            {
                return printed;
            }

            if (resolver.FromOwnLevel(text, row.Label) is { } own)
            {
                return own;
            }
        }

        // Names of projects and goods begin with numbers that are no codes (12333聘用人员经费).
        return primary.Name is { } name && single is null && parts.Count == 0 &&
            list.Classification is not (Classification.Project or Classification.Procurement)
            ? resolver.FromOneCell(grid.Text(row.Row, name.Column)) : null;

        // 项 | 目
        string Part(ColumnRole role) =>
            string.Concat(parts.Where(part => part.Role == role).Select(part => grid.Text(row.Row, part.Column)));
    }

    /// <summary>A row before anybody asked what it is.</summary>
    /// <param name="Printed">The unit that its own columns name.</param>
    /// <param name="Unit">The unit that it stands under, or its own.</param>
    private readonly record struct PrintedRow(int Row, string Label, NamedUnit Printed, NamedUnit Unit, TableRow? Previous)
    {
        private static readonly WordSet OfWhich = ReadingWords.Of(WordList.OfWhich);

        /// <summary>Of a note below the table, behind a name: 公路水路运输★.</summary>
        private static readonly char[] NoteMarks = ['★', '☆', '△', '▲', '※', '*'];

        public Numbering Numbering { get; } = Numbering.Of(Label);

        public bool IsOfWhich => OfWhich.Matches(FoldedText.Of(Label));

        /// <summary>The words of the label, without its number.</summary>
        public string Name => IsOfWhich ? HeadingText.Of(Label).Words
            : Numbering.Rest.TrimEnd(NoteMarks);
    }
}

/// <summary>A budget unit as a row names it.</summary>
internal readonly record struct NamedUnit(string? Name, string? Code);
