namespace Extractor.Pdf.Objects;

/// <summary>The three classes of characters that PDF syntax knows (7.2.3), with the starts of numbers marked.</summary>
internal static class CharacterClass
{
    public const byte Regular = 0;
    public const byte WhiteSpace = 1;
    public const byte Delimiter = 2;

    /// <summary>A regular character with which a number may start: digit, sign or point.</summary>
    public const byte NumberStart = 4;

    private static readonly byte[] Classes = BuildClasses();

    /// <summary>Value of a hexadecimal digit, 255 for any other byte.</summary>
    private static readonly byte[] HexValues = BuildHexValues();

    public static byte Of(byte value) => Classes[value];

    public static bool IsWhiteSpace(byte value) => Classes[value] == WhiteSpace;

    public static bool IsRegular(byte value) => (Classes[value] & (WhiteSpace | Delimiter)) == 0;

    public static bool IsDigit(byte value) => (uint)(value - '0') <= 9;

    public static byte HexValue(byte value) => HexValues[value];

    private static byte[] BuildClasses()
    {
        var classes = new byte[256];
        foreach (var white in "\0\t\n\f\r "u8)
        {
            classes[white] = WhiteSpace;
        }

        foreach (var delimiter in "()<>[]{}/%"u8)
        {
            classes[delimiter] = Delimiter;
        }

        foreach (var start in "0123456789+-."u8)
        {
            classes[start] = NumberStart;
        }

        return classes;
    }

    private static byte[] BuildHexValues()
    {
        var values = new byte[256];
        Array.Fill(values, (byte)255);
        for (var digit = 0; digit < 10; digit++)
        {
            values['0' + digit] = (byte)digit;
        }

        for (var letter = 0; letter < 6; letter++)
        {
            values['a' + letter] = (byte)(10 + letter);
            values['A' + letter] = (byte)(10 + letter);
        }

        return values;
    }
}
