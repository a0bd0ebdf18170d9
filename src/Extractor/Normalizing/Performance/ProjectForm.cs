using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>A fund on the form of one project, beside its label.</summary>
/// <param name="IsOfWholePeriod">A part of the money of all years, which the form prints beside that of the year.</param>
internal readonly record struct FormPart(
    PerformanceRole Role, string ProjectName, TableCell Label, AmountUnit? Unit, bool IsOfWholePeriod);

/// <summary>What has been read of one project while a table is walked through.</summary>
internal sealed class ProjectForm
{
    private FormFigure? wholePeriod;
    private FormFigure? year;
    private FormFigure? early;
    private bool yearIsNamed;
    private bool goalIsOfYear;
    private readonly List<(PerformanceRole Role, int Column)> wholes = [];
    private readonly List<MoneyPart> parts = [];

    public string? Name { get; set; }

    public TableCell? NameCell { get; init; }

    public bool HasIndicators { get; set; }

    /// <summary>A project cut by the page edge is printed again at the top of the next page.</summary>
    public int TimesPrinted { get; set; } = 1;

    public FormFigure? Executed { get; set; }

    public FormFigure? Rate { get; set; }

    /// <summary>Between 年初预算数 and the executed amount stands a column that is not known: the rate may be reckoned on that.</summary>
    public bool HasUnknownBudget { get; set; }

    public string? Goal { get; private set; }

    public string? Content { get; set; }

    public FormFigure? Amount => year ?? early ?? wholePeriod;

    public void Add(PerformanceRole role, FormFigure? figure)
    {
        switch (role)
        {
            case PerformanceRole.Amount:
                year ??= figure;
                break;
            case PerformanceRole.AmountEarly:
                early ??= figure;
                break;
            default:
                wholePeriod ??= figure;
                break;
        }
    }

    /// <summary>
    /// An amount beside its label. 项目资金总额 is the money of the year where it stands alone; beside 年度资金总额 it is that of all years.
    /// </summary>
    public void Add(WholeMoney whole)
    {
        var role = whole.Role;
        if (role == PerformanceRole.Amount && year is not null && whole.IsOfYear != yearIsNamed)
        {
            if (whole.IsOfYear)
            {
                (wholePeriod, year) = (wholePeriod ?? year, null);
                for (var index = 0; index < wholes.Count; index++)
                {
                    wholes[index] = (PerformanceRole.AmountWholePeriod, wholes[index].Column);
                }
            }
            else
            {
                role = PerformanceRole.AmountWholePeriod;
            }
        }

        Add(role, whole.Figure);
        yearIsNamed |= role == PerformanceRole.Amount && whole.IsOfYear;
        wholes.Add((role, whole.Column));
    }

    /// <summary>其中：财政拨款, 上年结转资金, 其他资金 below the amount whose part it is.</summary>
    /// <param name="label">Its column tells the amount: forms set the money of all years and that of the year side by side.</param>
    public void AddPart(PerformanceRole role, TableCell label, FormFigure figure)
    {
        var whole = wholes.FindLastIndex(printed => printed.Column == label.Column);
        parts.Add(new MoneyPart(role, whole < 0 ? wholes.Count - 1 : whole, figure, label));
    }

    /// <summary>What a mention has no place for: levels of the treasury, kinds of funds, the parts of the money of all years.</summary>
    public IEnumerable<FormPart> PartsAside(ProjectMention mention, Func<TableCell, AmountUnit?> unitOf)
    {
        var whole = WholeRole(mention.IsWholePeriod);
        FormFigure?[] placed =
        [
            PartOf(whole, PerformanceRole.PartFiscal) ?? OnlyLevel(whole), PartOf(whole, PerformanceRole.PartCarriedIn),
            PartOf(whole, PerformanceRole.PartOther),
        ];
        return parts.Where(part => part.Label is not null && !placed.Contains(part.Figure)).Select(part =>
            new FormPart(part.Role, mention.Project.ProjectName, part.Label!, unitOf(part.Label!),
                !mention.IsWholePeriod && !IsOf(part, whole)));
    }

    /// <summary>The parts of the budgeted amount that a list prints in columns of their own.</summary>
    public void AddParts(FormHeader list, Func<FormColumn, FormFigure?> figureOf)
    {
        foreach (var column in list.Columns)
        {
            if (column.Role is PerformanceRole.PartFiscal or PerformanceRole.PartOther && !column.IsSpent)
            {
                if (figureOf(column) is { } figure)
                {
                    parts.Add(new MoneyPart(column.Role, -1, figure, null));
                }
            }
        }
    }

    /// <summary>年度目标 is taken before 实施期目标 where a form has both.</summary>
    public void AddGoal(string text, bool isOfYear)
    {
        if (Goal is null || (isOfYear && !goalIsOfYear))
        {
            (Goal, goalIsOfYear) = (text, isOfYear);
        }
    }

    /// <summary>What the next page prints of the goal that the page edge cut.</summary>
    public void ContinueGoal(string text) => Goal += text;

    /// <summary>The mention of a form that names its project; null for one that does not.</summary>
    public ProjectMention? ToMention(ProjectSource source, ExtractedTable table, bool isForm)
    {
        if (Name is null || (NameCell ?? (table.Cells.IsEmpty ? null : table.Cells[0])) is not { } place)
        {
            return null;
        }

        var amount = Amount;
        var isWholePeriod = year is null && early is null && wholePeriod is not null;
        var whole = WholeRole(isWholePeriod);
        var (page, box) = amount is null ? (place.Parts[0].PageNumber, place.Parts[0].Box.Rounded()) : (amount.PageNumber, amount.Box);
        return new ProjectMention(
            new Project(Name, source, amount?.Yuan, null, null, Content, null, Goal, Executed?.Yuan, Rate?.Value * 100, page, box)
            {
                WholePeriodYuan = wholePeriod?.Yuan,
                IsWholePeriod = isWholePeriod,
                TimesPrinted = TimesPrinted,
                FiscalAppropriationYuan = (PartOf(whole, PerformanceRole.PartFiscal) ?? OnlyLevel(whole))?.Yuan,
                CarriedInYuan = PartOf(whole, PerformanceRole.PartCarriedIn)?.Yuan,
                OtherFundsYuan = PartOf(whole, PerformanceRole.PartOther)?.Yuan,
            },
            table.Ordinal,
            table.TitleAsPrinted ?? table.NumberAsPrinted ?? string.Empty,
            amount,
            Executed,
            year is null && HasUnknownBudget ? null : Rate,
            isWholePeriod,
            isForm);
    }

    private FormFigure? PartOf(PerformanceRole whole, PerformanceRole role) =>
        parts.Find(part => part.Role == role && IsOf(part, whole))?.Figure;

    /// <summary>中央财政资金 0, 市级财政资金 62,400: what one level alone pays is what the treasury pays.</summary>
    private FormFigure? OnlyLevel(PerformanceRole whole)
    {
        var levels = parts.FindAll(part => part.Role == PerformanceRole.PartLevel && IsOf(part, whole));
        var paying = levels.FindAll(static part => part.Figure.Value != 0);
        return paying.Count == 1 ? paying[0].Figure : paying.Count == 0 && levels.Count > 0 ? levels[0].Figure : null;
    }

    private static PerformanceRole WholeRole(bool isWholePeriod) =>
        isWholePeriod ? PerformanceRole.AmountWholePeriod : PerformanceRole.Amount;

    private bool IsOf(MoneyPart part, PerformanceRole whole) => part.Whole < 0 || wholes[part.Whole].Role == whole;

    /// <param name="Whole">Place of the amount that it is a part of, among those of the form; -1 for the only one.</param>
    /// <param name="Label">Null for a part in a column of a list.</param>
    private sealed record MoneyPart(PerformanceRole Role, int Whole, FormFigure Figure, TableCell? Label);

    /// <summary>The name without the code that a budget system prints before it: <c>11000022T000000444194-法律援助办案补贴</c>.</summary>
    public static string WithoutCode(string printed)
    {
        var letters = 0;
        for (var index = 0; index < printed.Length; index++)
        {
            var letter = FoldedText.Unify(printed[index]);
            if (char.IsAsciiLetterOrDigit(letter))
            {
                letters++;
            }
            else if (letter == '-' && letters >= 8)
            {
                var name = printed[(index + 1)..].TrimStart();
                return name.Length == 0 ? printed : name;
            }
            else if (letter is not (' ' or '_'))
            {
                break;
            }
        }

        return printed;
    }
}
