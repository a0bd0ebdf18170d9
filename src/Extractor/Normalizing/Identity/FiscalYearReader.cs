using System.Text.RegularExpressions;
using Extractor.Model.Documents;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>The years that tables and prose speak of, most often printed first to be believed.</summary>
/// <param name="Tables">From table titles and the line （2026年度） over a form; null where none prints one.</param>
/// <param name="Prose">From headings and sentences that say 2026年 … 预算; null where none does.</param>
internal sealed partial record FiscalYears(int? Tables, int? Prose)
{
    public static FiscalYears Of(ExtractedDocument document)
    {
        var tables = new Dictionary<int, int>();
        var prose = new Dictionary<int, int>();
        foreach (var title in document.Tables.Select(static table => table.TitleAsPrinted).OfType<string>())
        {
            Count(tables, FoldedText.Of(title), DisclosureTitle.YearPattern());
        }

        foreach (var line in document.Pages.SelectMany(static page => page.Lines).Select(static line => line.Text))
        {
            if (!line.Contains('年', StringComparison.Ordinal))
            {
                continue;
            }

            var folded = FoldedText.Of(line);
            if (FormYear().IsMatch(folded))
            {
                Count(tables, folded, DisclosureTitle.YearPattern());
            }
            else
            {
                Count(prose, folded, BudgetYear());
            }
        }

        return new FiscalYears(Mode(tables), Mode(prose));
    }

    private static void Count(Dictionary<int, int> years, string folded, Regex pattern)
    {
        foreach (Match match in pattern.Matches(folded))
        {
            var year = DisclosureTitle.YearOf(match);
            years[year] = years.GetValueOrDefault(year) + 1;
        }
    }

    /// <summary>The year printed most often; of two equally often the later one.</summary>
    private static int? Mode(Dictionary<int, int> years) =>
        years.Count == 0 ? null : years.OrderByDescending(static pair => pair.Value).ThenByDescending(static pair => pair.Key).First().Key;

    /// <summary>（2026年度） on a line of its own, or the year in a line that is the title of a form.</summary>
    [GeneratedRegex(@"^\(?20\d\d年度?\)?$|^20\d\d年.{0,40}表$", RegexOptions.CultureInvariant)]
    private static partial Regex FormYear();

    [GeneratedRegex(@"(?<!\d|比|较)(?:(?<digits>20[0-4]\d)|(?<words>二[〇○零O0][〇○零O0一二三四五六七八九]{2}))年度?(?!\d{1,2}月|初|底|末|以).{0,12}?(?:预算|决算|" +
        @"收入|支出|财政拨款|三公|政府采购|绩效目标)", RegexOptions.CultureInvariant)]
    private static partial Regex BudgetYear();
}
