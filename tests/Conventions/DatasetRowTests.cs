using System.Reflection;
using Conventions.Rules;
using Extractor.Parquet;
using Extractor.Publications.Rows;
using Extractor.Publishing.Datasets;

namespace Conventions;

/// <summary>One typed row a dataset, with every column of its schema: what is added to the contract is read by everybody at once.</summary>
public sealed class DatasetRowTests
{
    private static readonly Dictionary<string, Type> RowTypes = typeof(IDatasetRow).Assembly.GetTypes()
        .Where(static type => type.IsClass && type.IsAssignableTo(typeof(IDatasetRow)))
        .ToDictionary(static type => (string)type.GetProperty(nameof(IDatasetRow.Dataset))!.GetValue(null)!, StringComparer.Ordinal);

    [Fact]
    public void Rows_OfEveryDataset_AreThere() => Assert.Equal(
        DatasetSchemas.All.Select(static schema => schema.Name).Order(StringComparer.Ordinal), RowTypes.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Datasets))]
    public void Row_OfADataset_HasItsColumnsInTheirOrder(string dataset)
    {
        var schema = DatasetSchemas.All.Single(schema => schema.Name == dataset);
        var parameters = RowTypes[dataset].GetConstructors().Single().GetParameters();
        var faults = new List<string>();
        for (var index = 0; index < Math.Max(schema.Columns.Length, parameters.Length); index++)
        {
            var expected = index < schema.Columns.Length ? Declared(schema.Columns[index]) : "nothing";
            var found = index < parameters.Length ? Declared(parameters[index]) : "nothing";
            if (expected != found)
            {
                faults.Add($"{RowTypes[dataset].Name}: '{expected}' is the column of the schema where the row has '{found}'");
            }
        }

        Verdict.None(faults);
    }

    public static TheoryData<string> Datasets() => [.. DatasetSchemas.All.Select(static schema => schema.Name)];

    private static string Declared(DatasetColumn column) => Declared(
        column.Type switch
        {
            ParquetColumnType.String => typeof(string),
            ParquetColumnType.Int32 => typeof(int),
            ParquetColumnType.Int64 => typeof(long),
            ParquetColumnType.Boolean => typeof(bool),
            ParquetColumnType.Double => typeof(double),
            ParquetColumnType.Decimal => typeof(decimal),
            ParquetColumnType.Timestamp => typeof(DateTimeOffset),
            ParquetColumnType.Date => typeof(DateOnly),
            _ => typeof(void),
        },
        column.IsNullable,
        ColumnNames.PropertyOf(column.Name));

    private static string Declared(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType);
        return Declared(
            type ?? parameter.ParameterType,
            type is not null || new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable,
            parameter.Name!);
    }

    private static string Declared(Type type, bool isNullable, string name) => $"{type.Name}{(isNullable ? "?" : string.Empty)} {name}";
}
