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
    private readonly ImmutableArray<ExtractedSection>.Builder _sections = ImmutableArray.CreateBuilder<ExtractedSection>();
    private readonly ImmutableArray<string>[] _contexts;
    private readonly List<OpenSection> _open = [];
    private readonly List<OpenSection> _all = [];
    private bool _inTablesPart;

    private OutlineReader(int tableCount)
    {
        _contexts = new ImmutableArray<string>[tableCount];
        Array.Fill(_contexts, []);
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

        foreach (var section in reader._all)
        {
            reader._sections.Add(section.Close());
        }

        return new Outline(reader._sections.ToImmutable(), [.. reader._contexts]);
    }

    private void AddTable(int ordinal)
    {
        if (ordinal >= 1 && ordinal <= _contexts.Length)
        {
            _contexts[ordinal - 1] = [.. _open.Select(static section => section.Heading)];
        }
    }

    private void AddHeading(NarrativeParagraph paragraph, Heading heading)
    {
        if (heading.Role == HeadingRole.TextPart)
        {
            _inTablesPart = false;
            _open.Clear();
            return;
        }

        if (heading.Role == HeadingRole.TablesPart)
        {
            _inTablesPart = true;
            _open.Clear();
        }
        else if (heading.Depth == 1)
        {
            _inTablesPart = false;
        }

        while (_open.Count > 0 && _open[^1].Depth >= heading.Depth)
        {
            _open.RemoveAt(_open.Count - 1);
        }

        var isSection = !_inTablesPart;
        var section = new OpenSection(
            isSection ? _all.Count + 1 : 0,
            heading.Depth,
            _open.Count > 0 && _open[^1].Ordinal > 0 ? _open[^1].Ordinal : null,
            paragraph);
        _open.Add(section);
        if (isSection)
        {
            _all.Add(section);
        }
    }

    private void AddParagraph(NarrativeParagraph paragraph)
    {
        if (!_inTablesPart && _open.Count > 0)
        {
            _open[^1].Add(paragraph);
        }
    }

    private sealed class OpenSection(int ordinal, int depth, int? parent, NarrativeParagraph heading)
    {
        private readonly ImmutableArray<ExtractedParagraph>.Builder _paragraphs = ImmutableArray.CreateBuilder<ExtractedParagraph>();
        private int _pageLast = heading.PageLast;

        public int Ordinal => ordinal;

        public int Depth => depth;

        public string Heading => heading.PrintedText;

        public void Add(NarrativeParagraph paragraph)
        {
            _paragraphs.Add(paragraph.Paragraph);
            _pageLast = paragraph.PageLast;
        }

        public ExtractedSection Close() => new(
            ordinal, depth, parent, heading.PrintedText, heading.PageFirst, _pageLast, _paragraphs.ToImmutable());
    }
}
