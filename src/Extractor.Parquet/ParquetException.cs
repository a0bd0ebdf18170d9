namespace Extractor.Parquet;

/// <summary>Bytes that are no Parquet file, or one that is damaged or uses what this library does not read.</summary>
public sealed class ParquetException : Exception
{
    public ParquetException(string message)
        : base(message)
    {
    }

    public ParquetException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
