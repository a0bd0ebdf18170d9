using System.Collections.Frozen;
using Extractor.Model;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>What a heading or a label of a performance table (绩效表) says of the cells under it or beside it.</summary>
public enum PerformanceRole
{
    /// <summary>项目名称.</summary>
    ProjectName,

    /// <summary>任务名称: a task of the whole department.</summary>
    TaskName,

    /// <summary>预算单位 of the row.</summary>
    UnitName,

    /// <summary>主要内容, 项目概况.</summary>
    Content,

    /// <summary>The budget of the year.</summary>
    Amount,

    /// <summary>年初预算数, beside which a changed budget may stand.</summary>
    AmountEarly,

    /// <summary>实施期资金总额: of all years of a project.</summary>
    AmountWholePeriod,

    /// <summary>合计 under another heading: the whole of it.</summary>
    Total,

    /// <summary>一般公共预算, 基本支出: a part of the amount beside it.</summary>
    Part,

    /// <summary>财政拨款, 财政资金: the part that the treasury pays.</summary>
    PartFiscal,

    /// <summary>中央财政资金, 市级财政资金: what one level of government pays.</summary>
    PartLevel,

    /// <summary>上年结转资金: what was left of the year before.</summary>
    PartCarriedIn,

    /// <summary>其他资金: the part that comes from elsewhere.</summary>
    PartOther,

    /// <summary>执行数.</summary>
    Executed,

    /// <summary>执行率.</summary>
    ExecutionRate,

    /// <summary>绩效目标.</summary>
    Goal,

    /// <summary>一级指标.</summary>
    Level1,

    /// <summary>二级指标.</summary>
    Level2,

    /// <summary>三级指标.</summary>
    Level3,

    /// <summary>绩效指标: the three levels in one cell, or all indicators in one.</summary>
    Indicator,

    /// <summary>指标值.</summary>
    Target,

    /// <summary>实施期指标值, 半年指标值: taken where no target of the year stands beside it.</summary>
    TargetOther,

    /// <summary>指标性质: ≥, ＝, 定性.</summary>
    TargetSign,

    /// <summary>度量单位.</summary>
    TargetUnit,

    /// <summary>实际完成值.</summary>
    Actual,

    /// <summary>分值, 权重 of an indicator.</summary>
    Weight,

    /// <summary>得分 of an indicator.</summary>
    Score,

    /// <summary>偏差原因分析及改进措施.</summary>
    Deviation,

    /// <summary>Known and of no meaning here: 备注, 主管部门, 填表人.</summary>
    Note,
}

/// <summary>The role that a line of the map gives; the reference type that the rules need.</summary>
public sealed record PerformanceMeaning(PerformanceRole Role);

/// <summary>
/// <c>pipelines/headings/performance.csv</c>: headings of columns, labels with their value beside them, and the usual names
/// of the upper two levels of indicators (产出指标, 数量指标).
/// </summary>
public sealed class PerformanceMap
{
    private const string FileName = "pipelines/headings/performance.csv";
    private static readonly string[] Fields = ["place", "match", "heading", "without", "role", "note"];

    /// <summary>Characters; a longer text is no heading and no label.</summary>
    private const int LongestHeading = 30;

    /// <summary>指标, 目标 behind the name of a level; the first is the usual one.</summary>
    private static readonly WordSet Suffixes = ReadingWords.Of(WordList.LevelSuffix);

    private readonly Remembered<PerformanceMeaning> columns;
    private readonly Remembered<PerformanceMeaning> labels;

    private PerformanceMap(HeadingRules<PerformanceMeaning> columns, HeadingRules<PerformanceMeaning> labels, FrozenDictionary<string,
        int> levels)
    {
        this.columns = new Remembered<PerformanceMeaning>(printed => Find(columns, printed));
        this.labels = new Remembered<PerformanceMeaning>(printed => Find(labels, printed));
        LevelWords = levels;
    }

    /// <summary>Folded names of the upper two levels, with 1 or 2.</summary>
    internal FrozenDictionary<string, int> LevelWords { get; }

    public static PerformanceMap Read(IReadOnlyDictionary<string, MapFile> files, MapFaults faults)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(faults);
        var rules = new Dictionary<string,
            List<(HeadingPattern, PerformanceMeaning)>>(StringComparer.Ordinal)
        { ["column"] = [], ["label"] = [] };
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        if (!files.TryGetValue(FileName, out var file))
        {
            faults.Add(FileName, 1, "the map is missing");
        }
        else
        {
            foreach (var row in MapTable.Read(file, Fields, faults).Rows)
            {
                if (row["place"] == "level")
                {
                    if (row["role"] is not ("level_1" or "level_2") ||
                        !levels.TryAdd(FoldedText.Of(row["heading"]), row["role"] == "level_1" ? 1 : 2))
                    {
                        faults.Add(row,
                            $"'{row["heading"]}' stands here already, or its role '{row["role"]}' is neither level_1 nor level_2");
                    }
                }
                else if (!rules.TryGetValue(row["place"], out var place))
                {
                    faults.Add(row, $"'{row["place"]}' under place is none of column, label, level");
                }
                else if (!SchemaName.TryParse<PerformanceRole>(row["role"], out var role))
                {
                    faults.Add(row, $"'{row["role"]}' is no role of a heading");
                }
                else if (Pattern(row, faults) is { } pattern)
                {
                    place.Add((pattern, new PerformanceMeaning(role)));
                }
            }
        }

        return new PerformanceMap(new(rules["column"]), new(rules["label"]), levels.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>What a heading says of its column; null where the map does not know it.</summary>
    internal PerformanceRole? Column(string printed) => RoleOf(columns, printed);

    /// <summary>The usual name of a first level: 产出指标 for 产出目标, 产出 and 产 出 指 标; as printed where it has none.</summary>
    internal string UsualLevel(string printed)
    {
        var folded = FoldedText.Of(printed);
        if (!LevelWords.ContainsKey(folded))
        {
            return printed;
        }

        var bare = folded[..^(Suffixes.EndOf(folded)?.Length ?? 0)];
        var usual = bare + Suffixes.Words[0].Text;
        return LevelWords.ContainsKey(usual) ? usual : folded;
    }

    /// <summary>What a label says of the cell beside it; null where the map does not know it.</summary>
    internal PerformanceRole? Label(string printed) => RoleOf(labels, printed);

    private static PerformanceRole? RoleOf(Remembered<PerformanceMeaning> place, string printed) =>
        printed.Length is 0 or > LongestHeading ? null : place.Find(printed)?.Role;

    private static PerformanceMeaning? Find(HeadingRules<PerformanceMeaning> rules, string printed)
    {
        var heading = HeadingText.Of(printed);
        return rules.Find(heading.Words) ?? rules.Find(heading.Bare);
    }

    private static HeadingPattern? Pattern(MapRow row, MapFaults faults)
    {
        var words = row["heading"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isWhole = row["match"] == "is";
        if ((!isWhole && row["match"] != "has") || words.Length == 0 || (isWhole && words.Length != 1))
        {
            faults.Add(row, $"'{row["match"]}' with '{row["heading"]}': one heading for 'is', words between spaces for 'has'");
            return null;
        }

        return new HeadingPattern(
            isWhole,
            [.. words.Select(static word => FoldedText.Of(word))],
            [.. row["without"].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(static word => FoldedText.Of(word))]);
    }
}
