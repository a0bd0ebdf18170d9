using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>Reads the rows of one block: name, unit, code, and what each row is in the sums.</summary>
internal sealed class RowReader
{
    private readonly TableGrid grid;
    private readonly TableBlock block;
    private readonly TableKind tableKind;
    private readonly ReferenceData reference;
    private readonly int? fiscalYear;
    private readonly SubjectSlot? primary;
    private readonly bool hasCodes;
    private readonly Classification classification;
    private readonly NamePlacement names, unitNames;

    /// <summary>A unit's code is printed on its sum line alone; the lines below are its items.</summary>
    private readonly bool hasSparseUnitCodes;

    public RowReader(TableGrid grid, TableBlock block, TableKind tableKind, ReferenceData reference, int? fiscalYear)
    {
        this.grid = grid;
        this.block = block;
        this.tableKind = tableKind;
        this.reference = reference;
        this.fiscalYear = fiscalYear;
        primary = block.Primary(tableKind);
        hasCodes = grid.BodyRows.Any(row =>
            primary is not null && SlotColumns(primary).Any(column => PrintedCode.Read(grid.Text(row, column.Column)) is not null));
        classification = hasCodes ? ClassificationOfBlock() : ListThatNames(ClassificationOfBlock());
        hasSparseUnitCodes = block is { UnitName: null, UnitCode: { } unitCodes } && primary is not null &&
            tableKind.IsList &&
            AreSparse([.. grid.BodyRows.Select(row => (Code: grid.Text(row, unitCodes.Column), Name: LabelOf(row))).Where(static unit =>
                unit.Code.AsSpan().ContainsAnyInRange('0', '9'))]);
        names = NamePlacement.Of(grid, primary?.Name, IsTotalName);
        unitNames = NamePlacement.Of(grid, block.UnitName, IsTotalName);
    }

    public ImmutableArray<TableRow> Read()
    {
        var resolver = new SubjectResolver(reference.Subjects, fiscalYear, classification, hasCodes);
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var totals = new List<TableRow>();
        string? unitName = null, unitCode = null;
        foreach (var row in grid.BodyRows)
        {
            if (!HasContent(row) || RepeatsTotal(row, totals))
            {
                continue;
            }

            var (printedUnit, printedUnitCode) = ReadUnit(row);
            if (printedUnit is not null)
            {
                (unitName, unitCode) = (printedUnit, printedUnitCode);
            }

            var read = ReadRow(row, rows.Count > 0 ? rows[^1] : null, resolver, printedUnit, printedUnitCode, unitName, unitCode);
            if (read.IsUnit)
            {
                (unitName, unitCode) = (read.UnitName, read.UnitCode);
            }
            else if (read.Kind == RowKind.Total)
            {
                (unitName, unitCode) = (null, null);
            }

            rows.Add(read);
            if (read.Kind == RowKind.Total && read.Label.Length > 0)
            {
                totals.Add(read);
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>On fewer rows than not, and with one name each: a code beside many names is the owner of those items.</summary>
    private bool AreSparse(List<(string Code, string Name)> units) =>
        units.Count * 2 < grid.BodyRows.Length && units.GroupBy(static unit => unit.Code, StringComparer.Ordinal).All(static same =>
            same.All(unit => unit.Name == same.First().Name));

    /// <summary>Some publishers print the total anew at the head of every page.</summary>
    private bool RepeatsTotal(int row, List<TableRow> totals)
    {
        if (totals.Count == 0)
        {
            return false;
        }

        var label = LabelOf(row);
        return totals.Exists(earlier => string.Equals(label, earlier.Label, StringComparison.Ordinal) && PrintsTheSame(row, earlier.Row));
    }

    private bool PrintsTheSame(int row, int other)
    {
        foreach (var amount in block.Amounts)
        {
            if (!string.Equals(grid.Text(row, amount.Column), grid.Text(other, amount.Column), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSameRow(int row, int other)
    {
        for (var column = 0; column < grid.Table.ColumnCount; column++)
        {
            if (!string.Equals(grid.Text(row, column), grid.Text(other, column), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private bool CodesAreBlank(int row) =>
        primary is not null && primary.Codes.Length > 0 && primary.Codes.All(code => grid.Text(row, code.Column).Length == 0);

    private static IEnumerable<ColumnMeaning> SlotColumns(SubjectSlot slot) =>
        slot.Name is null ? slot.Codes : slot.Codes.Append(slot.Name);

    private Classification ClassificationOfBlock()
    {
        if (primary?.Classification is { } stated)
        {
            return stated;
        }

        if (primary is null)
        {
            return block.UnitName is not null || block.UnitCode is not null ? Classification.Unit
                : block.Direction == Direction.Revenue ? Classification.Revenue : Classification.Functional;
        }

        foreach (var row in grid.BodyRows)
        {
            foreach (var column in SlotColumns(primary))
            {
                if (PrintedCode.Read(grid.Text(row, column.Column)) is { } code && PrintedCode.ClassificationOf(code.Digits) is { } found)
                {
                    return found;
                }
            }
        }

        return tableKind.RowsBy ?? (block.Direction == Direction.Revenue ? Classification.Revenue : Classification.Functional);
    }

    /// <summary>
    /// A heading may not tell which list names the rows (经济分类, its 政府 cut off; 支出 over several sides of a table): where
    /// another list knows more of the names than the stated one, it is that list.
    /// </summary>
    private Classification ListThatNames(Classification stated)
    {
        ReadOnlySpan<Classification> lists = [Classification.Functional, Classification.DepartmentEconomic,
            Classification.GovernmentEconomic];
        if (!lists.Contains(stated))
        {
            return stated;
        }

        var names = grid.BodyRows.Select(row => Numbering.Of(LabelOf(row)).Rest).Where(static name => name.Length > 0).ToList();
        var (best, most) = (stated, names.Count(name => IsNamed(stated, name)));
        foreach (var list in lists)
        {
            if (names.Count(name => IsNamed(list, name)) is var known && known > most)
            {
                (best, most) = (list, known);
            }
        }

        return best;
    }

    private bool IsNamed(Classification list, string name) =>
        reference.Subjects.FindByName(list, name, fiscalYear, null).Candidates.Length > 0 ||
        reference.Subjects.FindByName(list, name + "支出", fiscalYear, null).Candidates.Length > 0;

    private bool HasContent(int row) =>
        block.Amounts.Any(amount => grid.Text(row, amount.Column).Length > 0) ||
        block.Slots.Any(slot => SlotColumns(slot).Any(column => grid.Text(row, column.Column).Length > 0)) ||
        (block.UnitName is { } unit && grid.Text(row, unit.Column).Length > 0);

    private (string? Name, string? Code) ReadUnit(int row)
    {
        var name = block.UnitName is { } column ? grid.Text(row, column.Column) : string.Empty;
        var code = block.UnitCode is { } codeColumn ? FoldedText.Of(grid.Text(row, codeColumn.Column)) : string.Empty;
        if (!code.AsSpan().ContainsAnyInRange('0', '9') && !IsTotalName(code))
        {
            code = string.Empty;
        }

        if (IsTotalName(name) || IsTotalName(code))
        {
            return (null, null);
        }

        var (codeInName, bare) = UnitNames.Split(name);
        var unitCode = code.Length > 0 ? code : codeInName;
        return name.Length == 0 ? (null, code.Length > 0 ? code : null) : (bare.Length == 0 ? name : bare, unitCode);
    }

    private bool IsTotalName(string printed) =>
        reference.Headings.Rows.Find(FoldedText.Of(printed))?.Kind == RowKind.Total;

    private TableRow ReadRow(int row, TableRow? previous, SubjectResolver resolver, string? printedUnit, string? printedUnitCode,
        string? unitName, string? unitCode)
    {
        var label = LabelOf(row);
        var numbering = Numbering.Of(label);
        var name = FoldedText.Of(label).StartsWith("其中", StringComparison.Ordinal) ? HeadingText.Of(label).Words : numbering.Rest;
        var meaning = MeaningOf(name);
        var subject = CodeOf(row, label, resolver) ?? default(ResolvedSubject?);
        var indent = names.IndentOf(row);
        var unitIndent = unitNames.IndentOf(row);
        var ownName = primary?.Name is { } own ? grid.Text(row, own.Column) : string.Empty;
        if (subject is null && meaning?.Kind is RowKind.Total or RowKind.Subtotal)
        {
            resolver.EndBranch();
            return Make(meaning!.Kind, isUnit: false, null, meaning.ItemKey);
        }

        if (primary is null && printedUnit is null && label.Length == 0 && block.UnitName is null)
        {
            // 北京 prints its 收入总表 as one row of amounts without a name.
            return Make(RowKind.Total, isUnit: false, null, "total");
        }

        if (subject is null && printedUnit is not null && ownName.Length == 0)
        {
            resolver.EndBranch();
            return Make(RowKind.Detail, isUnit: true, null, null);
        }

        if ((hasSparseUnitCodes && printedUnitCode is not null && label.Length > 0) ||
            (primary is null && printedUnit is null && printedUnitCode is not null))
        {
            resolver.EndBranch();
            return Make(RowKind.Detail, isUnit: true, null, null);
        }

        if (subject is null && primary is not null && block.UnitName is null && !hasSparseUnitCodes &&
            IsUnitName(row, label, indent, resolver))
        {
            resolver.EndBranch();
            return Make(RowKind.Detail, isUnit: true, null, null);
        }

        if (subject is null && meaning is not null)
        {
            return Make(meaning.Kind, isUnit: false, null, meaning.ItemKey);
        }

        var asClass = !hasCodes && classification == Classification.Functional && numbering.Style != NumberingStyle.None;
        var resolved = subject ?? resolver.FromName(name, asClass);
        return Make(RowKind.Detail, isUnit: false, resolved, null);

        TableRow Make(RowKind kind, bool isUnit, ResolvedSubject? resolved, string? item)
        {
            var isRowOfUnit = isUnit && printedUnit is null;
            var (codeInLabel, bare) = isRowOfUnit ? UnitNames.Split(label) : (null, label);
            return new TableRow(
                row,
                isUnit && !isRowOfUnit ? grid.Text(row, block.UnitName!.Column) : isRowOfUnit && label.Length == 0 ? printedUnitCode ??
                    label : label,
                isRowOfUnit ? codeInLabel ?? printedUnitCode : unitCode,
                isRowOfUnit ? (bare.Length == 0 || UnitNames.IsWayOfFunding(bare) ? null : bare) : kind == RowKind.Total ? null : unitName,
                isUnit,
                resolved?.Printed,
                resolved?.Code,
                resolved?.Evidence ?? CodeEvidence.None,
                resolved?.Entry,
                isUnit ? Classification.Unit : resolved?.Classification ?? classification,
                kind,
                item,
                numbering,
                isUnit && !isRowOfUnit ? unitIndent : indent,
                resolved?.Code is { Length: < 7 } code && previous is { } before && before.Code == code && IsSameRow(row, before.Row),
                null);
        }
    }

    /// <summary>
    /// The name in the slot's own column; where it is blank, words in the code columns, another slot or the unit's column (合计 is printed in
    /// any of them).
    /// </summary>
    private string LabelOf(int row)
    {
        if (primary?.Name is { } name && grid.Text(row, name.Column) is { Length: > 0 } own)
        {
            return own;
        }

        var others = block.Slots.SelectMany(static slot => SlotColumns(slot))
            .Concat(new[] { block.UnitCode, block.UnitName }.OfType<ColumnMeaning>());
        foreach (var column in others)
        {
            var text = grid.Text(row, column.Column);
            if (PrintedAmount.IsName(text))
            {
                return text;
            }
        }

        // 公用经费合计 may be merged over the list on the left into this one, or stand in its last column where no lines are drawn.
        var start = primary is null ? block.Amounts[0].Column : SlotColumns(primary).Min(static column => column.Column);
        var left = grid.OriginOf(row, start);
        while (left > 0 && grid.Text(row, left).Length == 0)
        {
            left--;
        }

        return grid.Text(row, left) is { Length: > 0 } merged &&
            reference.Headings.Rows.Find(Numbering.Of(merged).Rest)?.Kind is RowKind.Total or RowKind.Subtotal
            ? merged
            : ElsewhereInRow(row);
    }

    /// <summary>A total under a heading of no meaning (项目编号); in lists of purchases the name of the goods.</summary>
    private string ElsewhereInRow(int row)
    {
        var found = string.Empty;
        var first = block.Amounts[0].Column;
        for (var column = 0; column < first; column++)
        {
            var text = grid.Text(row, column);
            if (IsTotalName(text) || (found.Length == 0 && PrintedAmount.IsName(text) && tableKind.IsList))
            {
                found = text;
            }
        }

        return found;
    }

    private RowMeaning? MeaningOf(string name)
    {
        var general = In(reference.Headings.Rows);
        if (general is not null && (general.Kind is RowKind.Total or RowKind.Subtotal || !tableKind.IsList))
        {
            return general;
        }

        return block.Direction == Direction.Revenue && classification == Classification.Revenue ? In(reference.Headings.RevenueRows) : null;

        // 事业收入（不含教育收费）: what stands in brackets is no name of its own.
        RowMeaning? In(HeadingRules<RowMeaning> rows) => rows.FindWhole(name) ?? rows.Find(HeadingText.Of(name).Bare) ?? rows.Find(name);
    }

    private ResolvedSubject? CodeOf(int row, string label, SubjectResolver resolver)
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
            var text = grid.Text(row, single.Column);
            if (resolver.FromOneCell(text) is { } printed)
            {
                return printed;
            }

            if (resolver.FromOwnLevel(text, label) is { } own)
            {
                return own;
            }
        }

        // Names of projects and goods begin with numbers that are no codes (12333聘用人员经费).
        return primary.Name is { } name && single is null && parts.Count == 0 &&
            classification is not (Classification.Project or Classification.Procurement)
            ? resolver.FromOneCell(grid.Text(row, name.Column)) : null;

        string Part(ColumnRole role) => parts.Find(part => part.Role == role) is { } part ? grid.Text(row, part.Column) : string.Empty;
    }

    private bool IsUnitName(int row, string label, double indent, SubjectResolver resolver) =>
        label.Length > 0 && (!hasCodes || CodesAreBlank(row)) &&
        tableKind.NamesUnits && UnitNames.IsLike(label) && (classification is not (Classification.Project or Classification.Procurement) ||
            names.IsAboveInnermost(indent)) &&
        (classification is not (Classification.DepartmentEconomic or Classification.Functional) ||
            resolver.FromName(FoldedText.Of(label), false).Code is null);
}
