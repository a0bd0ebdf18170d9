using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Publications.Audits;
using Extractor.Publications.Rows;

namespace Extractor.CorpusTests;

/// <summary>Groups of leaves that do not make the total printed for them, as the audit of the publication has them.</summary>
internal static class PublishedLeafSums
{
    public static ImmutableArray<LeafSum> ThatDiffer(NormalizedDocument document)
    {
        var id = document.Extracted.File.Id.Value;
        return
        [
            .. document.Lines.GroupBy(static line => line.TableOrdinal)
                .SelectMany(table => LeafSums.Of([.. table.Select(line => Row(id, line))]))
                .Where(static sum => sum.State != LeafSumState.Holds),
        ];
    }

    /// <summary>What the audit asks of a line.</summary>
    private static BudgetLineRow Row(string id, BudgetLine line) =>
        (BudgetLineRow)RuntimeHelpers.GetUninitializedObject(typeof(BudgetLineRow)) with
        {
            LineId = line.LineId,
            DocumentId = id,
            TableKey = SchemaName.Of(line.TableKey),
            ColumnIndex = line.Column,
            Phase = SchemaName.Of(line.Phase),
            Direction = SchemaName.Of(line.Direction),
            Period = SchemaName.Of(line.Period),
            ParentLineId = line.ParentLineId,
            ItemKey = line.ItemKey,
            Qualifier = line.Qualifier,
            Component = SchemaName.Of(line.Component),
            Fund = SchemaName.Of(line.Fund),
            RowRole = SchemaName.Of(line.RowRole),
            IsLeaf = line.IsLeaf,
            AmountYuan = line.AmountYuan,
            ValueAsPrinted = line.ValueAsPrinted,
            PageNumber = line.PageNumber,
            Proof = SchemaName.Of(line.Proof),
            Doubt = line.Doubt is { } doubt ? SchemaName.Of(doubt) : null,
        };
}
