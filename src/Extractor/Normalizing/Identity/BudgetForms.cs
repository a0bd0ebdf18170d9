using System.Text.RegularExpressions;
using Extractor.Model.Documents;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>
/// Which of the prescribed forms (收支总表, 支出总表, “三公”经费表 …) a document names, on tables or in its contents.
/// Their number tells a disclosure without a cover, their words whether it is a budget or final accounts.
/// </summary>
internal sealed partial record BudgetForms(int DepartmentForms, int FinalAccountsForms, int TargetForms, int SelfEvaluationForms)
{
    /// <summary>So many different forms make a disclosure, whatever the headline says.</summary>
    public const int Decisive = 3;

    public bool AreDecisive => DepartmentForms + FinalAccountsForms >= Decisive;

    public static BudgetForms Of(ExtractedDocument document)
    {
        var department = new HashSet<string>(StringComparer.Ordinal);
        var finalAccounts = new HashSet<string>(StringComparer.Ordinal);
        var (targets, selfEvaluations) = (0, 0);
        foreach (var line in Titles(document))
        {
            var folded = FoldedText.Of(line);
            var form = DepartmentForm().Match(folded);
            if (form.Success)
            {
                (folded.Contains("决算", StringComparison.Ordinal) ? finalAccounts : department).Add(form.Groups["form"].Value);
            }

            targets += TargetForm().IsMatch(folded) ? 1 : 0;
            selfEvaluations += folded.Contains("自评", StringComparison.Ordinal) && folded.EndsWith('表') ? 1 : 0;
        }

        return new BudgetForms(department.Count, finalAccounts.Count, targets, selfEvaluations);
    }

    private static IEnumerable<string> Titles(ExtractedDocument document) =>
        document.Tables.Select(static table => table.TitleAsPrinted).OfType<string>()
            .Concat(document.Pages.SelectMany(static page => page.Lines).Select(static line => line.Text))
            .Where(static text => text.Length <= 60 && text.Contains('表', StringComparison.Ordinal));

    [GeneratedRegex(@"(?<form>(?<!拨款)收支(?:预算|决算)?总(?:体情况)?表|收入支出决算(?:总)?表|(?<!支出|支)收入(?:预算|决算)?(?:总(?:体情况)?)?表|(?<!收入)支出(?:预算|" +
        @"决算)?总(?:体情况)?表|财政拨款(?:收支|收入支出)|一般公共预算(?:财政拨款)?支出|一般公共预算(?:财政拨款)?基本支出|三公|政府性基金预算(?:财政拨款)?(?:支出|收入支出)|国有资本经营预算(?:财政拨款)?支出|" +
        @"部门整体支出绩效目标)", RegexOptions.CultureInvariant)]
    private static partial Regex DepartmentForm();

    [GeneratedRegex(@"绩效目标(?:申报)?表", RegexOptions.CultureInvariant)]
    private static partial Regex TargetForm();
}
