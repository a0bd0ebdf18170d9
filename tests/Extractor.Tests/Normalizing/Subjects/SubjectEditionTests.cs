using Extractor.Model.Budget;
using Extractor.Normalizing;
using Extractor.Normalizing.Maps;

namespace Extractor.Tests.Normalizing.Subjects;

/// <summary>A new edition is added as pipelines/subjects/README.md says, in the reviewed files alone.</summary>
public sealed class SubjectEditionTests
{
    private const string Functional = "pipelines/subjects/functional.csv";
    private const string Editions = "pipelines/subjects/editions.csv";
    private const string OldRow = "2010301,行政运行,item,20103,,,,";

    [Fact]
    public void Find_RowsOf2027Added_NamesTheCodeByItsEdition()
    {
        var subjects = ReferenceData.From(With2027()).Subjects;

        var before = subjects.Find(Classification.Functional, "2010301", 2026);
        var after = subjects.Find(Classification.Functional, "2010301", 2027);

        Assert.Equal(("行政运行", "2026"), (before!.Name, before.Edition));
        Assert.Equal(("机构运行", "2027"), (after!.Name, after.Edition));
        Assert.Equal("2027", subjects.Find(Classification.Functional, "201", 2027)!.Edition);
        Assert.Equal("2027", subjects.EditionOf(null));
        Assert.Equal("2027", subjects.EditionOf(2031));
    }

    [Fact]
    public void FindByName_RowsOf2027Added_FindsTheNewNameFrom2027On()
    {
        var subjects = ReferenceData.From(With2027()).Subjects;

        Assert.Equal("2027", Assert.Single(subjects.FindByName(Classification.Functional, "机构运行", 2027, "20103").Candidates).Edition);
        Assert.True(subjects.FindByName(Classification.Functional, "行政运行", 2026, "20103").Candidates[0].IsInForce);
        Assert.False(subjects.FindByName(Classification.Functional, "行政运行", 2027, "20103").Candidates[0].IsInForce);
    }

    [Fact]
    public void EditionOf_2027InEditionsAlone_IsTheNewest()
    {
        var maps = MapFile.Embedded().Select(static map => map.Name == Editions
            ? map with { Text = map.Text + "2027,knowledge,\n" } : map);

        Assert.Equal("2027", ReferenceData.From(maps).Subjects.EditionOf(2027));
    }

    [Fact]
    public void Find_RowEndedWith2026Alone_IsNotInForceIn2027()
    {
        var maps = MapFile.Embedded().Select(static map => map.Name == Functional ? map with { Text = Ended(map.Text) } : map);

        var entry = ReferenceData.From(maps).Subjects.Find(Classification.Functional, "2010301", 2027);

        Assert.Equal(("2026", false), (entry!.Edition, entry.IsInForce));
    }

    [Theory]
    [InlineData(Functional, "2019998,别的,item,20199,2028,,,current,一般公共预算,knowledge,,\n", "the edition of 2028")]
    [InlineData(Editions, "2028,knowledge,\n", "edition '2028'")]
    [InlineData(Editions, "2027,hearsay,\n", "source 'hearsay'")]
    [InlineData(Editions, "soon,knowledge,\n", "'soon' under edition")]
    public void From_EditionWithGapOrWithoutSource_IsAFault(string file, string row, string fault)
    {
        var maps = MapFile.Embedded().Select(map => map.Name == file ? map with { Text = map.Text + row } : map);

        Assert.Contains(fault, Assert.Throws<InvalidDataException>(() => ReferenceData.From(maps)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<MapFile> With2027() => MapFile.Embedded().Select(static map => map.Name == Functional
        ? map with { Text = Ended(map.Text) + "2010301,机构运行,item,20103,2027,,,current,一般公共预算,knowledge,,\n" } : map);

    private static string Ended(string text)
    {
        Assert.Contains(OldRow, text, StringComparison.Ordinal);
        return text.Replace(OldRow, "2010301,行政运行,item,20103,,2026,,", StringComparison.Ordinal);
    }
}
