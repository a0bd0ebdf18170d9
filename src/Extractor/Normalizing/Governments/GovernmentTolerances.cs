namespace Extractor.Normalizing.Governments;

/// <summary>Bounds by which tables of governments are read, each with a test on both of its sides. They were set by judgement.</summary>
internal static class GovernmentTolerances
{
    /// <summary>Per cent. 比上年增长 without a sign: figures below are rates, above they are money.</summary>
    public const decimal LargestRate = 10_000;

    /// <summary>Points by which a name stands further right than the one that it is a part of (9ce3c27f8ecf: 9 and more; noise below
    /// 1).</summary>
    public const double IndentStep = 3;

    /// <summary>Rows that one sum is tried over; longer runs are left alone.</summary>
    public const int LongestRun = 400;

    /// <summary>
    /// Columns in which a project without a sign of it must be the sum of those behind it: of 5,739 bonds, most of them multiples of 17,
    /// every fourth was one by chance in their only column.
    /// </summary>
    public const int LeastColumnsOfAListSum = 2;

    /// <summary>
    /// Times the rounding of its parts that a figure without a sign of what belongs to it must be more than, where they make it
    /// only nearly.
    /// </summary>
    public const int LeastOfRounding = 5;

    /// <summary>Rows in which a column must be the sum of others before it is one in all.</summary>
    public const int LeastRowsOfAColumnSum = 4;

    /// <summary>
    /// Of a hundred so many: sums of a column that must be met before a missed one speaks against the page and not against our reading,
    /// rows that a sum across or a difference must make, cells that must be codes.
    /// </summary>
    public const int LeastMetShare = 90;

    /// <summary>Of a hundred named rows so many must be places before a table without such a heading is one by place.</summary>
    public const int LeastPlaces = 60;

    /// <summary>Parts of one row that must all be names of places before they are read as such: two counties may well share a name
    /// with something else.</summary>
    public const int LeastListedPlaces = 3;
}
