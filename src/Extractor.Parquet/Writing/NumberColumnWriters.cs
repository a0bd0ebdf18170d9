using Extractor.Parquet.Encodings;
using Extractor.Parquet.Metadata;

namespace Extractor.Parquet;

/// <summary>A column of 32-bit integers.</summary>
public sealed class Int32ColumnWriter : FixedWidthColumnWriter<int>
{
    internal Int32ColumnWriter(ParquetColumn column)
        : base(column)
    {
    }

    internal override PhysicalType PhysicalType => PhysicalType.Int32;

    private protected override bool HasDelta => true;

    public void Append(int value) => AppendPhysical(value);

    public void Append(int? value)
    {
        if (value is { } defined)
        {
            AppendPhysical(defined);
        }
        else
        {
            AppendNull();
        }
    }

    public void Append(ReadOnlySpan<int> values) => AppendPhysical(values);

    private protected override void EncodeDelta(ReadOnlySpan<int> part, PageBuffer output) =>
        DeltaBinaryPacked.Encode(part, output);
}

/// <summary>A column of 64-bit integers.</summary>
public sealed class Int64ColumnWriter : FixedWidthColumnWriter<long>
{
    internal Int64ColumnWriter(ParquetColumn column)
        : base(column)
    {
    }

    internal override PhysicalType PhysicalType => PhysicalType.Int64;

    private protected override bool HasDelta => true;

    public void Append(long value) => AppendPhysical(value);

    public void Append(long? value)
    {
        if (value is { } defined)
        {
            AppendPhysical(defined);
        }
        else
        {
            AppendNull();
        }
    }

    public void Append(ReadOnlySpan<long> values) => AppendPhysical(values);

    private protected override void EncodeDelta(ReadOnlySpan<long> part, PageBuffer output) =>
        DeltaBinaryPacked.Encode(part, output);
}

/// <summary>A column of double-precision numbers.</summary>
public sealed class DoubleColumnWriter : FixedWidthColumnWriter<double>
{
    internal DoubleColumnWriter(ParquetColumn column)
        : base(column)
    {
    }

    internal override PhysicalType PhysicalType => PhysicalType.Double;

    public void Append(double value) => AppendPhysical(value);

    public void Append(double? value)
    {
        if (value is { } defined)
        {
            AppendPhysical(defined);
        }
        else
        {
            AppendNull();
        }
    }

    public void Append(ReadOnlySpan<double> values) => AppendPhysical(values);
}

/// <summary>A column of decimals, held as integers of the column's scale.</summary>
public sealed class DecimalColumnWriter : FixedWidthColumnWriter<long>
{
    private readonly long limit;

    internal DecimalColumnWriter(ParquetColumn column)
        : base(column) => limit = DecimalUnits.PowerOfTen(column.Precision);

    internal override PhysicalType PhysicalType => PhysicalType.Int64;

    private protected override bool HasDelta => true;

    /// <exception cref="ArgumentOutOfRangeException">More digits, or more of them after the point, than the column has.</exception>
    public void Append(decimal value) => AppendUnits(DecimalUnits.Of(value, Column.Scale));

    /// <inheritdoc cref="Append(decimal)"/>
    public void Append(decimal? value)
    {
        if (value is { } defined)
        {
            Append(defined);
        }
        else
        {
            AppendNull();
        }
    }

    /// <summary>Appends an integer of the column's scale: 12345 is 123.45 at scale 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More digits than the column has.</exception>
    public void AppendUnits(long units)
    {
        if (units <= -limit || units >= limit)
        {
            throw new ArgumentOutOfRangeException(nameof(units), units, $"Column '{Column.Name}' holds {Column.Precision} digits.");
        }

        AppendPhysical(units);
    }

    private protected override void EncodeDelta(ReadOnlySpan<long> part, PageBuffer output) =>
        DeltaBinaryPacked.Encode(part, output);
}

/// <summary>A column of days.</summary>
public sealed class DateColumnWriter : FixedWidthColumnWriter<int>
{
    internal static readonly DateOnly Epoch = new(1970, 1, 1);

    internal DateColumnWriter(ParquetColumn column)
        : base(column)
    {
    }

    internal override PhysicalType PhysicalType => PhysicalType.Int32;

    private protected override bool HasDelta => true;

    public void Append(DateOnly value) => AppendPhysical(value.DayNumber - Epoch.DayNumber);

    public void Append(DateOnly? value)
    {
        if (value is { } defined)
        {
            Append(defined);
        }
        else
        {
            AppendNull();
        }
    }

    private protected override void EncodeDelta(ReadOnlySpan<int> part, PageBuffer output) =>
        DeltaBinaryPacked.Encode(part, output);
}

/// <summary>A column of instants, to the microsecond; what is finer is cut off.</summary>
public sealed class TimestampColumnWriter : FixedWidthColumnWriter<long>
{
    internal TimestampColumnWriter(ParquetColumn column)
        : base(column)
    {
    }

    internal override PhysicalType PhysicalType => PhysicalType.Int64;

    private protected override bool HasDelta => true;

    public void Append(DateTimeOffset value) =>
        AppendPhysical((value.UtcTicks / TimeSpan.TicksPerMicrosecond) - (DateTimeOffset.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond));

    public void Append(DateTimeOffset? value)
    {
        if (value is { } defined)
        {
            Append(defined);
        }
        else
        {
            AppendNull();
        }
    }

    private protected override void EncodeDelta(ReadOnlySpan<long> part, PageBuffer output) =>
        DeltaBinaryPacked.Encode(part, output);
}
