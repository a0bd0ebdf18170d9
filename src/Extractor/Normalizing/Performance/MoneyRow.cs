using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>A row of 项目资金 in the form of one project: 年度资金总额, 其中：当年财政拨款, 上年结转资金, 其他资金.</summary>
/// <param name="Place">What the row calls its money.</param>
/// <param name="Early">年初预算数 where 全年预算数 stands beside it.</param>
/// <param name="Unit">Of the row's amounts where their headings print none; null where none is known.</param>
/// <param name="IsWhole">The whole money of the project; the rows below it are parts.</param>
/// <param name="HasTwoBudgets">The form has columns for both, so that 全年预算数 is the adjusted budget.</param>
internal sealed record MoneyRow(
    int Row,
    string ProjectName,
    TableCell Place,
    FormColumn? Early,
    FormColumn? Budget,
    FormColumn? Executed,
    AmountUnit? Unit,
    bool IsWhole,
    bool HasTwoBudgets)
{
    private static readonly WordSet CarriedOver = ReadingWords.Of(WordList.CarriedOver);
    private static readonly WordSet FiscalMoney = ReadingWords.Of(WordList.FiscalMoney);

    public string Label => Place.Text;

    /// <summary>上年结转: money of the year before, of whatever fund.</summary>
    public bool IsCarriedIn => CarriedOver.Matches(Label, "carried");

    /// <summary>其中：财政资金 of Sichuan's forms; 中央财政资金 beside 省级财政资金 is told by levels of government and no fund.</summary>
    public bool IsFiscal => FiscalMoney.Matches(HeadingText.Of(Label).Words);

    /// <summary>Null for a row without a label or without any figure.</summary>
    /// <param name="header">The headings of the money: 年初预算数 | 全年预算数 | 全年执行数.</param>
    public static MoneyRow? Find(FormGrid grid, int row, FormHeader header, string projectName, PerformanceMap map)
    {
        var (early, budget) = (WithFigure(PerformanceRole.AmountEarly), WithFigure(PerformanceRole.Amount));
        (early, budget) = budget is null ? (null, early) : (early, budget);
        var executed = WithFigure(PerformanceRole.Executed);
        if ((early ?? budget ?? executed) is not { } first)
        {
            return null;
        }

        TableCell? label = null;
        foreach (var cell in grid.Row(row))
        {
            if (cell.Column < first.Column && cell.Text.Length > 0 && !IsFigure(cell))
            {
                label = cell;
            }
        }

        return label is null || label.RowSpan > 1 ? null
            : new MoneyRow(row, projectName, label, early, budget, executed, null, map.Label(label.Text) is PerformanceRole.Amount
                or PerformanceRole.Total,
                header.First(PerformanceRole.Amount) is not null && header.First(PerformanceRole.AmountEarly) is not null);

        FormColumn? WithFigure(PerformanceRole role) =>
            header.Columns.FirstOrDefault(column => column.Role == role && grid.At(row, column.Column) is { } cell && cell.Row == row &&
                IsFigure(cell));
    }

    private static bool IsFigure(TableCell cell) => PrintedAmount.Read(cell.Text, out _) == AmountReading.Amount;
}
