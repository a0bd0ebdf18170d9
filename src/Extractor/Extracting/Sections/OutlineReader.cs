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
    private OpenSection? unheaded;
    private bool inTablesPart;

    private OutlineReader(int tableCount)
    {
        contexts = new ImmutableArray<string>[tableCount];
        Array.Fill(contexts, []);
    }

    public static Outline Read(ImmutableArray<FlowItem> flow, ContentsList contents, int tableCount)
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
            contexts[ordinal - 1] = [.. open.Select(static section => section.Heading).OfType<string>()];
        }
    }

    private void AddHeading(NarrativeParagraph paragraph, Heading heading)
    {
        if (heading.Role == HeadingRole.TextPart)
        {
            inTablesPart = false;
            open.Clear();
            AddUnheaded(paragraph);
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
            paragraph,
            paragraph.PageFirst);
        open.Add(section);
        if (!isSection)
        {
            AddUnheaded(paragraph);
            return;
        }

        unheaded = null;
        all.Add(section);
    }

    private void AddParagraph(NarrativeParagraph paragraph)
    {
        if (inTablesPart || open.Count == 0)
        {
            AddUnheaded(paragraph);
        }
        else
        {
            open[^1].Add(paragraph);
        }
    }

    /// <summary>
    /// Text that stands under no heading is a section all the same: the cover, text before the first heading, dividers of the tables.
    /// </summary>
    private void AddUnheaded(NarrativeParagraph paragraph)
    {
        if (unheaded is null)
        {
            unheaded = new OpenSection(all.Count + 1, 1, null, null, paragraph.PageFirst);
            all.Add(unheaded);
        }

        unheaded.Add(paragraph);
    }

    private sealed class OpenSection(int ordinal, int depth, int? parent, NarrativeParagraph? heading, int pageFirst)
    {
        private readonly ImmutableArray<ExtractedParagraph>.Builder paragraphs = ImmutableArray.CreateBuilder<ExtractedParagraph>();
        private int pageLast = heading?.PageLast ?? pageFirst;

        public int Ordinal => ordinal;

        public int Depth => depth;

        public string? Heading => heading?.PrintedText;

        public void Add(NarrativeParagraph paragraph)
        {
            paragraphs.Add(paragraph.Paragraph);
            pageLast = paragraph.PageLast;
        }

        public ExtractedSection Close() => new(
            ordinal, depth, parent, heading?.PrintedText, pageFirst, pageLast, paragraphs.ToImmutable());
    }
}
