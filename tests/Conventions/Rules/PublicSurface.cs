using System.Reflection;

namespace Conventions.Rules;

/// <summary>What users of an assembly can name, one line a type or member, sorted: a change of it is a decision.</summary>
internal static class PublicSurface
{
    private static readonly HashSet<string> OfRecords =
        ["ToString", "GetHashCode", "Equals", "op_Equality", "op_Inequality", "<Clone>$", "Deconstruct", "EqualityContract"];

    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes()
            .SelectMany(static type => MembersOf(type).Prepend($"{type.FullName} : {KindOf(type)}"))
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> MembersOf(Type type)
    {
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var member in type.GetMembers(Declared).Where(member => !OfRecords.Contains(member.Name)))
        {
            var text = member switch
            {
                FieldInfo { IsSpecialName: false } field => $"{field.Name} : {NameOf(field.FieldType)}"
                    + (field.IsLiteral && type.IsEnum ? $" = {field.GetRawConstantValue()}" : string.Empty),
                PropertyInfo property => $"{property.Name} : {NameOf(property.PropertyType)}" +
                    (property.CanWrite ? " { get; init; }" : " { get; }"),
                MethodInfo { IsSpecialName: false } method => $"{method.Name}({ParametersOf(method)}) : {NameOf(method.ReturnType)}",
                ConstructorInfo constructor => $"new({ParametersOf(constructor)})",
                _ => null,
            };
            if (text is not null)
            {
                yield return $"{type.FullName}.{text}";
            }
        }
    }

    private static string KindOf(Type type) => type.IsEnum ? "enum"
        : type.IsValueType ? "struct"
        : type.IsAbstract && type.IsSealed ? "static class"
        : (type.IsAbstract ? "abstract class" : "class") +
            (type.BaseType == typeof(object) ? string.Empty : $" of {NameOf(type.BaseType!)}");

    private static string ParametersOf(MethodBase method) => string.Join(
        ", ", method.GetParameters().Select(static parameter => $"{NameOf(parameter.ParameterType)} {parameter.Name}"));

    private static string NameOf(Type type)
    {
        if (type.IsByRef)
        {
            return "ref " + NameOf(type.GetElementType()!);
        }

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}" +
                $"<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : type.Name;
    }
}
