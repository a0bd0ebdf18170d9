using System.Collections.Immutable;
using Extractor.Extracting.Printed;
using Extractor.Extracting.Reading;
using Extractor.Extracting.Sections;
using Extractor.Extracting.Tables;
using Extractor.Extracting.Tables.Captions;
using Extractor.Extracting.Tables.Joining;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Pdf;
using Extractor.Tables;

namespace Extractor.Extracting;

/// <summary>The extracting stage: bytes of one file to pages, tables and sections. Pure but for the bytes it is given.</summary>
public static class DocumentExtractor
{
    /// <summary>Reads one file. Bad input gives a quarantined or partial document with a reason, never an exception.</summary>
    public static ExtractedDocument Extract(FetchedFile file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        Extract(file, bytes, [], cancellationToken);

    /// <inheritdoc cref="Extract(FetchedFile, ReadOnlyMemory{byte}, CancellationToken)"/>
    /// <param name="passwords">Tried on files that the empty password does not open.</param>
    public static ExtractedDocument Extract(
        FetchedFile file, ReadOnlyMemory<byte> bytes, IReadOnlyList<string> passwords, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var opened = OpenedFile.Open(bytes, passwords);
        if (opened.Document is not { } document)
        {
            return new ExtractedDocument(
                file, opened.MediaType, null, TextLayer.None, DocumentStatus.Quarantined, opened.Reason, [], [], [], []);
        }

        var pages = new List<PageFind>(document.PageCount);
        for (var number = 1; number <= document.PageCount; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pages.Add(ReadPage(document, number));
        }

        var information = document.Information;
        var composed = Compose(file, opened.MediaType, information.Producer, pages);
        return information.Fault is { } fault ? composed with { Findings = composed.Findings.Insert(0, Unreadable(fault)) } : composed;
    }

    /// <summary>The grids of all pages, not yet joined: what the finders are scored by.</summary>
    /// <exception cref="PdfException">The file cannot be read.</exception>
    internal static IReadOnlyList<PageGrid> FindGrids(ReadOnlyMemory<byte> bytes)
    {
        var document = PdfDocument.Open(bytes);
        var grids = new List<PageGrid>();
        for (var number = 1; number <= document.PageCount; number++)
        {
            grids.AddRange(ReadPage(document, number).Grids.Where(static grid => !grid.IsFragment));
        }

        return grids;
    }

    private static Finding Unreadable(string fault) => new(
        FindingRule.InformationUnreadable,
        Severity.Note,
        $"文件属性（制作程序）无法读取：{fault} 页面内容不受影响，无须处理。",
        $"The document information (its producer) cannot be read: {fault} The pages are not concerned; nothing is to be done.",
        null,
        null,
        null,
        null);

    private static PageFind ReadPage(PdfDocument document, int number)
    {
        double width = 0, height = 0;
        var rotation = 0;
        try
        {
            var page = document.GetPage(number);
            (width, height, rotation) = (page.Width, page.Height, page.Rotation);
            var layout = PageLayoutReader.Read(page);
            return PageTableFinder.Find(layout) with { Printed = PrintedText.Of(layout) };
        }
        catch (PdfException exception)
        {
            return PageFind.Failed(number, width, height, rotation, exception.Message);
        }
    }

    internal static ExtractedDocument Compose(FetchedFile file, string mediaType, string? producer, List<PageFind> pages)
    {
        PageFurniture.Mark(pages);
        var chains = TableJoiner.Join(pages);
        var tables = new List<ExtractedTable>(chains.Count);
        var ordinals = new Dictionary<PageGrid, int>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < chains.Count; index++)
        {
            tables.Add(TableBuilder.Build(chains[index], index + 1));
            foreach (var grid in chains[index].AllGrids)
            {
                ordinals.Add(grid, index + 1);
            }
        }

        var texts = pages.ConvertAll(page => page.ToText(ordinals, tables));
        var reading = SectionReader.Read(texts, tables.Count);
        var surroundings = TableSurroundings.Read(texts, chains, tables);
        for (var index = 0; index < tables.Count; index++)
        {
            tables[index] = TableTitles.Under(tables[index] with { ContextHeadings = reading.TableContexts[index] }, reading.Sections);
            tables[index] = surroundings.Around(tables[index]);
        }

        var extractedPages = ImmutableArray.CreateBuilder<ExtractedPage>(pages.Count);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        for (var index = 0; index < pages.Count; index++)
        {
            var running = surroundings.RunningLinesOf(pages[index].Number);
            var loose = reading.PageOutcomes[index].State == PageState.Contents ? [] : LooseRows.Of(pages[index]);
            extractedPages.Add(ToExtractedPage(texts[index], reading.PageOutcomes[index]) with
            {
                Printed = pages[index].Printed with { RunningLines = running.AddRange(reading.ContentsLines[index]), Loose = loose },
            });
            findings.AddRange(pages[index].Findings);
            if (!loose.IsEmpty)
            {
                findings.Add(LooseRows.Finding(pages[index].Number, loose));
            }
        }

        var finished = extractedPages.MoveToImmutable();
        var (status, reason) = StatusOfPages.Of(finished);
        return new ExtractedDocument(
            file, mediaType, producer, StatusOfPages.TextLayerOf(texts, finished), status, reason,
            finished, [.. tables], reading.Sections, findings.ToImmutable());
    }

    private static ExtractedPage ToExtractedPage(PageText page, PageOutcome outcome)
    {
        var lines = ImmutableArray.CreateBuilder<ExtractedLine>();
        foreach (var line in page.Lines)
        {
            if (line.Role != LineRole.Furniture)
            {
                lines.Add(line.Line);
            }
        }

        return new ExtractedPage(
            page.Number, page.Width, page.Height, page.Rotation, outcome.State, outcome.Reason,
            page.GlyphCount, page.Tables.Length, lines.ToImmutable());
    }
}
