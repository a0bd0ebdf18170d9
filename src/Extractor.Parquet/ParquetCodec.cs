namespace Extractor.Parquet;

/// <summary>How pages are compressed. The numbers are those of the format.</summary>
public enum ParquetCodec
{
    Uncompressed = 0,

    /// <summary>Fast; our own encoder, so that the bytes depend on nothing but the input.</summary>
    Snappy = 1,

    /// <summary>Smaller and slower. The bytes depend on the deflate library of the runtime.</summary>
    Gzip = 2,
}
