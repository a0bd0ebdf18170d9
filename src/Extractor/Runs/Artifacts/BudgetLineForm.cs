using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Runs.Artifacts;

/// <summary>The form of a <see cref="BudgetLine"/>.</summary>
internal static class BudgetLineForm
{
    public static void Write(ArtifactWriter writer, BudgetLine line)
    {
        writer.Text(line.LineId);
        writer.Number(line.TableOrdinal);
        writer.Number((int)line.TableKey);
        writer.Number(line.Row);
        writer.Number(line.Column);
        writer.Text(line.UnitName);
        writer.Text(line.UnitCodeAsPrinted);
        writer.NumberOrNull(line.AmountYear);
        writer.NumberOrNull((int?)line.GovernmentLevel);
        writer.Text(line.PlaceName);
        writer.Text(line.PlaceCode);
        writer.Text(line.ColumnItem);
        writer.Number((int)line.Phase);
        writer.Number((int)line.Direction);
        writer.Number((int)line.Period);
        writer.Number((int)line.Classification);
        writer.Text(line.SubjectCode);
        writer.NumberOrNull((int?)line.SubjectLevel);
        writer.Text(line.SubjectName);
        writer.Text(line.SubjectCodeAsPrinted);
        writer.Text(line.SubjectNameAsPrinted);
        writer.Number((int)line.CodeEvidence);
        writer.Text(line.CatalogueEdition);
        writer.Text(line.FunctionalCode);
        writer.Text(line.FunctionalName);
        writer.Text(line.DepartmentEconomicCode);
        writer.Text(line.DepartmentEconomicName);
        writer.Text(line.GovernmentEconomicCode);
        writer.Text(line.GovernmentEconomicName);
        writer.Text(line.ParentLineId);
        writer.Text(line.ItemKey);
        writer.Text(line.Qualifier);
        writer.Number((int)line.Component);
        writer.Number((int)line.Fund);
        writer.Number((int)line.RowRole);
        writer.Flag(line.IsLeaf);
        writer.Amount(line.AmountYuan);
        writer.Text(line.ValueAsPrinted);
        writer.Text(line.UnitAsPrinted);
        writer.Number(line.PageNumber);
        writer.Box(line.Box);
        writer.Number((int)line.Proof);
        writer.NumberOrNull((int?)line.Doubt);
    }

    public static BudgetLine Read(ArtifactReader reader) => new()
    {
        LineId = reader.Text(),
        TableOrdinal = reader.Int32(),
        TableKey = (TableKey)reader.Int32(),
        Row = reader.Int32(),
        Column = reader.Int32(),
        UnitName = reader.TextOrNull(),
        UnitCodeAsPrinted = reader.TextOrNull(),
        AmountYear = reader.Int32OrNull(),
        GovernmentLevel = (GovernmentLevel?)reader.Int32OrNull(),
        PlaceName = reader.TextOrNull(),
        PlaceCode = reader.TextOrNull(),
        ColumnItem = reader.TextOrNull(),
        Phase = (Phase)reader.Int32(),
        Direction = (Direction)reader.Int32(),
        Period = (Period)reader.Int32(),
        Classification = (Classification)reader.Int32(),
        SubjectCode = reader.TextOrNull(),
        SubjectLevel = (SubjectLevel?)reader.Int32OrNull(),
        SubjectName = reader.TextOrNull(),
        SubjectCodeAsPrinted = reader.TextOrNull(),
        SubjectNameAsPrinted = reader.TextOrNull(),
        CodeEvidence = (CodeEvidence)reader.Int32(),
        CatalogueEdition = reader.TextOrNull(),
        FunctionalCode = reader.TextOrNull(),
        FunctionalName = reader.TextOrNull(),
        DepartmentEconomicCode = reader.TextOrNull(),
        DepartmentEconomicName = reader.TextOrNull(),
        GovernmentEconomicCode = reader.TextOrNull(),
        GovernmentEconomicName = reader.TextOrNull(),
        ParentLineId = reader.TextOrNull(),
        ItemKey = reader.TextOrNull(),
        Qualifier = reader.TextOrNull(),
        Component = (Component)reader.Int32(),
        Fund = (Fund)reader.Int32(),
        RowRole = (RowRole)reader.Int32(),
        IsLeaf = reader.Flag(),
        AmountYuan = reader.Amount(),
        ValueAsPrinted = reader.Text(),
        UnitAsPrinted = reader.TextOrNull(),
        PageNumber = reader.Int32(),
        Box = reader.Box(),
        Proof = (Proof)reader.Int32(),
        Doubt = (LineDoubt?)reader.Int32OrNull(),
    };
}
