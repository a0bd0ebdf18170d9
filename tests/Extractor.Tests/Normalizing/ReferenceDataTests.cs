using Extractor.Normalizing;
using Extractor.Normalizing.Maps;

namespace Extractor.Tests.Normalizing;

public sealed class ReferenceDataTests
{
    [Fact]
    public void Load_Twice_ReadsOnce() => Assert.Same(ReferenceData.Load(), ReferenceData.Load());

    [Fact]
    public void ContentHash_OneCharacterChanged_Differs()
    {
        var maps = MapFile.Embedded();
        var changed = maps.Select(static map => map.Name.EndsWith("divisions.csv", StringComparison.Ordinal)
            ? map with { Text = map.Text.Replace("深圳市", "鹏城市", StringComparison.Ordinal) } : map);

        Assert.Equal(64, ReferenceData.Load().ContentHash.Length);
        Assert.Equal(ReferenceData.Load().ContentHash, ReferenceData.From(maps.Reverse()).ContentHash);
        Assert.NotEqual(ReferenceData.Load().ContentHash, ReferenceData.From(changed).ContentHash);
    }

    [Fact]
    public void From_MapsWithFaults_ListsAllOfThemWithFileAndLine()
    {
        var maps = MapFile.Embedded().Select(static map => map.Name switch
        {
            "pipelines/subjects/revenue.csv" => map with
            {
                Text = """
                    code,name,level,parent,valid_from,valid_to,approx,status,budget,source,year_seen,note
                    101,税收收入,class,,,,,current,一般公共预算,knowledge,,
                    10101,增值税,group,102,,,,current,一般公共预算,knowledge,,
                    1010,税,group,101,,,,current,,knowledge,,
                    10102,消费税,group,101,soon,,,current,,hearsay,,
                    10103,营业税
                    10104,企业所得税,group,101,,,,current,一般公共预算;国库,knowledge,,
                    """,
            },
            "pipelines/divisions/divisions.csv" => map with { Text = map.Text + "44030,深圳,,current,,L,\n" },
            _ => map,
        });

        var fault = Assert.Throws<InvalidDataException>(() => ReferenceData.From(maps)).Message;

        Assert.Contains("12 fault(s)", fault, StringComparison.Ordinal);
        Assert.Contains("revenue.csv:3: parent '102'", fault, StringComparison.Ordinal);
        Assert.Contains("revenue.csv:4: code '1010' of level 'group'", fault, StringComparison.Ordinal);
        Assert.Contains("revenue.csv:5: 'soon' under valid_from", fault, StringComparison.Ordinal);
        Assert.Contains("revenue.csv:5: source 'hearsay'", fault, StringComparison.Ordinal);
        Assert.Contains("revenue.csv:6: 2 fields, expected 12", fault, StringComparison.Ordinal);
        Assert.Contains("revenue.csv:7: budget '国库'", fault, StringComparison.Ordinal);
        Assert.Contains("divisions.csv:", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void From_MapMissing_SaysWhichOne()
    {
        var maps = MapFile.Embedded().Where(static map => map.Name != "pipelines/subjects/aliases.csv");

        Assert.Contains("pipelines/subjects/aliases.csv:1: the map is missing", Assert.Throws<InvalidDataException>(() =>
            ReferenceData.From(maps)).Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// The catalogue takes a code from print alone only where three disclosures print it, or two cities do for a name that nothing
    /// documents.
    /// </summary>
    [Fact]
    public void ObservedSubjects_EachRow_RestsOnTheReviewedList()
    {
        var maps = MapFile.Embedded().ToDictionary(static map => map.Name, StringComparer.Ordinal);
        var observed = MapTable.Read(maps["pipelines/subjects/observed.csv"],
            ["classification", "code", "name_as_printed", "documents", "verdict"], new MapFaults()).Rows
            .Where(static row => row["verdict"] == "adopted")
            .ToDictionary(static row => (row["code"], FoldedText.Of(row["name_as_printed"])), static row =>
                int.Parse(row["documents"], System.Globalization.CultureInfo.InvariantCulture));
        var functional = MapTable.Read(
            maps["pipelines/subjects/functional.csv"],
            ["code", "name", "level", "parent", "valid_from", "valid_to", "approx", "status", "budget", "source", "year_seen", "note"],
            new MapFaults()).Rows.Where(static row => row["status"] == "observed").ToList();

        Assert.NotEmpty(functional);
        foreach (var row in functional)
        {
            Assert.True(
                observed[(row["code"], FoldedText.Of(row["name"]))] >= (row["note"].Contains("general knowledge", StringComparison.Ordinal)
                    ? 2 : 3),
                $"{row.File}:{row.Line}: {row["code"]}");
        }
    }
}
