using Extractor.Pdf.Objects;

namespace Extractor.Pdf.Content;

/// <summary>Which optional content (8.11) is shown when the document is opened.</summary>
internal sealed class LayerStates
{
    private readonly HashSet<PdfDictionary> off = new(ReferenceEqualityComparer.Instance);

    public LayerStates(PdfDictionary catalog)
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
