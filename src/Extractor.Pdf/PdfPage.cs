using Extractor.Pdf.Content;
using Extractor.Pdf.Files;
using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf;

/// <summary>One page. Width and height are those of the upright page (CropBox, /Rotate and UserUnit applied), in points.</summary>
public sealed class PdfPage
{
    internal PdfPage(PdfDocument document, int number, PdfDictionary dictionary, PageTreeNode node)
    {
        Document = document;
        Number = number;
        Dictionary = dictionary;
        Resources = PdfDictionary.ToDictionary(node.GetInherited("Resources")) ?? PdfDictionary.Empty;
        MediaBox = PageBox.Of(node.GetInherited("MediaBox")) ?? PageBox.Letter;
        var cropped = (PageBox.Of(node.GetInherited("CropBox")) ?? MediaBox).Intersect(MediaBox);
        CropBox = cropped.IsEmpty ? MediaBox : cropped;
        var unit = dictionary.GetNumber("UserUnit", 1);
        UserUnit = unit is > 0 and <= 1000 ? unit : 1;
        var turned = PdfDictionary.ToInteger(node.GetInherited("Rotate"), 0) % 360;
        Rotation = turned % 90 == 0 ? (turned + 360) % 360 : 0;
    }

    public int Number { get; }

    public double Width => (Rotation is 90 or 270 ? CropBox.Height : CropBox.Width) * UserUnit;

    public double Height => (Rotation is 90 or 270 ? CropBox.Width : CropBox.Height) * UserUnit;

    /// <summary>0, 90, 180 or 270; already applied to everything that <see cref="Read"/> returns.</summary>
    public int Rotation { get; }

    internal PdfDocument Document { get; }

    internal PdfDictionary Dictionary { get; }

    /// <summary>Inherited from the page tree where the page has none of its own; empty when nowhere.</summary>
    internal PdfDictionary Resources { get; }

    internal PageBox MediaBox { get; }

    /// <summary>What a reader sees of the page: within the MediaBox, never empty.</summary>
    internal PageBox CropBox { get; }

    /// <summary>Points of 1/72 inch to a unit of user space.</summary>
    internal double UserUnit { get; }

    /// <summary>
    /// Reads everything that is drawn. What cannot be read is told in <see cref="PageContent.Faults"/>, the rest is returned.
    /// Dispose the result to give its buffers back; its spans are not to be used afterwards.
    /// </summary>
    /// <exception cref="PdfLimitException">The page is beyond the limits of the document.</exception>
    public PageContent Read() => ContentInterpreter.Read(this);

    /// <summary>The streams of /Contents in their order (7.8.2).</summary>
    internal IReadOnlyList<PdfStream> GetContentStreams()
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

    /// <summary>
    /// The decoded streams of /Contents, white space between them: they are cut between tokens, but one reads as it goes on.
    /// </summary>
    internal DecodedBytes DecodeContents()
    {
        var streams = GetContentStreams();
        switch (streams.Count)
        {
            case 0:
                return new DecodedBytes(ReadOnlyMemory<byte>.Empty);
            case 1:
                return streams[0].DecodePooled();
            default:
                using (var joined = new ByteSink(64 * 1024, Document.Limits.MaximumStreamBytes))
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
}
