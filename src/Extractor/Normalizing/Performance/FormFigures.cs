using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;

namespace Extractor.Normalizing.Performance;

/// <summary>Reads the figures of performance tables; the unit may stand in the cell, in its label, or above the table.</summary>
internal static class FormFigures
{
    /// <summary>Null where the cell holds no amount: blank is not zero.</summary>
    public static FormFigure? Amount(TableCell? cell, AmountUnit? unit)
    {
        if (cell is null)
        {
            return null;
        }

        var text = cell.Text;
        if (AmountUnit.EndOf(text) is { } printed)
        {
            unit = printed;
            text = text[..^printed.Name.Length];
        }

        return PrintedAmount.Read(text, out var amount) == AmountReading.Amount
            ? new FormFigure(cell.Text, amount.Value, amount.Decimals, unit?.Yuan ?? 0, cell.Parts[0].PageNumber,
                cell.Parts[0].Box.Rounded())
            : null;
    }

    /// <summary>执行率 as a share: 95.2% and 0.952 are the same, and a bare 95.2 is a percentage.</summary>
    /// <param name="share">Executed over budget, to tell a bare figure above 1 from an execution beyond the budget.</param>
    public static FormFigure? Rate(TableCell? cell, decimal? share)
    {
        if (cell is null)
        {
            return null;
        }

        var reading = PrintedAmount.Read(cell.Text, out var printed);
        if (reading is not (AmountReading.Amount or AmountReading.Percent))
        {
            return null;
        }

        var isPercent = reading == AmountReading.Percent
            || (printed.Value > 1.5m && (share is not { } expected ||
                Math.Abs((printed.Value / 100) - expected) < Math.Abs(printed.Value - expected)));
        return new FormFigure(
            cell.Text,
            isPercent ? printed.Value / 100 : printed.Value,
            isPercent ? printed.Decimals + 2 : printed.Decimals,
            0,
            cell.Parts[0].PageNumber,
            cell.Parts[0].Box.Rounded());
    }
}
