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
                if (IssuerName.Clean(text.Printed(group.Index, group.Index + group.Length)) is { } name && IssuerName.IsOrgan(FoldedText.Of(name)))
                {
                    var key = FoldedText.Of(name);
                    names[key] = (name, names.TryGetValue(key, out var known) ? known.Count + 1 : 1);
                }
            }

            department += DepartmentWord().Count(text.Folded);
            unit += UnitWord().Count(text.Folded);
        }

        var issuer = names.Count == 0 ? null
            : names.OrderByDescending(static pair => pair.Value.Count).ThenBy(static pair => pair.Key, StringComparer.Ordinal).First().Value.Printed;
        return new ProseNames(issuer, department > unit ? DocumentScope.Department : unit > department ? DocumentScope.Unit : null);
    }

    private static IEnumerable<ExtractedLine> Titles(ExtractedDocument document) =>
        document.Tables.Select(static table => table.TitleAsPrinted).OfType<string>().Select(static title => new ExtractedLine(title, default, 0, false));

    /// <summary>第一部分广州市信访局概况, 北京市人民政府办公厅主要职责包括, 上海市普陀区司法局是主管…, 2026年深圳市信访局部门预算收入.</summary>
    [GeneratedRegex(@"(?:^|第一部分|[一二三四五]、|。|(?:20\d\d)年度?)(?<name>[\u4e00-\u9fff()]{4,40}?)(?=概况|部门概况|单位概况|(?:的)?(?:主要)?(?:职责|职能)|是(?:主管|负责|市政府|区政府|县政府|省政府|[市区县省]委)|(?:部门|单位)(?:综合)?(?:预算|决算)|20\d\d年度?(?:部门|单位)(?:预算|决算))", RegexOptions.CultureInvariant)]
    private static partial Regex Naming();

    [GeneratedRegex(@"部门(?:综合)?(?:预算|决算|收支|收入|支出|整体)|部门概况|部门主要", RegexOptions.CultureInvariant)]
    private static partial Regex DepartmentWord();

    [GeneratedRegex(@"(?<!预算)单位(?:预算|决算|收支|收入|支出)|单位概况|单位主要", RegexOptions.CultureInvariant)]
    private static partial Regex UnitWord();
}
