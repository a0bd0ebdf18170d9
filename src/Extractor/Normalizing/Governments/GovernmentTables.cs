using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Tables;
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

            titles[table.Ordinal] = title;
            keys[table.Ordinal] = key;
            before = table;
        }
    }

    public TableKeyReading KeyOf(ExtractedTable table) => keys[table.Ordinal];

    /// <summary>The year of the table's title, else of the document.</summary>
    public int? YearOf(ExtractedTable table) => titles[table.Ordinal]?.Year ?? identity.FiscalYear;

    /// <summary>Of columns that name no phase.</summary>
    public Phase PhaseOf(ExtractedTable table) => titles[table.Ordinal]?.Phase ?? identity.Kind switch
    {
        DocumentKind.GovernmentFinalAccounts => Phase.FinalAccounts,
        DocumentKind.GovernmentExecution => Phase.Execution,
        _ => Phase.Budget,
    };

    public TableLines Build(TableContext context, FindingLog findings)
    {
        var title = titles[context.Table.Ordinal];
        context = context with { Table = context.Table with { ColumnHeaderPaths = PathsOf(context.Table) } };
        if (context.Kind.Lines != LineLayout.ThreePublic || new ThreePublicReader(context) is not { HasItemsAsColumns: true } items)
        {
            return new GovernmentTableReader(context, title, identity.Level, places, findings).Read();
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
