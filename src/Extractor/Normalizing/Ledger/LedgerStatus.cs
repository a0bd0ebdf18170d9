using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Normalizing.Ledger;

/// <summary>
/// A document is complete only where nothing printed is lost and every amount of a table of a known kind has a meaning. One that
/// prints amounts of which none was understood is never complete.
/// </summary>
internal static class LedgerStatus
{
    private const int ListedPages = 20;

    public static (DocumentStatus Status, string? Reason) Of(NormalizedDocument document, ImmutableArray<PageLedger> ledger)
    {
        var extracted = document.Extracted;
        if (extracted.Status == DocumentStatus.Quarantined)
        {
            return (extracted.Status, extracted.StatusReason);
        }

        string?[] reasons = [extracted.StatusReason, NotUnderstood(document, ledger), LostOn(ledger), WithoutMeaningOn(ledger)];
        var told = string.Join(' ', reasons.Where(static reason => reason is not null));
        return told.Length == 0 ? (extracted.Status, null) : (DocumentStatus.Partial, told);
    }

    private static string? NotUnderstood(NormalizedDocument document, ImmutableArray<PageLedger> ledger)
    {
        if (!document.Lines.IsEmpty || ledger.All(static page => page.Amounts.AmountsPrinted == page.Amounts.AsLabels))
        {
            return null;
        }

        if (document.Identity.Kind == DocumentKind.Other)
        {
            return "It is no budget of a form that is read: its amounts are kept as printed and have no meaning here.";
        }

        return document.Extracted.Tables.IsEmpty
            ? "It holds no tables, only the explanation: look for the tables in another file of the same publisher."
            : "None of its tables is of a form that is read: look at the table titles and report the form.";
    }

    private static string? LostOn(ImmutableArray<PageLedger> ledger)
    {
        var pages = ledger.Where(static page => page.Amounts.Lost > 0 || page.Characters.Lost > 0).ToList();
        if (pages.Count == 0)
        {
            return null;
        }

        var amounts = pages.Sum(static page => page.Amounts.Lost);
        var characters = pages.Sum(static page => page.Characters.Lost);
        var cause = Largest(pages, static page => page.CharactersCause ?? page.AmountsCause,
            static page => page.Characters.Lost + page.Amounts.Lost);
        return string.Create(CultureInfo.InvariantCulture,
            $"{PagesOf(pages)}: {characters} characters and {amounts} amounts are in no dataset, most of them {Place(cause)}; read them in the file.");
    }

    private static string? WithoutMeaningOn(ImmutableArray<PageLedger> ledger)
    {
        var pages = ledger.Where(static page => page.Amounts.InKnownTablesOnly > 0).ToList();
        if (pages.Count == 0)
        {
            return null;
        }

        var amounts = pages.Sum(static page => page.Amounts.InKnownTablesOnly);
        var cause = Largest(pages, static page => page.AmountsCause, static page => page.Amounts.InKnownTablesOnly);
        return string.Create(CultureInfo.InvariantCulture,
            $"{PagesOf(pages)}: {amounts} amounts of tables have no meaning, most of them {Place(cause)}; they are kept in cells.");
    }

    private static LedgerCause? Largest(List<PageLedger> pages, Func<PageLedger, LedgerCause?> cause, Func<PageLedger, int> count) =>
        pages.GroupBy(cause).Where(static group => group.Key is not null)
            .OrderByDescending(group => group.Sum(count)).ThenBy(static group => group.Key).FirstOrDefault()?.Key;

    private static string Place(LedgerCause? cause) => cause switch
    {
        LedgerCause.BeforeSections => "in text before the first heading",
        LedgerCause.BesideTables => "in text beside tables",
        LedgerCause.OutsideSections => "in text outside the sections",
        LedgerCause.OutsideLines => "outside the lines and cells that were found",
        LedgerCause.UnknownUnit => "in tables without a unit",
        LedgerCause.TableNotRead => "in tables whose columns were not understood",
        LedgerCause.RowNotRead => "in rows that were not understood",
        LedgerCause.ColumnNotRead => "in columns whose heading is not known",
        LedgerCause.FormFieldNotRead => "in fields of performance forms that are neither project nor indicator",
        LedgerCause.DocumentNotRead => "in a document of a form that is not read",
        _ => "on these pages",
    };

    private static string PagesOf(List<PageLedger> pages)
    {
        var listed = string.Join(", ", pages.Take(ListedPages).Select(static page => page.PageNumber));
        return pages.Count == 1 ? $"Page {listed}" : $"Pages {listed}{(pages.Count > ListedPages ? ", …" : string.Empty)}";
    }
}
