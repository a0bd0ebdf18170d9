using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>Form XObjects, images, inline images and the property lists of marked content.</summary>
internal sealed partial class ContentInterpreter
{
    /// <summary>Bytes of an /ActualText that can stand for single glyphs; that of whole paragraphs is passed over.</summary>
    private const int MaximumActualText = 1024;

    private readonly HashSet<PdfStream> openForms = new(ReferenceEqualityComparer.Instance);

    private void PaintObject(PaintableObject? painted, ResourceSet resources, int depth)
    {
        if (painted is null || !painted.IsVisible)
        {
            return;
        }

        if (!painted.IsForm)
        {
            PaintImage(painted.Stream);
            return;
        }

        if (depth >= limits.MaximumDepth || !openForms.Add(painted.Stream))
        {
            canvas.AddFault("A form XObject contains itself or is nested too deeply; it is left out.");
            return;
        }

        try
        {
            PaintForm(painted, resources, depth);
        }
        finally
        {
            openForms.Remove(painted.Stream);
        }
    }

    private void PaintForm(PaintableObject form, ResourceSet resources, int depth)
    {
        DecodedBytes content;
        try
        {
            content = document.Form(form.Stream);
        }
        catch (PdfFormatException e)
        {
            canvas.AddFault("A form XObject cannot be decoded: " + e.Message);
            return;
        }

        using (content)
        {
            bytesDecoded += content.Span.Length;
            if (bytesDecoded > 2L * limits.MaximumStreamBytes)
            {
                throw new PdfLimitException($"The forms of the page are more than {2L * limits.MaximumStreamBytes} bytes.");
            }

            var dictionary = form.Stream.Dictionary;
            var savedTop = top;
            var savedText = textMatrix;
            var savedLine = lineMatrix;
            var marks = marked.Depth;
            Save();
            ref var state = ref State;
            state.Ctm = Matrix.Of(dictionary.GetArray("Matrix")).Then(state.Ctm);
            if (dictionary.GetArray("BBox") is { Count: >= 4 } box)
            {
                var bounds = state.Ctm.Bounds(box.GetNumber(0), box.GetNumber(1), box.GetNumber(2), box.GetNumber(3));
                var clip = state.Clip.Intersect(bounds);
                state.Clip = clip.Width < 0 || clip.Height < 0 ? new PdfRectangle(clip.Left, clip.Top, clip.Left, clip.Top) : clip;
            }

            if (dictionary.GetDictionary("Group") is not null)
            {
                state.BeginGroup();
            }

            if (form.IsWatermark)
            {
                marked.Begin(new Mark(canvas.Glyphs.Count, null, false, true));
            }

            path.Clear();
            operands.Clear();
            var savedBase = patternBase;
            patternBase = state.Ctm;
            var own = dictionary.GetDictionary("Resources");
            Execute(content.Memory, own is null ? resources : document.Set(own), depth + 1);
            marked.EndTo(marks, canvas.Glyphs);
            patternBase = savedBase;
            top = savedTop;
            textMatrix = savedText;
            lineMatrix = savedLine;
            path.Clear();
        }
    }

    private void PaintImage(PdfStream stream)
    {
        if (marked.IsHidden)
        {
            return;
        }

        // An image fills the unit square of user space (8.9.3).
        ref var state = ref State;
        var box = state.Ctm.Bounds(0, 0, 1, 1).Intersect(state.Clip);
        if (box.Width < 0 || box.Height < 0 || (box.Width < 0.01f && box.Height < 0.01f))
        {
            return;
        }

        var dictionary = stream.Dictionary;
        var isMask = dictionary.GetBoolean("ImageMask") || dictionary.GetBoolean("IM");
        if (Math.Min(box.Width, box.Height) < 2 && Math.Max(box.Width, box.Height) > 4)
        {
            // A line drawn as an image.
            PathBuilder.AddFill(canvas, state, box, isMask ? state.Fill : PaintColor.Black, fillsBox: true);
            return;
        }

        var isOpaque = !isMask && state.FillsOpaquely && IsUpright(state.Ctm)
            && !dictionary.Contains("SMask") && !dictionary.Contains("Mask") && dictionary.GetInteger("SMaskInData") == 0;
        canvas.AddArea(new PaintedArea(box, canvas.Glyphs.Count, isOpaque, true, PaintColor.Pattern));
        if (canvas.Images.Count < limits.MaximumOperatorsPerPage / 100)
        {
            canvas.Images.Add(new DrawnImage(box, stream));
        }
    }

    private static bool IsUpright(in Matrix matrix) =>
        (Math.Abs(matrix.B) + Math.Abs(matrix.C) < 1e-3 * (Math.Abs(matrix.A) + Math.Abs(matrix.D)))
        || (Math.Abs(matrix.A) + Math.Abs(matrix.D) < 1e-3 * (Math.Abs(matrix.B) + Math.Abs(matrix.C)));

    /// <summary>BI dictionary ID bytes EI (8.9.7).</summary>
    private void PaintInlineImage(ref PdfTokenizer tokenizer, ReadOnlyMemory<byte> content, ResourceSet resources)
    {
        var keys = new List<string>();
        var values = new List<PdfObject>();
        while (tokenizer.Read() == PdfTokenKind.Name)
        {
            keys.Add(InlineImage.FullKey(tokenizer.DecodeName()));
            if (tokenizer.Read() == PdfTokenKind.EndOfData)
            {
                return;
            }

            values.Add(PdfObjectOrNull(ref tokenizer));
        }

        if (!tokenizer.IsKeyword("ID"u8))
        {
            return;
        }

        // A colour space that the resources of the page define.
        var space = keys.IndexOf("ColorSpace");
        if (space >= 0 && values[space] is PdfName name &&
            resources.Dictionary.GetDictionary("ColorSpace")?.Get(name.Value) is { } defined)
        {
            values[space] = defined;
        }

        var dictionary = new PdfDictionary([.. keys], [.. values]);
        var start = Math.Min(tokenizer.Position + 1, content.Length);
        var length = InlineImage.FindLength(content.Span[start..], dictionary, out var next);
        tokenizer.Position = start + next;

        // The buffer of the content goes back to its pool; the image has to have its own bytes.
        PaintImage(new PdfStream(dictionary, content.Slice(start, length).ToArray()));
    }

    private static PdfObject PdfObjectOrNull(ref PdfTokenizer tokenizer) => ObjectParser.ReadOperand(ref tokenizer, null);

    private Mark ReadMark(ReadOnlyMemory<byte> content, ResourceSet resources)
    {
        var bytes = content.Span;
        string? actualText = null;
        var isHidden = false;
        var isWatermark = false;
        var tag = operands.Count > 0 && operands[0].Kind == PdfTokenKind.Name
            ? bytes.Slice(operands[0].Start, operands[0].Length)
            : default;
        PdfDictionary? properties = null;
        if (operands.Count > 1)
        {
            ref readonly var last = ref operands[operands.Count - 1];
            var raw = bytes.Slice(last.Start, last.Length);
            if (last.Kind == PdfTokenKind.Name)
            {
                properties = resources.Properties(raw);
            }
            else if (last.Kind == PdfTokenKind.DictionaryStart
                && (raw.IndexOf("ActualText"u8) >= 0 || raw.IndexOf("Watermark"u8) >= 0))
            {
                var parser = new PdfTokenizer(raw);
                parser.Read();
                properties = ObjectParser.ReadOperand(ref parser, null) as PdfDictionary;
            }
        }

        if (properties is not null)
        {
            actualText = properties.GetString("ActualText") is { Bytes.Length: <= MaximumActualText } stated ? stated.ToText() : null;
            isHidden = tag.SequenceEqual("OC"u8) && !document.Layers.IsVisible(properties);
            isWatermark = tag.SequenceEqual("Artifact"u8) && properties.GetName("Subtype") == "Watermark";
        }

        return new Mark(canvas.Glyphs.Count, actualText, isHidden, isWatermark);
    }
}
