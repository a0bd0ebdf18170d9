using System.Collections.Immutable;
using System.Globalization;
using Extractor.Publications.Reading;
using Extractor.Publications.Rows;

namespace Extractor.Publications.Exports;

/// <summary>Documents side by side: a row a subject, and of each document the amount, its proof and its place.</summary>
internal static class ComparisonSheet
{
    private const string Total = "total";

    /// <summary>Of the items, in the order in which the printed tables have them; others follow by name.</summary>
    private static readonly ImmutableArray<string> Items = [Total, "overseas", "vehicle_total", "vehicle_purchase", "vehicle_operation",
        "reception"];

    /// <summary>General public expenditure (一般公共预算支出) by function: class, group and item.</summary>
    public static ExportSheet OfFunctions(PublishedSnapshot snapshot, ImmutableArray<ExportedDocument> documents) => Of(
        snapshot, documents, "comparison_by_function", "对照 功能分类", "general_public_expenditure",
        static row => row.Classification == "functional" ? row.SubjectCode ??
            (row.ItemKey == Total ? Total : null) : null,
        static keys => keys.OrderBy(static key => key == Total ? string.Empty : key, StringComparer.Ordinal));

    /// <summary>The three public expenses (三公经费) by item.</summary>
    public static ExportSheet OfThreePublic(PublishedSnapshot snapshot, ImmutableArray<ExportedDocument> documents) => Of(
        snapshot, documents, "comparison_of_three_public", "对照 三公经费", "three_public",
        static row => row.ItemKey,
        static keys => keys.OrderBy(static key => Items.IndexOf(key) is >= 0 and var place ? place : Items.Length).ThenBy(static key =>
            key, StringComparer.Ordinal));

    private static ExportSheet Of(
        PublishedSnapshot snapshot,
        ImmutableArray<ExportedDocument> documents,
        string name,
        string nameZh,
        string tableKey,
        Func<BudgetLineRow, string?> keyOf,
        Func<IEnumerable<string>, IEnumerable<string>> inOrder)
    {
        ImmutableArray<ExportColumn> columns =
        [
            new("subject", "科目", ExportColumnKind.Text, 12),
            new("subject_name", "名称", ExportColumnKind.Text, 30),
            .. documents.SelectMany(document => ColumnsOf(document, documents)),
        ];
        return new ExportSheet(name, nameZh, columns, Rows());

        IEnumerable<object?[]> Rows()
        {
            var cells = new Dictionary<(string Key, string Document), Cell>();
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            var issuers = documents.ToDictionary(static document => document.Id, static document =>
                document.Department, StringComparer.Ordinal);
            foreach (var row in snapshot.Rows<BudgetLineRow>("document_id", issuers.Keys.ToHashSet(StringComparer.Ordinal)))
            {
                var document = row.DocumentId;
                var unit = row.UnitName;
                if (row.TableKey == tableKey && row.Component == Total && row.Period == "current"
                    && (unit is null || unit == issuers[document]) && keyOf(row) is { } key)
                {
                    names.TryAdd(key, key == Total ? "合计" : row.SubjectName ?? row.SubjectNameAsPrinted ??
                        string.Empty);
                    cells[(key, document)] = cells.TryGetValue((key, document), out var known) ? known.With(row) : Cell.Of(row);
                }
            }

            foreach (var key in inOrder(names.Keys))
            {
                yield return [key, names[key], .. documents.SelectMany(document =>
                    cells.TryGetValue((key, document.Id), out var cell) ? cell.Values() : [null, null, null])];
            }
        }
    }

    /// <summary>Documents of one issuer, year and kind are told apart by their hash.</summary>
    private static ExportColumn[] ColumnsOf(ExportedDocument document, ImmutableArray<ExportedDocument> documents)
    {
        var heading = documents.Count(other => other.Heading == document.Heading) > 1 ? $"{document.Heading} {document.Id[..8]}"
            : document.Heading;
        return
        [
            new(heading + " amount_yuan", "金额", ExportColumnKind.Amount, 20),
            new(heading + " proof", "核对", ExportColumnKind.Text, 20),
            new(heading + " place", "出处", ExportColumnKind.Text, 36),
        ];
    }

    /// <summary>What a document prints for a subject; where it prints several amounts that differ, none is taken.</summary>
    private sealed record Cell(decimal? Amount, string Proof, string Place, int Printed, bool IsDiffering)
    {
        private static readonly ImmutableArray<string> WorstFirst = ["contradicted", "proven", "unproven"];

        public static Cell Of(BudgetLineRow row) => new(
            row.AmountYuan,
            row.Proof,
            string.Create(
                CultureInfo.InvariantCulture,
                $"p{row.PageNumber} [{row.BoxLeft}, {row.BoxTop}, {row.BoxRight}, {row.BoxBottom}]"),
            1,
            false);

        /// <summary>The place stays that of the first.</summary>
        public Cell With(BudgetLineRow row)
        {
            var other = Of(row);
            return this with
            {
                Proof = WorstFirst.First(word => word == Proof || word == other.Proof),
                Printed = Printed + 1,
                IsDiffering = IsDiffering || other.Amount != Amount,
            };
        }

        public IEnumerable<object?> Values() => IsDiffering
            ? [null, string.Create(CultureInfo.InvariantCulture, $"所印 {Printed} 处不一 / printed {Printed} times, differing"), null]
            : [Amount, Proof, Place];
    }
}
