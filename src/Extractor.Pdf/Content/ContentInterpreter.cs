using Extractor.Pdf.Files;
using Extractor.Pdf.Filters;
using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>Runs the operators of a page's content (7.8.2, annex A) and collects what they draw.</summary>
internal sealed partial class ContentInterpreter
{
    private readonly PdfLimits limits;
    private readonly DocumentResources document;
    private readonly ContentScratch scratch;
    private readonly OperandList operands;
    private readonly PathBuilder path;
    private readonly PageCanvas canvas;
    private readonly MarkedContent marked = new();
    private readonly int segmentsAtStart;
    private readonly PdfRectangle pageBox;
    private GraphicsState[] states;
    private int top;
    private Matrix textMatrix = Matrix.Identity;
    private Matrix lineMatrix = Matrix.Identity;
    private int operatorCount;
    private long bytesDecoded;
    private bool clipsNext;

    /// <summary>The user space in which the stream in hand began, which its patterns refer to (8.7.3.1).</summary>
    private Matrix patternBase;

    private ContentInterpreter(PageDictionary page, DocumentResources document, PageCanvas canvas)
    {
        limits = document.Limits;
        this.document = document;
        scratch = document.Scratch;
        operands = scratch.Operands;
        path = scratch.Path;
        path.Clear();
        operands.Clear();
        segmentsAtStart = path.SegmentsDrawn;
        states = scratch.States;
        this.canvas = canvas;
        pageBox = new PdfRectangle(0, 0, (float)page.Width, (float)page.Height);
        patternBase = Matrix.OfPage(page);
        states[0] = GraphicsState.Initial(patternBase, pageBox);
    }

    private ref GraphicsState State => ref states[top];

    /// <exception cref="PdfLimitException">The page is beyond the limits of the document.</exception>
    public static PageCanvas Read(PageDictionary page, DocumentResources document)
    {
        var canvas = new PageCanvas();
        try
        {
            var interpreter = new ContentInterpreter(page, document, canvas);
            interpreter.Run(page);
            Visibility.Resolve(canvas, interpreter.pageBox);
            return canvas;
        }
        catch
        {
            canvas.Dispose();
            throw;
        }
    }

    private void Run(PageDictionary page)
    {
        DecodedBytes content;
        try
        {
            content = page.DecodeContents();
        }
        catch (PdfFormatException e)
        {
            canvas.AddFault("The content of the page cannot be decoded: " + e.Message);
            return;
        }

        using (content)
        {
            Execute(content.Memory, document.Set(page.Resources), 0);
        }

        marked.EndTo(0, canvas.Glyphs);
        PaintAnnotations(page);
        scratch.States = states;
    }

    private void Execute(ReadOnlyMemory<byte> content, ResourceSet resources, int depth)
    {
        var bottom = top;
        var tokenizer = new PdfTokenizer(content.Span);
        while (true)
        {
            switch (tokenizer.Read())
            {
                case PdfTokenKind.EndOfData:
                    top = Math.Min(top, bottom);
                    operands.Clear();
                    return;
                case PdfTokenKind.Keyword:
                    if (++operatorCount > limits.MaximumOperatorsPerPage)
                    {
                        throw new PdfLimitException($"The page has more than {limits.MaximumOperatorsPerPage} operators.");
                    }

                    Perform(ref tokenizer, content, resources, bottom, depth);
                    operands.Clear();
                    break;
                case PdfTokenKind.ArrayStart or PdfTokenKind.ArrayEnd or PdfTokenKind.DictionaryEnd:
                    break;
                case PdfTokenKind.DictionaryStart:
                    SkipDictionary(ref tokenizer);
                    break;
                default:
                    operands.Add(tokenizer.Kind, tokenizer.HasEscapes, tokenizer.RawStart, tokenizer.RawLength, tokenizer.Number);
                    break;
            }
        }
    }

    /// <summary>Keeps the place of a dictionary as an operand; it is read when an operator wants it.</summary>
    private void SkipDictionary(ref PdfTokenizer tokenizer)
    {
        var start = tokenizer.TokenStart;
        var depth = 1;
        while (depth > 0)
        {
            switch (tokenizer.Read())
            {
                case PdfTokenKind.DictionaryStart:
                    depth++;
                    break;
                case PdfTokenKind.DictionaryEnd:
                    depth--;
                    break;
                case PdfTokenKind.EndOfData:
                    depth = 0;
                    break;
            }
        }

        operands.Add(PdfTokenKind.DictionaryStart, false, start, tokenizer.Position - start, 0);
    }

    /// <summary>The bytes of an operator as one number, for a switch.</summary>
    private static int Code(ReadOnlySpan<byte> name) => name.Length switch
    {
        1 => name[0],
        2 => (name[0] << 8) | name[1],
        3 => (name[0] << 16) | (name[1] << 8) | name[2],
        _ => 0,
    };

    private void Perform(ref PdfTokenizer tokenizer, ReadOnlyMemory<byte> content, ResourceSet resources, int bottom, int depth)
    {
        var bytes = content.Span;
        var code = Code(tokenizer.Raw);
        switch (code)
        {
            // Graphics state (8.4.4).
            case 'q':
                Save();
                break;
            case 'Q':
                if (top > bottom)
                {
                    top--;
                }

                break;
            case 'c' << 8 | 'm':
                State.Ctm = OperandMatrix().Then(State.Ctm);
                break;
            case 'w':
                State.LineWidth = Math.Abs(operands.NumberFromEnd(0));
                break;
            case 'd':
                State.IsDashed = operands.Count > 1;
                break;
            case 'g' << 8 | 's':
                ApplyState(resources.State(NameOperand(bytes)));
                break;

            // Paths (8.5).
            case 'm':
                path.MoveTo(PointX(1), PointY(1));
                break;
            case 'l':
                path.LineTo(PointX(1), PointY(1));
                break;
            case 'c' or 'v' or 'y':
                path.CurveTo(PointX(1), PointY(1));
                break;
            case 'h':
                path.Close();
                break;
            case 'r' << 8 | 'e':
                path.Rectangle(
                    State.Ctm, operands.NumberFromEnd(3), operands.NumberFromEnd(2), operands.NumberFromEnd(1), operands.NumberFromEnd(0));
                break;
            case 'S':
                Paint(fills: false, strokes: true, depth);
                break;
            case 's':
                path.Close();
                Paint(fills: false, strokes: true, depth);
                break;
            case 'f' or 'F':
                Paint(fills: true, strokes: false, depth);
                break;
            case 'f' << 8 | '*':
                Paint(fills: true, strokes: false, depth, isEvenOdd: true);
                break;
            case 'B':
                Paint(fills: true, strokes: true, depth);
                break;
            case 'B' << 8 | '*':
                Paint(fills: true, strokes: true, depth, isEvenOdd: true);
                break;
            case 'b':
                path.Close();
                Paint(fills: true, strokes: true, depth);
                break;
            case 'b' << 8 | '*':
                path.Close();
                Paint(fills: true, strokes: true, depth, isEvenOdd: true);
                break;
            case 'n':
                Paint(fills: false, strokes: false, depth);
                break;
            case 'W' or ('W' << 8 | '*'):
                clipsNext = true;
                break;
            case 's' << 8 | 'h':
                canvas.AddArea(new PaintedArea(State.Clip, canvas.Glyphs.Count, false, false, PaintColor.Pattern));
                break;

            // XObjects and inline images (8.8, 8.9.7).
            case 'D' << 8 | 'o':
                PaintObject(resources.Object(NameOperand(bytes)), resources, depth);
                break;
            case 'B' << 8 | 'I':
                PaintInlineImage(ref tokenizer, content, resources);
                break;

            // Marked content (14.6).
            case 'B' << 16 | 'D' << 8 | 'C':
                marked.Begin(ReadMark(content, resources));
                break;
            case 'B' << 16 | 'M' << 8 | 'C':
                marked.Begin(new Mark(canvas.Glyphs.Count, null, false, false));
                break;
            case 'E' << 16 | 'M' << 8 | 'C':
                marked.End(canvas.Glyphs);
                break;
            default:
                if (!PerformText(code, bytes, resources))
                {
                    PerformColor(code, bytes, resources);
                }

                break;
        }
    }

    private void Save()
    {
        if (top + 1 == states.Length)
        {
            // Unbalanced content opens states without end; what is deeper than any real page is not kept.
            if (states.Length >= 16384)
            {
                return;
            }

            Array.Resize(ref states, states.Length * 2);
        }

        states[top + 1] = states[top];
        top++;
    }

    private void ApplyState(StateChange? change)
    {
        if (change is null)
        {
            return;
        }

        ref var state = ref State;
        state.LineWidth = change.LineWidth ?? state.LineWidth;
        state.OwnFillAlpha = change.FillAlpha ?? state.OwnFillAlpha;
        state.OwnStrokeAlpha = change.StrokeAlpha ?? state.OwnStrokeAlpha;
        state.IsPlain = change.IsPlain ?? state.IsPlain;
        state.IsDashed = change.IsDashed ?? state.IsDashed;
        if (change.Font is not null)
        {
            state.Font = change.Font;
            state.FontSize = change.FontSize;
        }
    }

    private void Paint(bool fills, bool strokes, int depth, bool isEvenOdd = false)
    {
        if (path.SegmentsDrawn - segmentsAtStart > limits.MaximumSegmentsPerPage)
        {
            throw new PdfLimitException($"The page has more than {limits.MaximumSegmentsPerPage} path segments.");
        }

        if (!marked.IsHidden)
        {
            if (fills && State.FillAlpha > 0.02f)
            {
                path.PaintFill(canvas, State, isEvenOdd);
            }

            if (strokes)
            {
                path.PaintStroke(canvas, State);
            }
        }

        if (clipsNext)
        {
            // A path of several parts is reduced to the box around them.
            var clip = State.Clip.Intersect(path.Bounds());
            State.Clip = clip.Width < 0 || clip.Height < 0 ? new PdfRectangle(clip.Left, clip.Top, clip.Left, clip.Top) : clip;
            clipsNext = false;
        }

        var tiled = path.Bounds();
        path.Clear();
        if (fills && State.FillPattern is { } pattern && !marked.IsHidden)
        {
            PaintTiles(pattern, State.Clip.Intersect(tiled), depth);
        }
    }

    private Matrix OperandMatrix() => new(
        operands.NumberFromEnd(5),
        operands.NumberFromEnd(4),
        operands.NumberFromEnd(3),
        operands.NumberFromEnd(2),
        operands.NumberFromEnd(1),
        operands.NumberFromEnd(0));

    private float PointX(int x) => State.Ctm.X(operands.NumberFromEnd(x), operands.NumberFromEnd(x - 1));

    private float PointY(int x) => State.Ctm.Y(operands.NumberFromEnd(x), operands.NumberFromEnd(x - 1));

    /// <summary>The last operand, if it is a name.</summary>
    private ReadOnlySpan<byte> NameOperand(ReadOnlySpan<byte> content)
    {
        for (var i = operands.Count - 1; i >= 0; i--)
        {
            if (operands[i].Kind == PdfTokenKind.Name)
            {
                return content.Slice(operands[i].Start, operands[i].Length);
            }
        }

        return default;
    }
}
