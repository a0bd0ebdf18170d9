using Extractor.Site.Generating;

namespace Extractor.Site.Tests.Generating;

public sealed class SpilledRowsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Groups_ManyKeysMixed_EveryRowUnderItsKeyInOrder()
    {
        using var rows = new SpilledRows<int>(folder["rows"], static (writer, row) => writer.Write(row), static reader =>
            reader.ReadInt32());
        for (var number = 0; number < 5000; number++)
        {
            rows.Add($"科目{number % 700}", number);
        }

        var groups = rows.Groups().ToDictionary(static group => group.Key, static group => group.Rows);

        Assert.Equal(700, groups.Count);
        Assert.All(Enumerable.Range(0, 700), key =>
            Assert.Equal(Enumerable.Range(0, 5000).Where(number => number % 700 == key), groups[$"科目{key}"]));
        Assert.Empty(Directory.GetFiles(folder["rows"]));
    }
}
