using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Normalizing;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Subjects;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Evaluation;

/// <summary>
/// Codes of rows that print none, but a name of the catalogue. A code is right when it bears the name in some edition, and
/// when rows of the same document that print the name with a code print this one.
/// </summary>
internal static class CodesByName
{
    /// <param name="IsGiven">A code was published.</param>
    public readonly record struct NamedCode(bool IsGiven, bool IsRight);

    public static IEnumerable<NamedCode> Judge(IEnumerable<(GoldLine Gold, BudgetLineRow Published)> pairs, IReadOnlyList<GoldLine> gold)
    {
        var subjects = ReferenceData.Load().Subjects;
        var printed = gold.Where(static line => line.SubjectCode.Length > 0).ToLookup(static line => NameOf(line), static line =>
            line.SubjectCode, StringComparer.Ordinal);
        foreach (var (line, published) in pairs)
        {
            var name = NameOf(line);
            if (line.SubjectCode.Length > 0 || published.RowRole == "total" ||
                !SchemaName.TryParse<Classification>(published.Classification, out var classification) ||
                classification is not (Classification.Functional or Classification.DepartmentEconomic
                    or Classification.GovernmentEconomic) ||
                !IsCatalogued(subjects, classification, name))
            {
                continue;
            }

            var codes = printed[name].Where(code => subjects.Find(classification, code, null) is not null).ToList();
            yield return new NamedCode(
                published.SubjectCode is not null,
                published.SubjectCode is { } code && (codes.Count == 0 || codes.Exists(other => Agree(code, other))) &&
                    subjects.NamingOf(classification, code, name) == SubjectNaming.Agrees);
        }
    }

    /// <summary>其他支出 names a class, its group and its item: each of them is the row's money.</summary>
    private static bool Agree(string code, string other) =>
        code.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(code, StringComparison.Ordinal);

    private static bool IsCatalogued(SubjectCatalogue subjects, Classification classification, string name) =>
        !subjects.FindByName(classification, name, null, null).Candidates.IsEmpty ||
            !subjects.FindByName(classification, name + "支出", null, null).Candidates.IsEmpty;

    private static string NameOf(GoldLine line) => FoldedText.Of(Folding.FoldWithoutNumber(line.Label.Split('>')[^1]));
}
