using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
using Extractor.Normalizing.Amounts;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Lines;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Governments;

/// <summary>Which table of a government's document shows what: by its own title, else by that of the table which it goes on from.</summary>
internal sealed class GovernmentTables
{
    private readonly DocumentIdentity identity;
    private readonly PlaceNames places;
    private readonly Dictionary<int, GovernmentTitle?> titles = [];
    private readonly Dictionary<int, TableKeyReading> keys = [];

    /// <summary>Headings of tables that go on without any.</summary>
    private readonly Dictionary<int, ImmutableArray<string>> paths = [];

    private readonly bool tellsOwnDebt;

    public GovernmentTables(ExtractedDocument document, DocumentIdentity identity, ReferenceData reference)
    {
        this.identity = identity;
        places = new PlaceNames(reference.Divisions, identity.DivisionCode);
        ExtractedTable? before = null;
        foreach (var table in document.Tables)
        {
            var (title, key) = Read(table, reference.Headings);
            if (key.Key == TableKey.Other && title is null && before is not null && GoesOn(before, table))
            {
                (title, key) = (titles[before.Ordinal], keys[before.Ordinal]);
                paths[table.Ordinal] = table.ColumnHeaderPaths.All(static path => path.Length == 0) ? PathsOf(before)
                    : table.ColumnHeaderPaths;
            }

            else if (table.ColumnHeaderPaths.All(static path => path.Length == 0))
            {
                paths[table.Ordinal] = HeadingsWithin(table);
            }

            tellsOwnDebt = tellsOwnDebt || (title is { IsOfDebt: true } &&
                table.Cells.Any(static cell => GovernmentTitle.LevelOf(FoldedText.Of(cell.Text)) == GovernmentLevel.Own));
            titles[table.Ordinal] = title;
            keys[table.Ordinal] = key;
            before = table;
        }

        TellWholeRegions();
    }

    /// <summary>
    /// 江苏省一般公共预算收入 is of the whole province where the document has a table of 省级一般公共预算 beside it; where it has none, a
    /// city may well call its own budget by the name of the city. 广州市地方政府债务 beside a row 广州市本级 is not that row's; whether it is
    /// all of the city, the title does not say (its projects may be those of 本级).
    /// </summary>
    private void TellWholeRegions()
    {
        var own = titles.Values.Where(static title => title?.Level == GovernmentLevel.Own).Select(static title => title!.Subject)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (ordinal, title) in titles.ToList())
        {
            if (title is { NamesRegionAlone: true } && own.Contains(title.Subject))
            {
                titles[ordinal] = title with { Level = GovernmentLevel.Whole };
            }
            else if (tellsOwnDebt && title is { NamesRegionAlone: true, IsOfDebt: true })
            {
                titles[ordinal] = title with { IsAboveOwn = true };
            }
        }
    }

    public TableKeyReading KeyOf(ExtractedTable table) => keys[table.Ordinal];

    /// <summary>The year of the table's title, else of the document.</summary>
    public int? YearOf(ExtractedTable table) => titles[table.Ordinal]?.Year ?? identity.FiscalYear;

    /// <summary>
    /// Of columns that name no phase. What a disclosure of debt is of, the titles of its other tables may tell; else it tells what
    /// was owed.
    /// </summary>
    public Phase PhaseOf(ExtractedTable table) => titles[table.Ordinal]?.Phase ?? identity.Kind switch
    {
        DocumentKind.GovernmentFinalAccounts => Phase.FinalAccounts,
        DocumentKind.GovernmentExecution => Phase.Execution,
        DocumentKind.GovernmentDebt => titles.Values.Select(static title => title?.Phase).OfType<Phase>().Distinct().ToList() is [var only]
            ? only : Phase.Execution,
        _ => Phase.Budget,
    };

    public TableLines Build(TableContext context, FindingLog findings)
    {
        var title = titles[context.Table.Ordinal];
        context = context with { Table = context.Table with { ColumnHeaderPaths = PathsOf(context.Table) } };
        if (context.Kind.Lines != LineLayout.ThreePublic || new ThreePublicReader(context) is not { HasItemsAsColumns: true } items)
        {
            return new GovernmentTableReader(context, title, identity, places, findings).Read();
        }

        var read = new TableLines(context, [], items.Read());
        foreach (var draft in read.All)
        {
            draft.Line = draft.Line with
            {
                GovernmentLevel = title?.Level ?? identity.Level,
                AmountYear = draft.Line.Period switch
                {
                    Period.Current => context.FiscalYear,
                    Period.Prior => context.FiscalYear - 1,
                    _ =>
                    null
                },
            };
        }

        return read;
    }

    private ImmutableArray<string> PathsOf(ExtractedTable table) => paths.GetValueOrDefault(table.Ordinal, table.ColumnHeaderPaths);

    /// <summary>
    /// Of a table whose heading was not told from its rows: the rows above the first figure name the columns. A cell over all columns
    /// names none of them.
    /// </summary>
    private static ImmutableArray<string> HeadingsWithin(ExtractedTable table)
    {
        var first = table.Cells.Where(static cell => PrintedAmount.Read(cell.Text, out _) is AmountReading.Amount or AmountReading.Percent)
            .Select(static cell => cell.Row).DefaultIfEmpty(0).Min();
        var above = table.Cells.Where(cell => cell.Row < first && cell.Text.Length > 0 && cell.ColumnSpan < table.ColumnCount)
            .OrderBy(static cell => cell.Row).ToList();
        return [.. Enumerable.Range(0, table.ColumnCount).Select(column => string.Join(HeaderReader.PathSeparator, above.Where(cell =>
            cell.Column <= column && column < cell.Column + cell.ColumnSpan).Select(static cell => cell.Text)))];
    }

    private static (GovernmentTitle? Title, TableKeyReading Key) Read(ExtractedTable table, HeadingMaps maps)
    {
        var classified = TableKeyClassifier.Classify(table, maps);
        var text = table.TitleAsPrinted ?? table.ContextHeadings.Reverse().FirstOrDefault(static text =>
            GovernmentTitle.Read(text) is not null);
        var title = GovernmentTitle.Read(text);
        var found = text is null ? null : maps.GovernmentTitles.Find(FoldedText.Of(text));
        return (title, found is null || found.Key == TableKey.Other ? classified
            : new TableKeyReading(found.Key, text == table.TitleAsPrinted ? "title" : "context", null));
    }

    /// <summary>The same columns on the next page, without a title of its own.</summary>
    private static bool GoesOn(ExtractedTable before, ExtractedTable table) =>
        table.TitleAsPrinted is null && table.ColumnCount == before.ColumnCount && table.PageFirst - before.PageLast is 0 or 1;
}
