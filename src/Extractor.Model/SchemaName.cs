using System.Runtime.CompilerServices;
using System.Text;

namespace Extractor.Model;

/// <summary>
/// The names of the contract (SCHEMA.md) are the snake_case forms of the enum members of this model:
/// <c>TableKey.RevenueExpenditureSummary</c> is published as <c>revenue_expenditure_summary</c>.
/// </summary>
public static class SchemaName
{
    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<int, string> ByValue = NamesOf(typeof(TEnum));

        public static readonly Dictionary<string, int> ByName =
            ByValue.ToDictionary(static pair => pair.Value, static pair => pair.Key, StringComparer.Ordinal);
    }

    /// <summary>The published name of <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a named member.</exception>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        Names<TEnum>.ByValue.TryGetValue(Unsafe.BitCast<TEnum, int>(value), out var name)
            ? name
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Not a member of the contract.");

    /// <summary>The name of a list of values: <c>DocumentKind</c> is <c>document_kind</c>.</summary>
    public static string OfType<TEnum>()
        where TEnum : struct, Enum => ToSnakeCase(typeof(TEnum).Name);

    /// <summary>The member that is published as <paramref name="name"/>, or false where the contract has none.</summary>
    public static bool TryParse<TEnum>(string name, out TEnum value)
        where TEnum : struct, Enum
    {
        var isMember = Names<TEnum>.ByName.TryGetValue(name, out var member);
        value = Unsafe.BitCast<int, TEnum>(member);
        return isMember;
    }

    /// <summary>
    /// By value as a number: collections keyed by the list itself would be compiled once a list, a tenth of the start of the program.
    /// </summary>
    private static Dictionary<int, string> NamesOf(Type list)
    {
        var values = (int[])Enum.GetValuesAsUnderlyingType(list);
        var names = Enum.GetNames(list);
        var byValue = new Dictionary<int, string>(names.Length);
        for (var index = 0; index < names.Length; index++)
        {
            byValue.Add(values[index], ToSnakeCase(names[index]));
        }

        return byValue;
    }

    private static string ToSnakeCase(string name)
    {
        var builder = new StringBuilder(name.Length + 8);
        for (var index = 0; index < name.Length; index++)
        {
            var letter = name[index];
            if (char.IsAsciiLetterUpper(letter) || (char.IsAsciiDigit(letter) && !char.IsAsciiDigit(name[index - 1])))
            {
                if (index > 0)
                {
                    builder.Append('_');
                }

                builder.Append(char.ToLowerInvariant(letter));
            }
            else
            {
                builder.Append(letter);
            }
        }

        return builder.ToString();
    }
}
