namespace Extractor.Normalizing.Governments;

/// <summary>Bounds by which tables of governments are read. They were set by judgement: not measured yet, no boundary test.</summary>
internal static class GovernmentTolerances
{
    /// <summary>Per cent. 比上年增长 without a sign: figures below are rates, above they are money.</summary>
    public const decimal LargestRate = 10_000;

    /// <summary>Points by which a name stands further right than the one that it is a part of (9ce3c27f8ecf: 9 and more; noise below
    /// 1).</summary>
    public const double IndentStep = 3;

    /// <summary>Rows that one sum is tried over; longer runs are left alone.</summary>
    public const int LongestRun = 400;

    /// <summary>Rows in which a column must be the sum of others before it is one in all.</summary>
    public const int LeastRowsOfAColumnSum = 4;

    /// <summary>Sums of a column that must have been met before a missed one speaks against the page and not against our reading.</summary>
    public const int LeastMet = 8;

    /// <summary>Of a hundred sums of the column so many must have been met.</summary>
    public const int LeastMetShare = 90;
}
