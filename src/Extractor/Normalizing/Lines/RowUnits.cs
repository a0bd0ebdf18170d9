using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>Which rows of a block are budget units (预算单位), and how their columns name them.</summary>
internal sealed class RowUnits
{
    /// <summary>Of a unit's number, those that name its department (207 of 207001).</summary>
    private const int DepartmentDigits = 3;

    private readonly TableGrid grid;
    private readonly TableBlock block;
    private readonly TableKind kind;
    private readonly RowLabels labels;
    private readonly SubjectSlot? primary;
    private readonly NamePlacement names;
    private readonly HashSet<string> inColumn = new(StringComparer.Ordinal);
    private readonly HashSet<int> heads;
    private readonly ImmutableHashSet<string> numbers;

    /// <param name="names">Where the rows' names stand.</param>
    public RowUnits(TableGrid grid, TableBlock block, TableKind kind, RowLabels labels, NamePlacement names)
    {
        this.grid = grid;
        this.block = block;
        this.kind = kind;
        this.labels = labels;
        this.names = names;
        primary = block.Primary(kind);
        if (block.UnitName is { } owners)
        {
            inColumn.UnionWith(grid.BodyRows.Select(row => FoldedText.Of(grid.Text(row, owners.Column)))
                .Where(static name => name.Length > 0));
        }

        heads = [.. UnitsAboveItems(), .. RowsThatOpenTheirNumber()];
        numbers = NumbersOfUnits();
        FollowTheirItems = StandBehindEveryItem();
        StandBelowSubjects = RepeatTheirSubjects();
        HasSparseCodes = block is { UnitName: null, UnitCode: { } unitCodes } && primary is not null &&
            kind.IsList &&
            AreSparse([.. grid.BodyRows.Select(row => (Code: grid.Text(row, unitCodes.Column), Name: labels.Of(row))).Where(static unit =>
                unit.Code.AsSpan().ContainsAnyInRange('0', '9'))]);
    }

    /// <summary>A unit's code is printed on its sum line alone; the lines below are its items.</summary>
    public bool HasSparseCodes { get; }

    /// <summary>
    /// 行政运行 without a unit, then 行政运行 again for each unit that spends on it, or 公共安全支出 without one above the 项 of each
    /// unit: a row that names no unit is of all of them.
    /// </summary>
    public bool StandBelowSubjects { get; }

    /// <summary>行政运行, then in the same column the units that spend on it: below every 项 there is at least one.</summary>
    public bool FollowTheirItems { get; }

    /// <summary>
    /// 河南's lists of projects print the unit above its projects in the column of names, and beside each of them as its owner.
    /// </summary>
    public bool IsInColumn(string label) => inColumn.Contains(FoldedText.Of(label));

    /// <summary>By the columns of units.</summary>
    public NamedUnit Printed(int row)
    {
        // 某某局 merged down over its years: the rows of one year may begin below the row that prints it.
        var name = block.UnitName is { } column ? TextOf(column.Column) : string.Empty;
        var code = block.UnitCode is { } codeColumn ? FoldedText.Of(TextOf(codeColumn.Column)) : string.Empty;
        if (!code.AsSpan().ContainsAnyInRange('0', '9') && !labels.IsTotal(code))
        {
            code = string.Empty;
        }

        if (labels.IsTotal(name) || labels.IsTotal(code) || RowLabels.IsNothingButSubtotal(name))
        {
            return default;
        }

        // 某某县农业农村局小计 below what the unit spends on.
        name = RowLabels.WithoutSubtotal(name);

        var (codeInName, bare) = UnitNames.Split(name);
        var unitCode = code.Length > 0 ? code : codeInName;
        return name.Length == 0 ? new NamedUnit(null, code.Length > 0 ? code : null)
            : new NamedUnit(bare.Length == 0 ? name : bare, unitCode);

        string TextOf(int column) => block.Phase is null ? grid.Text(row, column) : grid.TextOver(row, column);
    }

    private bool RepeatTheirSubjects()
    {
        if (block.UnitName is not { } units || primary is null || primary.Codes.Length == 0)
        {
            return false;
        }

        var rows = grid.BodyRows.Select(row => (Unit: grid.Text(row, units.Column), Label: labels.Of(row),
            Code: string.Concat(primary.Codes.Select(code => grid.Text(row, code.Column)))))
            .Where(row => row.Code.Length > 0 && !labels.IsTotal(row.Label) && !labels.IsTotal(row.Code)).ToList();
        var pairs = rows.Zip(rows.Skip(1)).Where(static pair => pair.First.Unit.Length == 0).ToList();
        return rows.Count > 0 && rows[0].Unit.Length == 0 &&
            (pairs.Exists(static pair => pair.Second.Unit.Length > 0 && pair.First.Code == pair.Second.Code) ||
            (rows[^1].Unit.Length > 0 &&
                pairs.TrueForAll(static pair => pair.Second.Code.StartsWith(pair.First.Code, StringComparison.Ordinal))));
    }

    /// <summary>On fewer rows than not, and with one name each: a code beside many names is the owner of those items.</summary>
    private bool AreSparse(List<(string Code, string Name)> units) =>
        units.Count * 2 < grid.BodyRows.Length && units.GroupBy(static unit => unit.Code, StringComparer.Ordinal).All(static same =>
            same.All(unit => unit.Name == same.First().Name));

    /// <summary>A name without code among those of subjects or projects that ends as names of authorities and institutions do.</summary>
    public bool IsNamed(int row, string label, BlockClassification rows, SubjectResolver resolver) =>
        label.Length > 0 && (!rows.HasCodes || CodesAreOfNoSubject(row)) && kind.NamesUnits && (heads.Contains(row) ||
        IsNumberedLikeUnits(row) || UnitNames.IsLike(label) &&
        (rows.Classification is not (Classification.Project or Classification.Procurement) ||
            names.IsAboveInnermost(names.IndentOf(row))) &&
        (rows.Classification is not (Classification.DepartmentEconomic or Classification.Functional) ||
            !resolver.IsSubject(FoldedText.Of(label))));

    /// <summary>
    /// 207 某某市文化和旅游局 above 207001 and 207002: the number that the codes of units begin with, beside a name that is named like a
    /// unit and is not that of the subject 207.
    /// </summary>
    public bool IsDepartmentAbove(int row, string label, ResolvedSubject subject) =>
        kind.NamesUnits && subject is { Evidence: CodeEvidence.Printed, Printed: { } number } && UnitNames.IsLike(label) &&
        numbers.Any(code => code.Length > number.Length && code.StartsWith(number, StringComparison.Ordinal)) &&
        FoldedText.Of(subject.Entry?.Name ?? string.Empty) != FoldedText.Of(label);

    /// <summary>The number beside the name in the column of codes, of a unit's row; null where there is none.</summary>
    public string? NumberOf(int row) => primary?.Codes is [var code] &&
        FoldedText.Of(grid.Text(row, code.Column)) is { Length: > 0 } text && !text.AsSpan().ContainsAnyExceptInRange('0', '9') ? text
            : null;

    /// <summary>图书馆 207002 among 207001 某某市文化和旅游局机关: a number as long as a unit's, of the same department.</summary>
    private bool IsNumberedLikeUnits(int row) => NumberOf(row) is { } number && CodesAreOfNoSubject(row) &&
        numbers.Any(code => code.Length == number.Length && code.StartsWith(number[..DepartmentDigits], StringComparison.Ordinal));

    private bool StandBehindEveryItem()
    {
        if (numbers.IsEmpty)
        {
            return false;
        }

        var rows = grid.BodyRows.Where(row => !labels.IsTotal(labels.Of(row))).ToList();
        var items = rows.Zip(rows.Skip(1).Append(-1)).Where(pair => NumberOf(pair.First) is { Length: 7 }).ToList();
        return items.Count > 1 && !IsNumberedLikeUnits(rows[0]) &&
            items.TrueForAll(pair => pair.Second >= 0 && IsNumberedLikeUnits(pair.Second));
    }

    /// <summary>Numbers of no subject beside names like those of units.</summary>
    private ImmutableHashSet<string> NumbersOfUnits() => kind.NamesUnits && primary?.Codes is [_]
        ? [.. grid.BodyRows.Where(row => NumberOf(row) is { Length: > DepartmentDigits } && CodesAreOfNoSubject(row) &&
            UnitNames.IsLike(labels.Of(row))).Select(NumberOf).OfType<string>()]
        : [];

    /// <summary>
    /// 无锡's lists of purchases print what is bought in columns of its own, and above it in the column of names who buys it, wherever in
    /// its cell the name begins: such rows are units where most of them are named like units.
    /// </summary>
    private HashSet<int> UnitsAboveItems()
    {
        if (!kind.IsList || primary?.Name is not { } own)
        {
            return [];
        }

        var found = grid.BodyRows.Zip(grid.BodyRows.Skip(1)).Where(pair => IsHead(pair.First, pair.Second))
            .Select(static pair => pair.First).ToList();
        return found.Count(row => UnitNames.IsLike(grid.Text(row, own.Column))) * 2 > found.Count ? [.. found] : [];

        bool IsHead(int row, int next) =>
            PrintedAmount.IsName(grid.Text(row, own.Column)) && !labels.IsTotal(grid.Text(row, own.Column)) &&
            labels.KindOfPurchase(grid.Text(row, own.Column)) is null && !IsNamedElsewhere(row) &&
            grid.Text(next, own.Column).Length == 0 && IsNamedElsewhere(next);

        bool IsNamedElsewhere(int row) => Enumerable.Range(0, block.Amounts[0].Column)
            .Any(column => column != own.Column && PrintedAmount.IsName(grid.Text(row, column)));
    }

    /// <summary>
    /// 309002 某某县国有林场 without a subject above its subjects, which print 309002 too or no number: where the first row of each number
    /// names none, all others of it do, and one of them or a longer number follows, the first are the units.
    /// </summary>
    private List<int> RowsThatOpenTheirNumber()
    {
        if (block is not { UnitName: null, UnitCode: { } unitCodes } || primary is not { Codes.Length: > 0 } || !kind.NamesUnits)
        {
            return [];
        }

        var rows = grid.BodyRows.Where(row => !labels.IsTotal(labels.Of(row))).ToList();
        var units = rows.Where(row => UnitOf(row).AsSpan().ContainsAnyInRange('0', '9')).GroupBy(UnitOf, StringComparer.Ordinal).ToList();
        return units.TrueForAll(same => !NamesSubject(same.First()) && same.Skip(1).All(NamesSubject) && IsFollowed(same.First()))
            ? units.ConvertAll(static same => same.First()) : [];

        bool IsFollowed(int row) => rows.Find(next => next > row) is > 0 and var below && (NamesSubject(below) ||
            (UnitOf(below).Length > UnitOf(row).Length && UnitOf(below).StartsWith(UnitOf(row), StringComparison.Ordinal)));

        bool NamesSubject(int row) => primary.Codes.Any(code => grid.Text(row, code.Column).Length > 0);

        string UnitOf(int row) => FoldedText.Of(grid.Text(row, unitCodes.Column));
    }

    /// <summary>Blank, or digits of a length that no subject has: 105236 西南大学 above 205 教育支出.</summary>
    private bool CodesAreOfNoSubject(int row) => primary is not null && primary.Codes.Length > 0 &&
        primary.Codes.All(code => FoldedText.Of(grid.Text(row, code.Column)) is { Length: 0 or 4 or 6 or > 7 } text &&
            !text.AsSpan().ContainsAnyExceptInRange('0', '9'));
}
