using System.Reflection;

namespace Conventions.Rules;

/// <summary>
/// Layers are namespaces below one root, the lowest first; each may use what lies below it. Types of the root itself are of two kinds:
/// those that use no layer are words that every layer may use, the others stand above all layers. Checked in the assembly.
/// </summary>
internal static class LayerOrder
{
    /// <summary>Uses that go upwards or sideways, as <c>Namespace.Type -> Namespace.Type</c>.</summary>
    /// <param name="layers">From the lowest to the highest; namespaces of one layer may not use each other.</param>
    public static IReadOnlyList<string> Violations(Assembly assembly, string rootNamespace, IReadOnlyList<IReadOnlyList<string>> layers)
    {
        var uses = assembly.GetTypes()
            .Where(type => HeightOf(type, rootNamespace, layers) is not null)
            .ToDictionary(static type => type, static type => TypeUse.Of(type));
        var words = uses
            .Where(use => use.Key.Namespace == rootNamespace && !use.Value.Any(other => IsOfLayer(other, rootNamespace, layers)))
            .Select(static use => use.Key)
            .ToHashSet();
        return
        [
            .. from use in uses
               from other in use.Value
               let otherHeight = HeightOf(other, rootNamespace, layers)
               where otherHeight is not null && other.Namespace != use.Key.Namespace && !words.Contains(other)
               where otherHeight >= HeightOf(use.Key, rootNamespace, layers)
               let arrow = $"{use.Key.FullName} -> {other.FullName}"
               orderby arrow
               select arrow,
        ];
    }

    /// <summary>Namespaces of the assembly that no layer names.</summary>
    public static IReadOnlyList<string> Strays(Assembly assembly, string rootNamespace, IReadOnlyList<IReadOnlyList<string>> layers) =>
        [.. assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith(rootNamespace, StringComparison.Ordinal) == true)
            .Where(type => HeightOf(type, rootNamespace, layers) is null)
            .Select(static type => type.Namespace!)
            .Distinct()
            .Order(StringComparer.Ordinal)];

    private static bool IsOfLayer(Type type, string rootNamespace, IReadOnlyList<IReadOnlyList<string>> layers) =>
        HeightOf(type, rootNamespace, layers) is { } height && height < layers.Count;

    /// <summary>From 0; the root is the highest; null for what is neither.</summary>
    private static int? HeightOf(Type type, string rootNamespace, IReadOnlyList<IReadOnlyList<string>> layers)
    {
        if (type.Namespace == rootNamespace)
        {
            return layers.Count;
        }

        for (var height = 0; height < layers.Count; height++)
        {
            if (layers[height].Any(name => type.Namespace == $"{rootNamespace}.{name}"))
            {
                return height;
            }
        }

        return null;
    }
}
