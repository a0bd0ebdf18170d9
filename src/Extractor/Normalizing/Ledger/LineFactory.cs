using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Lines;

namespace Extractor.Normalizing.Ledger;

/// <summary>Makes the budget lines of one table: the only place where a printed amount becomes one.</summary>
/// <param name="key">What the table shows.</param>
internal sealed class LineFactory(DocumentId document, ExtractedTable table, TableKey key)
{
    /// <param name="cell">That prints the amount.</param>
    /// <param name="unit">That <paramref name="printed"/> is printed in.</param>
    public LineDraft Draft(TableCell cell, PrintedAmount printed, AmountUnit unit, LineMeaning meaning)
    {
        var part = cell.Parts[0];
        var subject = meaning.Subject;
        var functional = Of(Classification.Functional);
        var department = Of(Classification.DepartmentEconomic);
        var government = Of(Classification.GovernmentEconomic);
        var line = new BudgetLine
        {
            LineId = StableId.Of(document.Value, "line", Invariant(table.Ordinal), Invariant(cell.Row), Invariant(cell.Column)),
            TableOrdinal = table.Ordinal,
            TableKey = key,
            Row = cell.Row,
            Column = cell.Column,
            UnitName = meaning.UnitName,
            UnitCodeAsPrinted = meaning.UnitCode,
            AmountYear = meaning.AmountYear,
            GovernmentLevel = meaning.GovernmentLevel,
            PlaceName = meaning.PlaceName,
            PlaceCode = meaning.PlaceCode,
            ColumnItem = meaning.ColumnItem,
            Phase = meaning.Phase,
            Direction = meaning.Direction,
            Period = meaning.Period,
            Classification = meaning.Classification,
            SubjectCode = subject?.CanonicalCode,
            SubjectLevel = subject?.CanonicalCode is { } code ? PrintedCode.LevelOf(code) : null,
            SubjectName = subject?.Entry?.Name,
            SubjectCodeAsPrinted = subject?.Printed,
            SubjectNameAsPrinted = meaning.Name,
            CodeEvidence = subject?.Evidence ?? CodeEvidence.None,
            CatalogueEdition = subject?.Entry?.Edition,
            FunctionalCode = functional?.Code,
            FunctionalName = functional?.Name,
            DepartmentEconomicCode = department?.Code,
            DepartmentEconomicName = department?.Name,
            GovernmentEconomicCode = government?.Code,
            GovernmentEconomicName = government?.Name,
            ItemKey = meaning.ItemKey,
            Qualifier = meaning.Qualifier,
            Component = meaning.Component,
            Fund = meaning.Fund,
            RowRole = meaning.Role,
            IsLeaf = meaning.IsLeaf,
            AmountYuan = decimal.Round(printed.Value * unit.Yuan, 2, MidpointRounding.AwayFromZero),
            ValueAsPrinted = cell.Text,
            UnitAsPrinted = unit.Name,
            PageNumber = part.PageNumber,
            Box = part.Box.Rounded(),
            Doubt = subject is { IsAgainstName: true } ? LineDoubt.CodeAgainstName : null,
        };
        return new LineDraft(line, printed, unit.Yuan) { IsUnruled = table.Method == TableMethod.Aligned };

        PrintedSubject? Of(Classification classification)
        {
            if (subject is { CanonicalCode: { } code } own && own.Classification == classification)
            {
                return new PrintedSubject(classification, code, own.Entry?.Name);
            }

            return meaning.Others.FirstOrDefault(other => other.Classification == classification);
        }
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
