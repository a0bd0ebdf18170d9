using System.Text.Json;
using System.Text.Json.Serialization;
using Extractor.Model.Budget;
using Extractor.Model.Tables;

namespace Extractor.Runs.Artifacts;

/// <summary>
/// The values of a line one after the other, in the order of its properties and without their names, which are two thirds of its
/// text: lines are two thirds of what normalizing leaves.
/// </summary>
internal sealed class BudgetLineConverter : JsonConverter<BudgetLine>
{
    // Initializers are evaluated in the order in which they stand.
    public override BudgetLine Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.ExpectArray();
        var line = new BudgetLine
        {
            LineId = reader.ReadText(),
            TableOrdinal = reader.ReadInt32(),
            TableKey = (TableKey)reader.ReadInt32(),
            Row = reader.ReadInt32(),
            Column = reader.ReadInt32(),
            UnitName = reader.ReadTextOrNull(),
            UnitCodeAsPrinted = reader.ReadTextOrNull(),
            AmountYear = reader.ReadInt32OrNull(),
            GovernmentLevel = (GovernmentLevel?)reader.ReadInt32OrNull(),
            PlaceName = reader.ReadTextOrNull(),
            PlaceCode = reader.ReadTextOrNull(),
            ColumnItem = reader.ReadTextOrNull(),
            Phase = (Phase)reader.ReadInt32(),
            Direction = (Direction)reader.ReadInt32(),
            Period = (Period)reader.ReadInt32(),
            Classification = (Classification)reader.ReadInt32(),
            SubjectCode = reader.ReadTextOrNull(),
            SubjectLevel = (SubjectLevel?)reader.ReadInt32OrNull(),
            SubjectName = reader.ReadTextOrNull(),
            SubjectCodeAsPrinted = reader.ReadTextOrNull(),
            SubjectNameAsPrinted = reader.ReadTextOrNull(),
            CodeEvidence = (CodeEvidence)reader.ReadInt32(),
            CatalogueEdition = reader.ReadTextOrNull(),
            FunctionalCode = reader.ReadTextOrNull(),
            FunctionalName = reader.ReadTextOrNull(),
            DepartmentEconomicCode = reader.ReadTextOrNull(),
            DepartmentEconomicName = reader.ReadTextOrNull(),
            GovernmentEconomicCode = reader.ReadTextOrNull(),
            GovernmentEconomicName = reader.ReadTextOrNull(),
            ParentLineId = reader.ReadTextOrNull(),
            ItemKey = reader.ReadTextOrNull(),
            Qualifier = reader.ReadTextOrNull(),
            Component = (Component)reader.ReadInt32(),
            Fund = (Fund)reader.ReadInt32(),
            RowRole = (RowRole)reader.ReadInt32(),
            IsLeaf = reader.ReadInt32() != 0,
            AmountYuan = reader.ReadDecimal(),
            ValueAsPrinted = reader.ReadText(),
            UnitAsPrinted = reader.ReadTextOrNull(),
            PageNumber = reader.ReadInt32(),
            Box = reader.ReadBox(),
            Proof = (Proof)reader.ReadInt32(),
            Doubt = (LineDoubt?)reader.ReadInt32OrNull(),
        };
        reader.ExpectEnd();
        return line;
    }

    public override void Write(Utf8JsonWriter writer, BudgetLine value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.LineId);
        writer.WriteNumberValue(value.TableOrdinal);
        writer.WriteNumberValue((int)value.TableKey);
        writer.WriteNumberValue(value.Row);
        writer.WriteNumberValue(value.Column);
        writer.WriteStringValue(value.UnitName);
        writer.WriteStringValue(value.UnitCodeAsPrinted);
        writer.WriteNumberOrNull(value.AmountYear);
        writer.WriteNumberOrNull((int?)value.GovernmentLevel);
        writer.WriteStringValue(value.PlaceName);
        writer.WriteStringValue(value.PlaceCode);
        writer.WriteStringValue(value.ColumnItem);
        writer.WriteNumberValue((int)value.Phase);
        writer.WriteNumberValue((int)value.Direction);
        writer.WriteNumberValue((int)value.Period);
        writer.WriteNumberValue((int)value.Classification);
        writer.WriteStringValue(value.SubjectCode);
        writer.WriteNumberOrNull((int?)value.SubjectLevel);
        writer.WriteStringValue(value.SubjectName);
        writer.WriteStringValue(value.SubjectCodeAsPrinted);
        writer.WriteStringValue(value.SubjectNameAsPrinted);
        writer.WriteNumberValue((int)value.CodeEvidence);
        writer.WriteStringValue(value.CatalogueEdition);
        writer.WriteStringValue(value.FunctionalCode);
        writer.WriteStringValue(value.FunctionalName);
        writer.WriteStringValue(value.DepartmentEconomicCode);
        writer.WriteStringValue(value.DepartmentEconomicName);
        writer.WriteStringValue(value.GovernmentEconomicCode);
        writer.WriteStringValue(value.GovernmentEconomicName);
        writer.WriteStringValue(value.ParentLineId);
        writer.WriteStringValue(value.ItemKey);
        writer.WriteStringValue(value.Qualifier);
        writer.WriteNumberValue((int)value.Component);
        writer.WriteNumberValue((int)value.Fund);
        writer.WriteNumberValue((int)value.RowRole);
        writer.WriteNumberValue(value.IsLeaf ? 1 : 0);
        writer.WriteNumberValue(value.AmountYuan);
        writer.WriteStringValue(value.ValueAsPrinted);
        writer.WriteStringValue(value.UnitAsPrinted);
        writer.WriteNumberValue(value.PageNumber);
        writer.WriteBox(value.Box);
        writer.WriteNumberValue((int)value.Proof);
        writer.WriteNumberOrNull((int?)value.Doubt);
        writer.WriteEndArray();
    }
}
