namespace Extractor.Publications.Rows;

/// <summary>Names of columns in the contract and in code.</summary>
public static class ColumnNames
{
    /// <summary><c>value_as_printed</c> is <c>ValueAsPrinted</c>.</summary>
    public static string PropertyOf(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return string.Concat(column.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
