using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Conventions.Rules;

/// <summary>Whether a type's values can change once constructed, as far as its public face shows.</summary>
internal static class Immutability
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] ChangeableCollections = ["System.Collections.Generic", "System.Collections.Concurrent",
        "System.Collections"];

    public static IReadOnlyList<string> Faults(Type type)
    {
        var faults = new List<string>();
        if (type is { IsClass: true, IsSealed: false, IsAbstract: false })
        {
            faults.Add($"{type.FullName} is not sealed");
        }

        if (type is { IsValueType: true, IsEnum: false } && !type.IsDefined(typeof(IsReadOnlyAttribute)))
        {
            faults.Add($"{type.FullName} is not readonly");
        }

        foreach (var property in type.GetProperties(Declared))
        {
            if (property.SetMethod is { IsPublic: true } setter && !IsInit(setter))
            {
                faults.Add($"{type.FullName}.{property.Name} can be set");
            }

            if (IsChangeable(property.PropertyType))
            {
                faults.Add($"{type.FullName}.{property.Name} is a {property.PropertyType.Name}");
            }
        }

        faults.AddRange(type.GetFields(Declared)
            .Where(static field => field is { IsInitOnly: false, IsLiteral: false } || IsChangeable(field.FieldType))
            .Where(field => !type.IsEnum)
            .Select(field => $"{type.FullName}.{field.Name} is a field that can change"));
        return faults;
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    /// <summary>Collections other than the immutable ones; an array wherever it stands.</summary>
    private static bool IsChangeable(Type type) =>
        type.IsArray
        || (type.Namespace is { } name && ChangeableCollections.Contains(name, StringComparer.Ordinal))
        || (type.IsGenericType && type.Namespace != typeof(ImmutableArray).Namespace && type.GetGenericArguments().Any(IsChangeable));
}
