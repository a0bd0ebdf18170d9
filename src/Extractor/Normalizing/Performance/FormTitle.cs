using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Performance;

/// <summary>The project that a form's title names where the form has no line 项目名称: 办公楼租金及物业项目绩效目标表.</summary>
internal static class FormTitle
{
    private static readonly string[] Endings = ["项目绩效目标表", "项目支出绩效目标表", "项目绩效自评表", "项目支出绩效自评表"];

    /// <summary>Words that titles of forms are made of when they name no project.</summary>
    private static readonly string[] Generic =
    [
        "部门", "单位", "市级", "省级", "区级", "县级", "本级", "预算", "决算", "专项", "资金", "业务", "经费", "重点", "政策", "项目", "支出", "整体", "总体",
        "转移支付", "年度", "年", "一般性", "一级", "二级", "财政", "主管", "公开", "附表", "附件", "附", "表", "和", "及", "与", "的", "市", "省", "区", "县", "级", "其他",
    ];

    /// <summary>A title may name who publishes the form; centres and schools are built, and so are projects.</summary>
    private static readonly string[] Authorities = ["局", "委员会", "委", "办公室", "厅", "部", "本级", "（本级）", "机关", "政府", "法院", "检察院"];

    public static string? ProjectOf(string? title)
    {
        if (title is null)
        {
            return null;
        }

        var printed = title.Trim();
        foreach (var ending in Endings)
        {
            if (printed.EndsWith(ending, StringComparison.Ordinal))
            {
                var name = printed[..^ending.Length].Trim();
                return Names(name) ? name : null;
            }
        }

        return null;
    }

    private static bool Names(string name)
    {
        var left = FoldedText.Of(name);
        foreach (var word in Generic)
        {
            left = left.Replace(word, string.Empty, StringComparison.Ordinal);
        }

        return left.AsSpan().Trim("0123456789()-.、:").Length >= 2 &&
            !Authorities.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
    }
}
