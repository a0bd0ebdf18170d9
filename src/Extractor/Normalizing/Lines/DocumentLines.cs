using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Governments;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Prose;

namespace Extractor.Normalizing.Lines;

/// <summary>The meaning of the tables of one document, and the lines of those that give any.</summary>
internal sealed record DocumentLines(ImmutableArray<TableMeaning> Meanings, ImmutableArray<TableLines> Tables)
{
    private static readonly WordSet FinalAccounts = ReadingWords.Of(WordList.TableTitle, "final_accounts");

    /// <param name="stated">What the narrative states: it may tell the unit of tables that print none.</param>
    public static DocumentLines Read(
        ExtractedDocument document, DocumentIdentity identity, ReferenceData reference, ImmutableArray<StatedReading> stated,
            FindingLog findings)
    {
        var units = TableUnits.Read(document.Tables);
        var government = identity.Kind.IsOfGovernment() ? new GovernmentTables(document, identity, reference) : null;
        var meanings = ImmutableArray.CreateBuilder<TableMeaning>(document.Tables.Length);
        var lines = new SortedDictionary<int, TableLines>();
        var withoutUnit = new List<(ExtractedTable Table, TableKeyReading Key)>();
        var names = new CutNames(document.Tables);
        for (var index = 0; index < document.Tables.Length; index++)
        {
            var table = document.Tables[index];
            var key = government?.KeyOf(table) ?? TableKeyClassifier.Classify(table, reference.Headings);
            meanings.Add(new TableMeaning(table.Ordinal, key.Key, units[index].Unit?.Name, units[index].Evidence));
            if (identity.Kind == DocumentKind.Other)
            {
                continue;
            }

            ReportDoubt(table, key, findings);
            if (reference.Headings.Kinds[key.Key].Lines == LineLayout.None)
            {
                continue;
            }

            table = names.Joined(table);
            if (units[index].Unit is { } unit)
            {
                Add(Build(Context(table, key.Key, unit), findings),
                    key.LineDoubt ?? (units[index].Evidence == UnitEvidence.DocumentDefault ? LineDoubt.UnitGuessed : null));
            }
            else
            {
                withoutUnit.Add((table, key));
            }
        }

        // A table whose unit was found may tell that of another.
        while (withoutUnit.Find(entry => UnitOf(entry.Table, entry.Key.Key) is not null) is { Table: { } table } entry)
        {
            var found = UnitOf(table, entry.Key.Key)!.Value;
            meanings[table.Ordinal - 1] = new TableMeaning(table.Ordinal, entry.Key.Key, found.Name, UnitEvidence.Reconciled);
            Add(Build(Context(table, entry.Key.Key, found), findings), entry.Key.LineDoubt);
            withoutUnit.Remove(entry);
        }

        foreach (var (table, key) in withoutUnit)
        {
            ReportMissingUnit(table, findings);
        }

        return new DocumentLines(meanings.ToImmutable(), [.. lines.Values]);

        void Add(TableLines read, LineDoubt? doubt)
        {
            foreach (var draft in read.All)
            {
                draft.TableDoubt = doubt;
            }

            var index = read.Context.Table.Ordinal - 1;
            lines.Add(index, read);
            meanings[index] = meanings[index] with { RateColumns = read.RateColumns, ReadingsTried = read.ReadingsTried };
        }

        AmountUnit? UnitOf(ExtractedTable table, TableKey key) =>
            UnitReconciliation.Find([.. lines.Values], IsStated, unit =>
                Build(Context(table, key, unit), new FindingLog()));

        bool IsStated(LineDraft line) =>
            stated.Any(reading => ProseChecks.Agree(reading, line, identity.Kind == DocumentKind.DepartmentFinalAccounts));

        TableContext Context(ExtractedTable table, TableKey key, AmountUnit unit) =>
            new(document.File.Id, table, key, unit, government is null ? identity.FiscalYear : government.YearOf(table),
                government?.PhaseOf(table) ?? PhaseOf(table, identity), reference);

        TableLines Build(TableContext context, FindingLog log) => government?.Build(context, log) ?? BuildOfDepartment(context, log);
    }

    private static Phase PhaseOf(ExtractedTable table, DocumentIdentity identity) =>
        identity.Kind == DocumentKind.DepartmentFinalAccounts || FinalAccounts.Matches(table.TitleAsPrinted)
            ? Phase.FinalAccounts
            : Phase.Budget;

    private static TableLines BuildOfDepartment(TableContext context, FindingLog findings) =>
        context.Kind.Lines == LineLayout.ThreePublic
            ? new TableLines(context, [], new ThreePublicReader(context).Read())
            : new TableReader(context, findings).Read();

    private static void ReportDoubt(ExtractedTable table, TableKeyReading key, FindingLog findings)
    {
        if (key.Key != TableKey.Other || FirstAmount(table) is not { } cell || (table.TitleAsPrinted is null && key.Doubt is null))
        {
            return;
        }

        var title = table.TitleAsPrinted ?? "无标题";
        findings.Add(new Finding(
            FindingRule.UnknownTable,
            Severity.Note,
            $"第 {table.PageFirst} 页的表“{title}”含金额，但种类未知，金额只按原样保存在单元格数据中，未计入任何汇总。需要时请对照原页取用。",
            $"The table '{title}' on page {table.PageFirst} holds amounts but is of a kind that is not known; they are kept as printed " +
            $"cells and are in no sum. Take them from the page where you need them.",
            cell.Parts[0].PageNumber,
            cell.Parts[0].Box.Rounded(),
            null,
            title)
        {
            Cause = string.Empty,
        }.At(FindingPlaces.Of(cell, table, null, title)));
    }

    private static void ReportMissingUnit(ExtractedTable table, FindingLog findings)
    {
        if (FirstAmount(table) is { } cell)
        {
            const string Either = "元 / 万元";
            findings.Add(new Finding(
                FindingRule.UnknownUnit,
                Severity.Warning,
                $"第 {table.PageFirst} 页的表“{table.TitleAsPrinted}”没有印金额单位，全文也没有统一的单位，又无合计可以比照，金额未换算。请核对是元还是万元。",
                $"The table '{table.TitleAsPrinted}' on page {table.PageFirst} prints no unit, the document has no common one, " +
                $"and no total of another table agrees; its amounts were not taken. Find out whether they are yuan or ten thousands.",
                cell.Parts[0].PageNumber,
                cell.Parts[0].Box.Rounded(),
                Either,
                null)
            {
                Cause = string.Empty,
            }.At(FindingPlaces.Of(cell, table, Either, table.TitleAsPrinted)));
        }
    }

    private static TableCell? FirstAmount(ExtractedTable table) =>
        table.Cells.FirstOrDefault(static cell => !cell.IsHeader && PrintedAmount.Read(cell.Text, out var amount) == AmountReading.Amount &&
            amount.Decimals > 0);
}
