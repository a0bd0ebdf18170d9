using System.Collections.Immutable;
using Extractor.Model.Documents;

namespace Extractor.Extracting.Sections;

/// <summary>The sections of a document and the headings above each of its tables.</summary>
internal sealed record Outline(
    ImmutableArray<ExtractedSection> Sections, ImmutableArray<ImmutableArray<string>> TableContexts);

/// <summary>
/// Splits the flow at its headings. The part that holds the tables (表格部分, 第二部分 部门预算表) is no narrative: its
/// headings give the tables their context and are no sections.
/// </summary>
internal sealed class OutlineReader
{
    private readonly ImmutableArray<ExtractedSection>.Builder sections = ImmutableArray.CreateBuilder<ExtractedSection>();
    private readonly ImmutableArray<string>[] contexts;
    private readonly List<OpenSection> open = [];
    private readonly List<OpenSection> all = [];
    private bool inTablesPart;

    private OutlineReader(int tableCount)
    {
        contexts = new ImmutableArray<string>[tableCount];
        Array.Fill(contexts, []);
    }

    public static Outline Read(ImmutableArray<FlowItem> flow, HashSet<string> contents, int tableCount)
    {
        var reader = new OutlineReader(tableCount);
        var headings = HeadingFinder.Find(flow, contents);
        for (var index = 0; index < flow.Length; index++)
        {
            var item = flow[index];
            if (item.Paragraph is null)
            {
                reader.AddTable(item.TableOrdinal);
            }
            else if (headings[index] is { } heading)
            {
                reader.AddHeading(item.Paragraph, heading);
            }
            else
            {
                reader.AddParagraph(item.Paragraph);
            }
        }

        foreach (var section in reader.all)
        {
            reader.sections.Add(section.Close());
        }

        return new Outline(reader.sections.ToImmutable(), [.. reader.contexts]);
    }

    private void AddTable(int ordinal)
    {
        if (ordinal >= 1 && ordinal <= contexts.Length)
        {
            contexts[ordinal - 1] = [.. open.Select(static section => section.Heading)];
        }
    }

    private void AddHeading(NarrativeParagraph paragraph, Heading heading)
    {
        if (heading.Role == HeadingRole.TextPart)
        {
            inTablesPart = false;
            open.Clear();
            return;
        }

        if (heading.Role == HeadingRole.TablesPart)
        {
            inTablesPart = true;
            open.Clear();
        }
        else if (heading.Depth == 1)
        {
            inTablesPart = false;
        }

        while (open.Count > 0 && open[^1].Depth >= heading.Depth)
        {
            open.RemoveAt(open.Count - 1);
        }

        var isSection = !inTablesPart;
        var section = new OpenSection(
            isSection ? all.Count + 1 : 0,
            heading.Depth,
            open.Count > 0 && open[^1].Ordinal > 0 ? open[^1].Ordinal : null,
            paragraph);
        open.Add(section);
        if (isSection)
        {
            all.Add(section);
        }
    }

    private void AddParagraph(NarrativeParagraph paragraph)
    {
        if (!inTablesPart && open.Count > 0)
        {
            open[^1].Add(paragraph);
        }
    }

    private sealed class OpenSection(int ordinal, int depth, int? parent, NarrativeParagraph heading)
    {
        private readonly ImmutableArray<ExtractedParagraph>.Builder paragraphs = ImmutableArray.CreateBuilder<ExtractedParagraph>();
        private int pageLast = heading.PageLast;

        public int Ordinal => ordinal;

        public int Depth => depth;

        public string Heading => heading.PrintedText;

        public void Add(NarrativeParagraph paragraph)
        {
            paragraphs.Add(paragraph.Paragraph);
            pageLast = paragraph.PageLast;
        }

        public ExtractedSection Close() => new(
            ordinal, depth, parent, heading.PrintedText, heading.PageFirst, pageLast, paragraphs.ToImmutable());
    }
}
