using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>Which optional content (8.11) is shown when the document is opened.</summary>
internal sealed class OptionalContent
{
    private const int MaximumDepth = 8;

    /// <summary>Terms of one visibility expression that are looked at: expressions may contain themselves.</summary>
    private const int MaximumTerms = 1000;

    private readonly HashSet<PdfDictionary> off = new(ReferenceEqualityComparer.Instance);

    public OptionalContent(PdfDictionary catalog)
    {
        var properties = catalog.GetDictionary("OCProperties");
        var configuration = properties?.GetDictionary("D");
        if (properties is null || configuration is null)
        {
            return;
        }

        if (configuration.GetName("BaseState") == "OFF")
        {
            Add(properties.GetArray("OCGs"));
            Remove(configuration.GetArray("ON"));
        }

        Add(configuration.GetArray("OFF"));
    }

    /// <param name="layer">An optional content group or membership dictionary; null is always shown.</param>
    public bool IsVisible(PdfDictionary? layer)
    {
        if (layer is null || off.Count == 0)
        {
            return true;
        }

        if (layer.GetName("Type") != "OCMD")
        {
            return !off.Contains(layer);
        }

        if (layer.GetArray("VE") is { } expression)
        {
            var left = MaximumTerms;
            return Holds(expression, 0, ref left);
        }

        var (on, hidden) = Count(layer.Get("OCGs"));
        if (on + hidden == 0)
        {
            return true;
        }

        return layer.GetName("P") switch
        {
            "AllOn" => hidden == 0,
            "AnyOff" => hidden > 0,
            "AllOff" => on == 0,
            _ => on > 0,
        };
    }

    /// <summary>A visibility expression (8.11.2.2): And, Or, Not over groups and further expressions.</summary>
    private bool Holds(PdfArray expression, int depth, ref int left)
    {
        var isOr = expression.GetName(0) == "Or";
        for (var i = 1; i < expression.Count && depth < MaximumDepth && left-- > 0; i++)
        {
            var holds = expression[i] switch
            {
                PdfArray inner => Holds(inner, depth + 1, ref left),
                PdfDictionary group => !off.Contains(group),
                _ => true,
            };
            switch (expression.GetName(0))
            {
                case "Not":
                    return !holds;
                case "Or" when holds:
                    return true;
                case "And" when !holds:
                    return false;
            }
        }

        return !isOr || expression.Count <= 1;
    }

    private (int On, int Off) Count(PdfObject? groups)
    {
        switch (groups)
        {
            case PdfDictionary group:
                return off.Contains(group) ? (0, 1) : (1, 0);
            case PdfArray array:
                int on = 0, hidden = 0;
                for (var i = 0; i < array.Count; i++)
                {
                    if (array.GetDictionary(i) is { } member)
                    {
                        _ = off.Contains(member) ? hidden++ : on++;
                    }
                }

                return (on, hidden);
            default:
                return (0, 0);
        }
    }

    private void Add(PdfArray? groups)
    {
        for (var i = 0; i < (groups?.Count ?? 0); i++)
        {
            if (groups!.GetDictionary(i) is { } group)
            {
                off.Add(group);
            }
        }
    }

    private void Remove(PdfArray? groups)
    {
        for (var i = 0; i < (groups?.Count ?? 0); i++)
        {
            if (groups!.GetDictionary(i) is { } group)
            {
                off.Remove(group);
            }
        }
    }
}
