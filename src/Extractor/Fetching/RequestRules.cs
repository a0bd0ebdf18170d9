using System.Globalization;

namespace Extractor.Fetching;

/// <summary>What a request may say.</summary>
public static class RequestRules
{
    /// <summary>Departments publish budgets since 2010; older years are typing errors, with room for archives.</summary>
    private const int FirstYear = 2000;

    private const int LastYear = 2099;

    /// <summary>GB/T 2260: six digits.</summary>
    public static bool IsDivisionCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 6 && text.All(char.IsAsciiDigit);
    }

    public static bool TryParseFiscalYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= FirstYear and <= LastYear;
}
