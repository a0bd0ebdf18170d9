using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>Names of budget units (预算单位), for tables that print units, subjects and projects in one column.</summary>
internal static class UnitNames
{
    private static readonly string[] Endings =
    [
        "局", "委员会", "委", "办公室", "办公厅", "中心", "院", "所", "站", "支队", "总队", "大队", "中队", "学校", "小学", "中学", "学院", "大学", "馆",
        "处", "协会", "学会", "联合会", "总工会", "团委", "台", "本级", "机关", "部", "厅", "队", "社", "署", "庭", "法院", "检察院", "监狱", "园", "研究院", "分局", "街道", "政府",
            "管委会", "公司", "基地",
    ];

    /// <summary>Groups of units by the way they are paid for: their sum lines name no unit.</summary>
    private static readonly string[] WaysOfFunding = ["全额", "差额", "自收自支", "参公", "全额拨款", "差额拨款", "全额单位", "差额单位"];

    /// <summary>全额, 差额, 自收自支: the line sums units that are funded alike.</summary>
    public static bool IsWayOfFunding(string printed) => WaysOfFunding.Contains(FoldedText.Of(printed), StringComparer.Ordinal);

    /// <summary>The code and the name of <c>[242001]西安市人才服务中心</c> or <c>242001-…</c>; no code where none is printed.</summary>
    public static (string? Code, string Name) Split(string printed)
    {
        var folded = FoldedText.Of(printed);
        var start = folded.StartsWith('(') ? 1 : 0;
        var end = start;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]))
        {
            end++;
        }

        if (end - start < 3)
        {
            return (null, printed);
        }

        var rest = folded[end..].TrimStart(')', '-', '_', ':');
        return rest.Length == 0 ? (folded[start..end], string.Empty) : (folded[start..end], rest);
    }

    /// <summary>The name ends as names of authorities and institutions do.</summary>
    public static bool IsLike(string printed)
    {
        var name = FoldedText.Of(printed);
        while (name.EndsWith(')') && name.LastIndexOf('(') is > 0 and var open)
        {
            if (name.AsSpan(open).SequenceEqual("(本级)") || name.AsSpan(open).SequenceEqual("(机关)"))
            {
                return true;
            }

            name = name[..open];
        }

        return name.Length > 3 && !name.Contains(',', StringComparison.Ordinal) && !name.Contains('、', StringComparison.Ordinal) &&
            Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
    }
}
