using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>What has been read of one project while a table is walked through.</summary>
internal sealed class ProjectForm
{
    private FormFigure? wholePeriod;
    private FormFigure? year;
    private FormFigure? early;
    private bool goalIsOfYear;

    public string? Name { get; set; }

    public TableCell? NameCell { get; init; }

    public bool HasIndicators { get; set; }

    public FormFigure? Executed { get; set; }

    public FormFigure? Rate { get; set; }

    /// <summary>财政拨款 of the amount; null where it is not printed apart.</summary>
    public FormFigure? FiscalAppropriation { get; private set; }

    /// <summary>其他资金 of the amount; null where it is not printed apart.</summary>
    public FormFigure? OtherFunds { get; private set; }

    /// <summary>Between 年初预算数 and the executed amount stands a column that is not known: the rate may be reckoned on that.</summary>
    public bool HasUnknownBudget { get; set; }

    public string? Goal { get; private set; }

    public string? Content { get; set; }

    public FormFigure? Amount => year ?? early ?? wholePeriod;

    public void Add(PerformanceRole role, FormFigure? figure)
    {
        switch (role)
        {
            case PerformanceRole.PartFiscal:
                FiscalAppropriation ??= figure;
                break;
            case PerformanceRole.PartOther:
                OtherFunds ??= figure;
                break;
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

    /// <summary>The parts of the budgeted amount that a list prints in columns of their own.</summary>
    public void AddParts(FormHeader list, Func<FormColumn, FormFigure?> figureOf)
    {
        foreach (var column in list.Columns)
        {
            if (column.Role is PerformanceRole.PartFiscal or PerformanceRole.PartOther && !column.IsSpent)
            {
                Add(column.Role, figureOf(column));
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
        var (page, box) = amount is null ? (place.Parts[0].PageNumber, place.Parts[0].Box.Rounded()) : (amount.PageNumber, amount.Box);
        return new ProjectMention(
            new Project(Name, source, amount?.Yuan, null, null, Content, null, Goal, Executed?.Yuan, Rate?.Value * 100, page, box)
            {
                FiscalAppropriationYuan = FiscalAppropriation?.Yuan,
                OtherFundsYuan = OtherFunds?.Yuan,
            },
            table.Ordinal,
            table.TitleAsPrinted ?? table.NumberAsPrinted ?? string.Empty,
            amount,
            Executed,
            year is null && HasUnknownBudget ? null : Rate,
            year is null && early is null && wholePeriod is not null,
            isForm);
    }

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
