using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Files;

/// <summary>A page object (7.7.3.3) with what it inherits from the page tree.</summary>
internal sealed class PageDictionary
{
    private readonly PdfLimits limits;

    private PageDictionary(PageDictionary page, int rotation)
    {
        limits = page.limits;
        Dictionary = page.Dictionary;
        Resources = page.Resources;
        CropBox = page.CropBox;
        UserUnit = page.UserUnit;
        Rotation = rotation;
    }

    /// <param name="dictionary">That of <paramref name="node"/>, which is there.</param>
    public PageDictionary(PdfDictionary dictionary, PageTreeNode node, PdfLimits limits)
    {
        this.limits = limits;
        Dictionary = dictionary;
        Resources = PdfDictionary.ToDictionary(node.GetInherited("Resources")) ?? PdfDictionary.Empty;
        var media = PageBox.Of(node.GetInherited("MediaBox")) ?? PageBox.Letter;
        var cropped = (PageBox.Of(node.GetInherited("CropBox")) ?? media).Intersect(media);
        CropBox = cropped.IsEmpty ? media : cropped;
        var unit = dictionary.GetNumber("UserUnit", 1);
        UserUnit = unit is > 0 and <= 1000 ? unit : 1;
        var turned = PdfDictionary.ToInteger(node.GetInherited("Rotate"), 0) % 360;
        Rotation = turned % 90 == 0 ? (turned + 360) % 360 : 0;
    }

    public PdfDictionary Dictionary { get; }

    /// <summary>Inherited from the page tree where the page has none of its own; empty when nowhere.</summary>
    public PdfDictionary Resources { get; }

    /// <summary>What a reader sees of the page: within the MediaBox, never empty.</summary>
    public PageBox CropBox { get; }

    /// <summary>Points of 1/72 inch to a unit of user space.</summary>
    public double UserUnit { get; }

    /// <summary>0, 90, 180 or 270.</summary>
    public int Rotation { get; }

    /// <summary>Of the upright page, in points.</summary>
    public double Width => (Rotation is 90 or 270 ? CropBox.Height : CropBox.Width) * UserUnit;

    /// <summary>Of the upright page, in points.</summary>
    public double Height => (Rotation is 90 or 270 ? CropBox.Width : CropBox.Height) * UserUnit;

    /// <summary>The same page, turned clockwise by so many degrees more than it says.</summary>
    public PageDictionary Turned(int degrees) => new(this, (Rotation + degrees) % 360);

    /// <summary>
    /// The decoded streams of /Contents (7.8.2), white space between them: they are cut between tokens, but one reads as it goes on.
    /// </summary>
    public DecodedBytes DecodeContents()
    {
        var streams = ContentStreams();
        switch (streams.Count)
        {
            case 0:
                return new DecodedBytes(ReadOnlyMemory<byte>.Empty);
            case 1:
                return streams[0].DecodePooled();
            default:
                using (var joined = new ByteSink(64 * 1024, limits.MaximumStreamBytes))
                {
                    foreach (var stream in streams)
                    {
                        using var part = stream.DecodePooled();
                        joined.Write(part.Span);
                        joined.Write((byte)'\n');
                    }

                    return joined.Detach();
                }
        }
    }

    /// <summary>The streams of /Contents in their order (7.8.2).</summary>
    public IReadOnlyList<PdfStream> ContentStreams()
    {
        switch (Dictionary.Get("Contents"))
        {
            case PdfStream single:
                return [single];
            case PdfArray parts:
                var streams = new List<PdfStream>();
                for (var index = 0; index < parts.Count; index++)
                {
                    if (parts.GetStream(index) is { } stream)
                    {
                        streams.Add(stream);
                    }
                }

                return streams;
            default:
                return [];
        }
    }
}
