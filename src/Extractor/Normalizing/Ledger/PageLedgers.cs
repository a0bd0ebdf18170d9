using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;

namespace Extractor.Normalizing.Ledger;

/// <summary>
/// What became of everything printed on the pages of a document, counted from what is published of it: lines, projects,
/// indicators, stated figures, cells, sections.
/// </summary>
internal static class PageLedgers
{
    /// <summary>The document with its ledger, and with what the ledger says of its status.</summary>
    public static NormalizedDocument Entered(NormalizedDocument document)
    {
        var ledger = Of(document);
        var (status, reason) = LedgerStatus.Of(document, ledger);
        return document with
        {
            Extracted = document.Extracted with { Status = status, StatusReason = reason },
            Findings = [.. document.Findings, .. FindingCauses.Of([.. ledger.Where(static page => !page.Balances).Select(Unbalanced)])],
            Ledger = ledger,
        };
    }

    /// <summary>A fault of this program: what it publishes of a page is not what is printed on it.</summary>
    private static Finding Unbalanced(PageLedger page) => new(
        FindingRule.PageLedgerUnbalanced,
        Severity.Error,
        $"第 {page.PageNumber} 页的账不平：所印的金额或字符与其去处之和不等。这是本程序的错误，请连同文件向维护者报告。",
        $"The ledger of page {page.PageNumber} does not balance: the amounts or characters printed are not those that were booked. This " +
        $"is a fault of this program; report it together with the file.",
        page.PageNumber,
        null,
        null,
        null)
    {
        Cause = string.Empty,
    };

    private static ImmutableArray<PageLedger> Of(NormalizedDocument document)
    {
        var extracted = document.Extracted;
        var meanings = new PublishedMeanings(extracted.Tables, document.Projects, document.Indicators, document.StatedFigures);
        var isRead = document.Identity.Kind != DocumentKind.Other;
        var published = new PublishedNumbers(extracted, document.Tables, document.Lines, meanings, isRead);
        using var characters = new CharacterBook(extracted);
        var firstPage = extracted.Sections.IsEmpty ? int.MaxValue : extracted.Sections.Min(static section => section.PageFirst);
        var ledgers = ImmutableArray.CreateBuilder<PageLedger>(extracted.Pages.Length);
        foreach (var page in extracted.Pages)
        {
            LedgerCause CauseOfLoss() => page.Number < firstPage ? LedgerCause.BeforeSections
                : page.TableCount > 0 ? LedgerCause.BesideTables
                : LedgerCause.OutsideSections;
            var amounts = new AmountBook(page, published);
            var booked = amounts.Book(place => IsOnLine(page, place) ? CauseOfLoss() : LedgerCause.OutsideLines);
            var (text, cause) = characters.Book(page, _ => CauseOfLoss());
            ledgers.Add(new PageLedger(page.Number, booked, text, amounts.LargestCause, cause));
        }

        return ledgers.MoveToImmutable();
    }

    private static bool IsOnLine(ExtractedPage page, Box place)
    {
        foreach (var line in page.Lines)
        {
            if (line.Box.Contains(place.CentreX, place.CentreY))
            {
                return true;
            }
        }

        return false;
    }
}
