using Extractor.Normalizing.Maps;

namespace Extractor.Tests.Normalizing;

public sealed class MapTableTests
{
    [Fact]
    public void Read_QuotedFieldsOverLines_RowsKeepTheirFirstLine()
    {
        var faults = new MapFaults();

        var rows = MapTable.Read(new MapFile("m.csv", "\ufeffcode,name\r\n1,\"a, \"\"b\"\"\nc\"\r\n2,d"), ["code", "name"], faults).Rows;

        Assert.Equal(0, faults.Count);
        Assert.Equal([(2, "1", "a, \"b\"\nc"), (4, "2", "d")], rows.Select(static row => (row.Line, row["code"], row["name"])));
    }

    [Fact]
    public void Read_FaultsOfEveryKind_AreToldWithTheirLine()
    {
        var faults = new MapFaults();

        var rows = MapTable.Read(new MapFile("m.csv", "code,name\n1,\"a\"b\n\n2\n3,c\n4,\"d\n"), ["code", "name"], faults).Rows;

        var message = Assert.Throws<InvalidDataException>(faults.ThrowIfAny).Message;
        Assert.All(["m.csv:2: ", "m.csv:3: empty line", "m.csv:4: 1 fields, expected 2", "m.csv:6: "], fault => Assert.Contains(fault, message, StringComparison.Ordinal));
        Assert.Contains("3", rows.Select(static row => row["code"]));
    }

    [Theory]
    [InlineData("code;name\n1;a\n")]
    [InlineData("")]
    public void Read_OtherHeader_IsOneFault(string text)
    {
        var faults = new MapFaults();

        Assert.Empty(MapTable.Read(new MapFile("m.csv", text), ["code", "name"], faults).Rows);
        Assert.Contains("m.csv:1: the header is", Assert.Throws<InvalidDataException>(faults.ThrowIfAny).Message, StringComparison.Ordinal);
    }
}
