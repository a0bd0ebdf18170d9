using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>What one performance table tells.</summary>
/// <param name="Total">The printed total of its list of projects or tasks; null where it prints none, or more than one.</param>
/// <param name="Rows">Of its lists: a project or task a row, and their sums.</param>
/// <param name="Money">Of its forms of one project each: the whole money, and the funds below it.</param>
/// <param name="Parts">Of its forms: the funds that a project has no place for.</param>
internal sealed record PerformanceTable(
    ExtractedTable Table,
    ProjectSource Source,
    ImmutableArray<ProjectMention> Projects,
    ImmutableArray<PerformanceIndicator> Indicators,
    FormFigure? Total,
    ImmutableArray<ListedRow> Rows,
    ImmutableArray<MoneyRow> Money,
    ImmutableArray<FormPart> Parts);

/// <summary>A row of a list of projects or tasks under its header.</summary>
/// <param name="IsUnit">Money of a unit, beside which no goal and no indicator stands: the sum of its projects.</param>
internal readonly record struct ListedRow(int Row, FormHeader Header, string Name, bool IsTotal, bool IsUnit = false);

/// <summary>
/// Walks down a performance table. It may be a form of labels with values beside them, a list with a project a row, blocks of
/// indicators, or all of these below each other; a header may come anywhere, and again on each page.
/// </summary>
internal sealed partial class PerformanceTableReader
{
    private static readonly WordSet GoalsOfYear = ReadingWords.Of(WordList.GoalOfYear);

    /// <summary>Characters; a shorter text of capitals and digits is a number of a list.</summary>
    private const int ShortestCode = 8;

    private readonly FormGrid grid;
    private readonly PerformanceMap map;
    private readonly AmountUnit? tableUnit;
    private readonly ProjectSource source;
    private readonly IndicatorReader indicators;
    private readonly FormMoney moneyOfForm;
    private readonly ImmutableArray<ProjectMention>.Builder projects = ImmutableArray.CreateBuilder<ProjectMention>();
    private readonly List<FormFigure> totals = [];
    private readonly ImmutableArray<ListedRow>.Builder rows = ImmutableArray.CreateBuilder<ListedRow>();
    private readonly ImmutableArray<MoneyRow>.Builder moneyRows = ImmutableArray.CreateBuilder<MoneyRow>();
    private readonly ImmutableArray<FormPart>.Builder parts = ImmutableArray.CreateBuilder<FormPart>();
    private ProjectForm form = new();
    private FormHeader? header;
    private FormHeader? money;
    private int projectRow = -1;

    private PerformanceTableReader(ExtractedTable table, ProjectSource source, AmountUnit? unit, PerformanceMap map)
    {
        grid = new FormGrid(table);
        this.map = map;
        this.source = source;
        tableUnit = unit;
        indicators = new IndicatorReader(grid, map);
        moneyOfForm = new FormMoney(grid, map, unit);
    }

    /// <param name="unit">Of the table's amounts; null where none is known, then they are left out.</param>
    public static PerformanceTable Read(ExtractedTable table, ProjectSource source, AmountUnit? unit, PerformanceMap map)
    {
        var reader = new PerformanceTableReader(table, source, unit, map);
        reader.Walk();
        return new PerformanceTable(
            table, source, reader.projects.ToImmutable(), reader.indicators.Found, reader.totals.Count == 1 ? reader.totals[0] : null,
                reader.rows.ToImmutable(), reader.moneyRows.ToImmutable(), reader.parts.ToImmutable());
    }

    /// <summary>The project that the row belongs to; the form of a whole department has none.</summary>
    private string? ProjectName => source == ProjectSource.OverallPerformance && header?.Name is null ? null : form.Name;

    /// <summary>Tasks of a 整体支出绩效自评表 are those of the whole department, as on its form of goals, and no projects.</summary>
    private ProjectSource SourceOfTasks =>
        TableEvidenceWords.WholeDepartment.Matches(grid.Table.TitleAsPrinted ?? string.Empty) ? ProjectSource.OverallPerformance : source;

    private void Walk()
    {
        if (source != ProjectSource.OverallPerformance && FormTitle.ProjectOf(grid.Table.TitleAsPrinted) is { } titled)
        {
            form = new ProjectForm { Name = titled };
        }

        for (var row = 0; row < grid.RowCount; row++)
        {
            if (FormHeader.Find(grid, row, map) is { } found)
            {
                TakeHeader(found);
                row = found.LastRow;
                continue;
            }

            header ??= FormHeader.Implied(grid, row, map);
            if (header?.Name is { } name && !IsLabelRow(row, name.Column))
            {
                ReadListRow(row, header, name);
            }
            else if (header is { HasIndicators: true, Name: null } && !IsLabelRow(row, header.Columns[0].Column) &&
                indicators.Read(row, header, ProjectName))
            {
                form.HasIndicators = true;
            }
            else
            {
                ReadLabels(row);
            }
        }

        Finish();
    }

    private void TakeHeader(FormHeader found)
    {
        if (found.IsMoney)
        {
            money = found;
            return;
        }

        if (header?.Name is not null && found.Name is null)
        {
            if (found.IsPartOf(header))
            {
                // Repeated on the next page, with the name's heading lost to the cell above it.
                return;
            }

            Finish();
        }

        header = found;
        money = null;
    }

    /// <summary>A row that a label opens at the left of the columns of a list or block.</summary>
    private bool IsLabelRow(int row, int firstColumn)
    {
        foreach (var cell in grid.Row(row))
        {
            if (cell.Text.Length == 0)
            {
                continue;
            }

            return (cell.Column < firstColumn || cell.Column + cell.ColumnSpan > firstColumn + 1) && map.Label(cell.Text) is not null &&
                !IsTotalOfList(cell);
        }

        return false;
    }

    /// <summary>合计 over the number and the name of a list.</summary>
    private bool IsTotalOfList(TableCell cell) =>
        header?.Name is { } name && cell.Column < name.Column && cell.Column + cell.ColumnSpan > name.Column && TotalLabel.Is(cell.Text);

    private void ReadListRow(int row, FormHeader list, FormColumn nameColumn)
    {
        var cell = grid.At(row, nameColumn.Column);
        var amountColumn = list.First(PerformanceRole.Amount) ?? list.First(PerformanceRole.AmountEarly);
        var amountCell = amountColumn is null ? null : grid.At(row, amountColumn.Column);
        if (cell is null || (amountCell is not null && cell == amountCell))
        {
            return;
        }

        if (cell.Row == row && cell.Text.Length == 0 && ContinuesGoal(row, list, amountCell) is { } rest)
        {
            form.ContinueGoal(rest);
        }
        else if (cell.Row == row && NameOf(row, cell, list) is { } name)
        {
            var amount = FormFigures.Amount(amountCell, amountColumn?.Unit ?? tableUnit);
            if (TotalLabel.Is(name))
            {
                Finish();
                if (amount is not null)
                {
                    totals.Add(amount);
                    rows.Add(new ListedRow(row, list, name, IsTotal: true));
                }

                return;
            }

            if (amountCell is not null && amountCell.Row < row && form.NameCell is not null)
            {
                // One amount for two lines of a name.
                form.Name += name;
            }
            else if (IsPrintedAgain(row, name, amount))
            {
                form.TimesPrinted++;
            }
            else
            {
                BeginListed(row, list, name, cell, amountColumn, amount);
            }

            projectRow = row;
        }
        else if (cell.Row < row && amountCell?.Row == row && form is { NameCell: { } place, Name: { } same } && place == cell &&
            FormFigures.Amount(amountCell, amountColumn!.Unit ?? tableUnit) is { } more && !IsPrintedAgain(row, same, more))
        {
            // One name over several rows, each with money and a goal of its own.
            BeginListed(row, list, same, cell, amountColumn, more);
            projectRow = row;
        }

        if (list.HasIndicators && form.NameCell is not null && indicators.Read(row, list, ProjectName))
        {
            form.HasIndicators = true;
        }
    }

    private void BeginListed(int row, FormHeader list, string name, TableCell cell, FormColumn? amountColumn, FormFigure? amount)
    {
        Finish();
        form = new ProjectForm { Name = name, NameCell = cell };
        form.Add(amountColumn?.Role ?? PerformanceRole.Amount, amount);
        ReadColumns(row, list);
        rows.Add(new ListedRow(row, list, name, IsTotal: false));
    }

    /// <summary>The goal of a project cut by the page edge goes on in a row of its own, whose name and amount are blank.</summary>
    private string? ContinuesGoal(int row, FormHeader list, TableCell? amountCell) =>
        projectRow >= 0 && grid.PageOf(row) > grid.PageOf(row - 1) && amountCell is null or { Text.Length: 0 } && !list.HasIndicators &&
        list.First(PerformanceRole.Goal) is { } goal && grid.At(row, goal.Column) is { Text.Length: > 0 } cell && cell.Row == row
            ? cell.Text
            : null;

    /// <summary>A project cut by the page edge prints its name and amount again at the top of the next page.</summary>
    private bool IsPrintedAgain(int row, string name, FormFigure? amount) =>
        projectRow >= 0 && string.Equals(form.Name, name, StringComparison.Ordinal) && form.Amount?.Printed == amount?.Printed &&
            grid.PageOf(row) > grid.PageOf(projectRow);

    private void ReadColumns(int row, FormHeader list)
    {
        if (list.First(PerformanceRole.Goal) is { } goal && grid.At(row, goal.Column) is { Text.Length: > 0 } goalCell)
        {
            form.AddGoal(goalCell.Text, isOfYear: true);
        }

        if (list.First(PerformanceRole.Content) is { } content && grid.At(row, content.Column) is { Text.Length: > 0 } contentCell &&
            contentCell.Text != form.Name)
        {
            form.Content = contentCell.Text;
        }

        if (list.First(PerformanceRole.Executed) is { } executed)
        {
            form.Executed = FormFigures.Amount(grid.At(row, executed.Column), executed.Unit ?? tableUnit);
        }

        form.AddParts(list, column => FormFigures.Amount(grid.At(row, column.Column), column.Unit ?? tableUnit));
        moneyOfForm.ReadRate(row, list, form);
    }

    /// <summary>Null for a blank cell. Where the name is only a number (任务1), what stands beside it is the task.</summary>
    private string? NameOf(int row, TableCell cell, FormHeader list)
    {
        var text = cell.Text;
        if (Enumerator().IsMatch(FoldedText.Of(text)))
        {
            text = list.First(PerformanceRole.Content) is { } content ? grid.At(row, content.Column)?.Text ?? string.Empty : string.Empty;
        }

        return text.AsSpan().ContainsAnyInRange('\u4e00', '\u9fff') ? ProjectForm.WithoutCode(text) : IsCode(text) ? text : null;
    }

    /// <summary>GZIT2022-SM-W-C-051103: a contract that has no other name.</summary>
    private static bool IsCode(string text) =>
        text.Length >= ShortestCode && text.Any(char.IsAsciiLetterUpper) && text.Any(char.IsAsciiDigit) &&
        text.All(static letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_' or '/');

    private void ReadLabels(int row)
    {
        if (money is not null && ProjectName is { } project && MoneyRow.Find(grid, row, money, project, map) is { } moneyRow)
        {
            moneyRows.Add(moneyRow with { Unit = moneyOfForm.UnitOf(moneyRow.Place) });
        }

        foreach (var cell in grid.Row(row))
        {
            if (NameInCell(cell) is { } nameInCell)
            {
                Begin(nameInCell, cell);
                continue;
            }

            switch (map.Label(cell.Text))
            {
                case PerformanceRole.ProjectName when Value(cell) is { } name:
                    Begin(ProjectForm.WithoutCode(name.Text), name);
                    break;
                case PerformanceRole.Amount or PerformanceRole.Total when money is not null && !moneyOfForm.IsGroup(cell):
                    moneyOfForm.ReadColumns(row, money, cell, form);
                    break;
                case (PerformanceRole.Amount or PerformanceRole.AmountWholePeriod) when moneyOfForm.Whole(cell) is { } whole:
                    if (form.HasIndicators)
                    {
                        // The next form begins; what names it has not been read.
                        Begin(null, null);
                    }

                    form.Add(whole);
                    break;
                case (PerformanceRole.PartFiscal or PerformanceRole.PartLevel or PerformanceRole.PartOther
                    or PerformanceRole.PartCarriedIn) and { } role when money is null && moneyOfForm.FigureBeside(cell) is { } part:
                    form.AddPart(role, cell, part);
                    break;
                case null when money is null && moneyOfForm.IsInGroup(cell) && moneyOfForm.FigureBeside(cell) is { } part:
                    form.AddPart(PerformanceRole.Part, cell, part);
                    break;
                case PerformanceRole.Goal when GoalOf(cell) is { } goal:
                    form.AddGoal(goal, IsOfYear(cell.Text));
                    break;
                case PerformanceRole.Content when Value(cell) is { } content:
                    form.Content ??= content.Text;
                    break;
                default:
                    break;
            }
        }
    }

    private void Begin(string? name, TableCell? place)
    {
        var titled = form.NameCell is null && !form.HasIndicators && form.Amount is null;
        if (!titled)
        {
            Finish();
        }

        header = null;
        money = null;
        form = new ProjectForm { Name = name, NameCell = place };
        indicators.Begin();
    }

    /// <summary>The cell at the right of a label; null where it is blank or a label itself.</summary>
    private TableCell? Value(TableCell label) =>
        grid.RightOf(label) is { Text.Length: > 0 } value && map.Label(value.Text) is null ? value : null;

    /// <summary>Beside its label, or below it where the labels of several goals stand side by side.</summary>
    private string? GoalOf(TableCell label)
    {
        var right = grid.RightOf(label);
        if (right is not null && map.Label(right.Text) is null)
        {
            return right.Text.Length == 0 ? null : right.Text;
        }

        var below = grid.At(label.Row + label.RowSpan, label.Column);
        return below is { Text.Length: > 0 } && below.Row == label.Row + label.RowSpan && map.Label(below.Text) is null &&
            map.Column(below.Text) is null
            ? below.Text
            : null;
    }

    private static bool IsOfYear(string label) => GoalsOfYear.Matches(label);

    private void Finish()
    {
        var isTask = header?.Name is { Role: PerformanceRole.TaskName };
        var isList = form.NameCell is not null && header?.Name is not null;
        if ((source != ProjectSource.OverallPerformance || isTask) && IsProject(isList) &&
            form.ToMention(isTask ? SourceOfTasks : source, grid.Table, !isList) is { } mention)
        {
            projects.Add(mention);
            parts.AddRange(form.PartsAside(mention, moneyOfForm.UnitOf));
        }
        else if (isList && form.Amount is not null && rows.Count > 0 && rows[^1] is { IsTotal: false } last &&
            last.Row == form.NameCell!.Row)
        {
            rows[^1] = last with { IsUnit = true };
        }

        form = new ProjectForm();
        projectRow = -1;
        indicators.Begin();
    }

    /// <summary>A name with nothing beside it is a heading; a unit's name with money alone is the unit's total.</summary>
    private bool IsProject(bool isList)
    {
        if (form.Amount is null && form.Goal is null && !form.HasIndicators)
        {
            return false;
        }

        var hasMore = header is not null && (header.HasIndicators || header.First(PerformanceRole.Goal) is not null);
        return !isList || !hasMore || form.Goal is not null || form.HasIndicators || !UnitNames.IsLike(form.Name!);
    }

    private static string? NameInCell(TableCell cell)
    {
        var match = LabelWithName().Match(cell.Text);
        return match.Success ? match.Groups["name"].Value : null;
    }

    /// <summary>Label and name in one cell: 专项（项目）名称伯乐奖.</summary>
    [GeneratedRegex(@"^(?:专项（项目）名称|项目名称)\s*[:：]?\s*(?<name>[^:：（(/].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelWithName();

    /// <summary>任务1, 任务一, 1.</summary>
    [GeneratedRegex(@"^(?:任务|项目)?[\d一二三四五六七八九十]+[.、:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Enumerator();
}
