using System.Text.RegularExpressions;
using Extractor.Model.Documents;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>What headings and first sentences say of the issuer and of the scope, where no cover and no table does.</summary>
internal sealed partial record ProseNames(string? Issuer, DocumentScope? Scope)
{
    private const int Pages = 12;

    public static ProseNames Of(ExtractedDocument document)
    {
        var names = new Dictionary<string, (string Printed, int Count)>(StringComparer.Ordinal);
        var (department, unit) = (0, 0);
        foreach (var line in document.Pages.Take(Pages).SelectMany(static page => page.Lines).Concat(Titles(document)))
        {
            var text = new PrintedText([line.Text]);
            foreach (Match match in Naming().Matches(text.Folded))
            {
                var group = match.Groups["name"];
                if (IssuerName.Clean(text.Printed(group.Index, group.Index + group.Length)) is { } name &&
                    IssuerName.IsOrgan(FoldedText.Of(name)))
                {
                    var key = FoldedText.Of(name);
                    var weight = text.Folded.AsSpan(group.Index + group.Length).IndexOfAny("职概") is >= 0 and <= 3 ? 3 : 1;
                    names[key] = (name, names.TryGetValue(key, out var known) ? known.Count + weight : weight);
                }
            }

            department += DepartmentWord().Count(text.Folded);
            unit += UnitWord().Count(text.Folded);
        }

        var issuer = names.Count < 2 ? names.Values.FirstOrDefault().Printed
            : names.OrderByDescending(pair => pair.Value.Count + Occurrences(document, pair.Key))
                .ThenBy(static pair => pair.Key, StringComparer.Ordinal).First().Value.Printed;
        return new ProseNames(issuer, department > unit ? DocumentScope.Department : unit > department ? DocumentScope.Unit : null);
    }

    private static int Occurrences(ExtractedDocument document, string folded) => document.Pages.Take(3 * Pages)
        .SelectMany(static page => page.Lines).Count(line => FoldedText.Of(line.Text).Contains(folded, StringComparison.Ordinal));

    private static IEnumerable<ExtractedLine> Titles(ExtractedDocument document) =>
        document.Tables.Select(static table => table.TitleAsPrinted).OfType<string>().Select(static title =>
            new ExtractedLine(title, default, 0, false));

    /// <summary>第一部分广州市信访局概况, 北京市人民政府办公厅主要职责包括, 上海市普陀区司法局是主管…, 2026年深圳市信访局部门预算收入.</summary>
    [GeneratedRegex(@"(?:^|第一部分|[一二三四五]、|。|(?:20\d\d)年度?)(?<name>[\u4e00-\u9fff()]{4,40}?)(?=概况|部门概况|单位概况|(?:的)?(?:主要)?(?:职责|职能)|是(?:主管|" +
        @"负责|市政府|区政府|县政府|省政府|[市区县省]委)|(?:部门|单位)(?:综合)?(?:预算|决算)|20\d\d年度?(?:部门|单位)(?:预算|决算))", RegexOptions.CultureInvariant)]
    private static partial Regex Naming();

    [GeneratedRegex(@"部门(?:综合)?(?:预算|决算)|部门概况|部门主要(?:职责|职能)|年部门(?:财务)?(?:收支|收入|支出)", RegexOptions.CultureInvariant)]
    private static partial Regex DepartmentWord();

    [GeneratedRegex(@"(?<!预算)单位(?:预算|决算)|(?<!预算)单位概况|单位主要(?:职责|职能)|年(?:预算)?单位(?:财务)?(?:收支|收入|支出)", RegexOptions.CultureInvariant)]
    private static partial Regex UnitWord();
}
