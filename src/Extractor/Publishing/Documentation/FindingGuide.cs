using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Model.Evidence;

namespace Extractor.Publishing.Documentation;

/// <summary>What findings mean and what to do, for those who use the data.</summary>
public static class FindingGuide
{
    public const string FileName = "docs/findings.md";

    /// <summary>Markdown, with line feeds.</summary>
    public static string ToMarkdown(ImmutableArray<FindingRuleText> rules)
    {
        var text = new StringBuilder("""
            # 发现 / Findings

            由 `pipelines/findings/rules.csv` 生成，请勿手工修改。 / Generated from `pipelines/findings/rules.csv`; not to be edited by hand.

            `findings` 一个原因一行，`places` 为共有几处；每一处（页码、方框、单元格、核对、应为与实为）在 `finding_places`。文件自相矛盾时只报告，不更正。
            `findings` has one row a cause, `places` says at how many places it shows; each of them (page, box, cell, check, expected and
            actual) is a row of `finding_places`. A document that contradicts itself is reported, never corrected.

            - `error` 有内容缺失或不可用 / something is missing or not to be used
            - `warning` 使用前请查看 / look before you use it
            - `note` 知道即可 / good to know

            常见程度：有此发现的文件数，部门文件共 172 份、政府文件共 108 份。
            How common: documents that have it, of 172 of departments and 108 of governments.

            """);
        foreach (var rule in rules)
        {
            text.Append(CultureInfo.InvariantCulture, $"""

                ## {rule.Rule}
                **{rule.NameZh}** — {rule.MeaningZh}。
                处理：{rule.AdviceZh}

                **{rule.NameEn}**: {rule.MeaningEn}.
                What to do: {rule.AdviceEn}

                部门文件 / departments {rule.Departments} · 政府文件 / governments {rule.Governments}

                """);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }
}
