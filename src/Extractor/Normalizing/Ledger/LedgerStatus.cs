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
    private const int ListedRuns = 12;

    public static (DocumentStatus Status, string? Reason) Of(NormalizedDocument document, ImmutableArray<PageLedger> ledger)
    {
        var extracted = document.Extracted;
        if (extracted.Status == DocumentStatus.Quarantined)
        {
            return (extracted.Status, extracted.StatusReason);
        }

        string?[] reasons =
        [
            extracted.StatusReason, NotUnderstood(document, ledger), LostOn(ledger), WithoutMeaningOn(ledger), NotFoundOn(extracted),
        ];
        var told = string.Join(' ', reasons.Where(static reason => reason is not null));
        return told.Length == 0 ? (extracted.Status, null) : (DocumentStatus.Partial, told);
    }

    private static string? NotUnderstood(NormalizedDocument document, ImmutableArray<PageLedger> ledger)
    {
        if (!document.Lines.IsEmpty)
        {
            return null;
        }

        if (ledger.All(static page => page.Amounts.AmountsPrinted == page.Amounts.AsLabels))
        {
            return document.Identity.Kind.IsOfGovernment() ? "It is of a government and no amount of it was found." : null;
        }

        if (document.Identity.Kind == DocumentKind.Other)
        {
            return "It is no budget of a form that is read: its amounts are kept as printed and have no meaning here.";
        }

        var inProse = ledger.Sum(static page => page.Amounts.InTextOnly + page.Amounts.InStatedFigures);
        var inTables = ledger.Sum(static page => page.Amounts.InCellsOnly - page.Amounts.InTextOnly);
        if (inTables <= inProse)
        {
            return "It holds only the explanation and no budget tables: look for them in another file of the same publisher.";
        }

        return !document.Indicators.IsEmpty || document.Projects.Any(static project => project.Source != ProjectSource.Prose)
            ? null
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
            $"{PagesOf(NumbersOf(pages))}: {Count(characters, "character")} and {Count(amounts, "amount")} in no dataset, most " +
            $"{Place(cause)}; read them in the file.");
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
            $"{PagesOf(NumbersOf(pages))}: {Count(amounts, "amount")} of tables without a meaning, most {Place(cause)}; kept as printed " +
            $"in cells.");
    }

    private static string? NotFoundOn(ExtractedDocument document)
    {
        var pages = document.Pages.Where(static page => !page.Printed.Loose.IsEmpty).ToList();
        return pages.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"{PagesOf(pages.ConvertAll(static page => page.Number))}: " +
            $"{Count(pages.Sum(static page => page.Printed.Loose.Length), "number")} in rows and columns of which no table was made; " +
            $"read them in the file.");
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
        LedgerCause.TableNotFound => "in rows and columns of which no table was made",
        LedgerCause.UnknownUnit => "in tables without a unit",
        LedgerCause.TableNotRead => "in tables whose columns were not understood",
        LedgerCause.RowNotRead => "in rows that were not understood",
        LedgerCause.ColumnNotRead => "in columns whose heading is not known",
        LedgerCause.FormFieldNotRead => "in fields of performance forms that are neither project nor indicator",
        LedgerCause.DocumentNotRead => "in a document of a form that is not read",
        _ => "on these pages",
    };

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? string.Empty : "s")}");

    private static List<int> NumbersOf(List<PageLedger> pages) => pages.ConvertAll(static page => page.PageNumber);

    /// <summary>Pages 1, 3-8, 12.</summary>
    private static string PagesOf(List<int> pages)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var page in pages)
        {
            if (runs.Count > 0 && runs[^1].Last + 1 == page)
            {
                runs[^1] = (runs[^1].First, page);
            }
            else
            {
                runs.Add((page, page));
            }
        }

        var listed = string.Join(", ", runs.Take(ListedRuns).Select(static run => run.First == run.Last
            ? run.First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{run.First}-{run.Last}")));
        return $"{(pages.Count == 1 ? "Page" : "Pages")} {listed}{(runs.Count > ListedRuns ? ", …" : string.Empty)}";
    }
}
