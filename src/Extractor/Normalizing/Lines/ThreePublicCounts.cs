using System.Text.RegularExpressions;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// What a “三公” table counts beside the money (因公出国团组数（个）, 公务用车保有量（辆）, 接待批次): pieces and persons under the
/// same words, no amounts.
/// </summary>
internal sealed partial class ThreePublicCounts
{
    /// <summary>The number of the heading whose list is counted; the list ends with the next number of its level or a higher one.</summary>
    private NumberingStyle? heading;

    /// <summary>True for a row that counts: by its own words, or by the heading that it stands under (（二）相关统计数).</summary>
    public bool Take(string label)
    {
        var style = Numbering.Of(label).Style;
        if (heading is { } open && style != NumberingStyle.None && style <= open)
        {
            heading = null;
        }

        if (heading is null && IsCount(label))
        {
            heading = style == NumberingStyle.None ? null : style;
            return true;
        }

        return heading is not null;
    }

    public static bool IsCount(string printed) => Count().IsMatch(FoldedText.Of(printed));

    [GeneratedRegex(@"统计数|团组|批次|人次|人数|保有量|购置数|购置量|车辆数|数量|资产|(?:领导|干部|负责人|通信|保障|执勤|技术|服务|其他|一般公务)用车$|\((?:个|人|次|批|辆|台|套|台[、,/]?\(?套\)?)\)")]
    private static partial Regex Count();
}
