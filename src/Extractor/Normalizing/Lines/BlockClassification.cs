using Extractor.Model.Budget;
using Extractor.Model.Tables;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Subjects;

namespace Extractor.Normalizing.Lines;

/// <summary>Which list the rows of a block are classified by, told by its headings and by all of its rows together.</summary>
/// <param name="Classification">Of rows that name no unit.</param>
/// <param name="HasCodes">The rows print the codes of that list.</param>
internal sealed record BlockClassification(Classification Classification, bool HasCodes)
{
    /// <summary>Fewer say nothing of the others.</summary>
    private const int FewestClasses = 2;

    private static readonly WordSet Lists = ReadingWords.Of(WordList.ClassificationInBrackets);

    /// <summary>债务利息及费用支出, 债务还本支出, 转移性支出, 预备费及预留.</summary>
    private static readonly string[] Between = ["511", "512", "513", "514"];

    /// <summary>Rows without codes of which every name in the list is that of a class: 其他支出 among them is the class too.</summary>
    public bool NamesClasses { get; private init; }

    public static BlockClassification Of(TableGrid grid, TableBlock block, RowLabels labels, TableContext context)
    {
        if (block.Primary(context.Kind) is not { } primary)
        {
            var known = block.Goods.Length > 0 && context.Kind.RowsBy == Classification.Procurement ? Classification.Procurement
                : block.UnitName is not null || block.UnitCode is not null ? Classification.Unit
                : block.Direction == Direction.Revenue ? Classification.Revenue : Classification.Functional;
            return new BlockClassification(ListThatNames(known, grid, labels, context), HasCodes: false);
        }

        var printed = PrintedCodes(grid, primary);
        // 项目名称 heads the sources of the revenue too (江苏 2019: 收入 / 项目名称 / 金额).
        var heading = block.Direction == Direction.Revenue && primary.Classification == Classification.Project ? null
            : primary.Classification;
        var stated = heading ?? MostOf(printed) ?? context.Kind.RowsBy
            ?? (block.Direction == Direction.Revenue ? Classification.Revenue : Classification.Functional);
        if (printed.Count > 0)
        {
            return new BlockClassification(stated, HasCodes: true);
        }

        var list = ListThatNames(stated, grid, labels, context);
        return new BlockClassification(list, HasCodes: false) { NamesClasses = AreClasses(list, grid, labels, context) };
    }

    private static bool AreClasses(Classification list, TableGrid grid, RowLabels labels, TableContext context)
    {
        if (list != Classification.Functional)
        {
            return false;
        }

        var classes = 0;
        foreach (var row in grid.BodyRows)
        {
            var name = Numbering.Of(labels.Of(row)).Rest;
            if (name.Length > 0 && IsNamed(list, name, context))
            {
                if (context.Reference.Subjects.FindByName(list, name, context.FiscalYear, null, SubjectLevel.Class).Candidates.IsEmpty)
                {
                    return false;
                }

                classes++;
            }
        }

        return classes >= FewestClasses;
    }

    /// <summary>
    /// The codes of the block, a row one. Names may begin with a number that is no code (12320卫生热线服务项目): numbers in a
    /// column of names are codes where most of its rows begin with one.
    /// </summary>
    private static List<Classification> PrintedCodes(TableGrid grid, SubjectSlot primary)
    {
        List<Classification> inCodes = [], inNames = [];
        var names = 0;
        foreach (var row in grid.BodyRows)
        {
            if (primary.Codes.Select(code => ClassificationOf(grid.Text(row, code.Column))).FirstOrDefault(static found =>
                found is not null) is { } coded)
            {
                inCodes.Add(coded);
            }

            if (primary.Name is { } name && grid.Text(row, name.Column) is { Length: > 0 } text)
            {
                names++;
                if (ClassificationOf(text) is { } named)
                {
                    inNames.Add(named);
                }
            }
        }

        return inCodes.Count > 0 ? inCodes : inNames.Count * 2 >= names ? inNames : [];
    }

    private static Classification? ClassificationOf(string text) =>
        PrintedCode.Read(text) is { } code ? PrintedCode.ClassificationOf(code.Digits) : null;

    /// <summary>What most codes belong to; of equals the one that is printed first.</summary>
    private static Classification? MostOf(List<Classification> codes) =>
        codes.Count == 0 ? null : codes.GroupBy(static code => code).MaxBy(static group => group.Count())!.Key;

    /// <summary>
    /// A heading may not tell which list names the rows (经济分类, its 政府 cut off; 支出 over several sides of a table): where
    /// another list knows more of the names than the stated one, it is that list. A department's 收入总表 may show its revenue by
    /// what it is spent on: then most names are subjects.
    /// </summary>
    private static Classification ListThatNames(Classification stated, TableGrid grid, RowLabels labels, TableContext context)
    {
        ReadOnlySpan<Classification> lists = [Classification.Functional, Classification.DepartmentEconomic,
            Classification.GovernmentEconomic];
        if (stated == Classification.Revenue ? context.Key != TableKey.RevenueSummary : !lists.Contains(stated))
        {
            return stated;
        }

        var names = grid.BodyRows.Select(row => Numbering.Of(labels.Of(row)).Rest).Where(static name => name.Length > 0).ToList();
        var (best, most) = (stated, names.Count(name => stated == Classification.Revenue
            ? context.Reference.Headings.RevenueRows.Find(name) is not null : IsNamed(stated, name, context)));
        foreach (var list in lists)
        {
            if (names.Count(name => IsNamed(list, name, context) && !IsOfBothLists(list, name, context)) is var known && known > most &&
                (stated != Classification.Revenue || known * 2 > names.Count))
            {
                (best, most) = (list, known);
            }
        }

        return best;
    }

    /// <summary>
    /// 调出资金, 债务还本支出: what a balance by function has too, under much the same names; they are the economic classes of a government
    /// where the title speaks of them.
    /// </summary>
    private static bool IsOfBothLists(Classification list, string name, TableContext context) =>
        list == Classification.GovernmentEconomic &&
        !Lists.Matches(FoldedText.Of(context.Table.TitleAsPrinted ?? string.Empty), "economic") &&
        context.Reference.Subjects.FindByName(list, name, context.FiscalYear, null).Candidates is { IsEmpty: false } found &&
        found.All(static subject => Between.Contains(subject.Code[..3]));

    private static bool IsNamed(Classification list, string name, TableContext context) =>
        context.Reference.Subjects.FindByName(list, name, context.FiscalYear, null).Candidates.Length > 0 ||
        context.Reference.Subjects.FindByName(list, name + SubjectCatalogue.Ending, context.FiscalYear, null).Candidates.Length > 0;
}
