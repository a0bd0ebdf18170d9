namespace Extractor.Normalizing.Headings;

/// <summary>What a column of a government's table is; whatever else holds figures is an amount.</summary>
public enum GovernmentColumnRole
{
    /// <summary>序号, 备注, 期限: no money and no name.</summary>
    Ignored,

    /// <summary>利率.</summary>
    Percent,

    /// <summary>科目编码.</summary>
    Code,

    /// <summary>科目, 项目.</summary>
    Name,

    /// <summary>地区: a row a place.</summary>
    Place,

    Amount,
}

/// <summary>What one heading of a government's table says; the reference type that the rules need.</summary>
public sealed record GovernmentHeading(GovernmentColumnRole Role);
