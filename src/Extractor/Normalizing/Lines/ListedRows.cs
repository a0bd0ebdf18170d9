using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Subjects;

namespace Extractor.Normalizing.Lines;

/// <summary>Which rows of a list of purchases or projects are what its heading says though they print the code of a subject.</summary>
internal static class ListedRows
{
    /// <summary>
    /// 采购项目, 项目名称 heads the names of a list: a row that prints the code of what it is spent on beside such a name is what the
    /// heading says, unless its name is that of the code. Among rows without parts most of which the heading names, one that bears the name
    /// of its code does so by chance (项目 普法宣传 of the 项 普法宣传). A project below the subject whose code it prints is one in any table.
    /// </summary>
    public static Classification?[] ListsOf(BlockLines block, bool[] hasParts)
    {
        var lists = block.Rows.Select(static row => row.SubjectAbove is null ? (Classification?)null : Classification.Project).ToArray();
        if (!block.Context.Kind.IsList ||
            block.Block.Primary(block.Context.Kind) is not { Classification: Classification.Procurement or Classification.Project } slot)
        {
            return lists;
        }

        List<int> alike = [];
        var parts = 0;
        for (var row = 0; row < lists.Length; row++)
        {
            if (block.Rows[row] is not { Kind: RowKind.Detail, IsUnit: false, Subject: { CanonicalCode: { } code } subject } own)
            {
                continue;
            }

            parts += hasParts[row] ? 0 : 1;
            if (block.Context.Reference.Subjects.NamingOf(subject.Classification, code, own.Label)
                is not (SubjectNaming.Agrees or SubjectNaming.Misprinted))
            {
                lists[row] = slot.Classification;
            }
            else if (!hasParts[row])
            {
                alike.Add(row);
            }
        }

        if (alike.Count * 2 < parts)
        {
            alike.ForEach(row => lists[row] = slot.Classification);
        }

        return lists;
    }
}
