using System.Collections.Immutable;
using System.Reflection;
using Extractor.Model.Documents;

namespace Extractor.Tests.Runs.Artifacts;

/// <summary>Records in which every property has a value of its own, as far as its type has so many.</summary>
internal static class FilledRecords
{
    private const int ItemsOfAList = 2;

    public static T Fill<T>()
    {
        var number = 0;
        return (T)Fill(typeof(T), ref number);
    }

    private static object Fill(Type type, ref int number)
    {
        number++;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            return Enum.ToObject(type, 1 + (number % Math.Max(1, Enum.GetValues(type).Length - 1)));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var items = Array.CreateInstance(type.GetGenericArguments()[0], ItemsOfAList);
            for (var index = 0; index < ItemsOfAList; index++)
            {
                items.SetValue(Fill(type.GetGenericArguments()[0], ref number), index);
            }

            return Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic, null, [items], null)!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>))
        {
            var empty = type.GetField("Empty")!.GetValue(null)!;
            var key = Fill(type.GetGenericArguments()[0], ref number);
            return type.GetMethod("Add")!.Invoke(empty, [key, Fill(type.GetGenericArguments()[1], ref number)])!;
        }

        return type switch
        {
            _ when type == typeof(string) => $"文{number}",
            _ when type == typeof(int) => number % 2 == 0 ? number : -number,
            _ when type == typeof(bool) => true,
            _ when type == typeof(double) => number + (number % 2 == 0 ? 0.25 : 1 / 3d),
            _ when type == typeof(float) => number + 0.1f,
            _ when type == typeof(decimal) => (number % 2 == 0 ? 1 : -1) * (number + 12_345_678_901_234_567_890.10m),
            _ when type == typeof(DocumentId) => DocumentId.Of([(byte)number]),
            _ => Record(type, ref number),
        };
    }

    private static object Record(Type type, ref int number)
    {
        var constructor = type.GetConstructors().MaxBy(static candidate => candidate.GetParameters().Length)!;
        var arguments = new List<object>();
        foreach (var parameter in constructor.GetParameters())
        {
            arguments.Add(Fill(parameter.ParameterType, ref number));
        }

        var record = constructor.Invoke([.. arguments]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite
            && !constructor.GetParameters().Any(parameter => parameter.Name == property.Name)))
        {
            property.SetValue(record, Fill(property.PropertyType, ref number));
        }

        return record;
    }
}
