using Extractor.Publications.Audits;
using Extractor.Publishing;
using Extractor.Tests.Publishing;

namespace Extractor.Publications.Tests.Audits;

/// <summary>Lines are drawn fairly and again, and what was ticked says how much is wrong.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("audits").FullName;

    private string Data => Path.Combine(folder, "data");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Draw_SameSeed_SameLinesOfEveryCityAndDocument()
    {
        Publish(("a.pdf", "440305", 40), ("b.pdf", "440305", 40), ("c.pdf", "610100", 40));

        var lines = AuditSample.Draw(Data, new AuditRequest(12, 7, null));

        Assert.Equal(12, lines.Length);
        Assert.Equal(
            AuditSample.Draw(Data, new AuditRequest(12, 7, null)).Select(static line => line.Line.LineId),
            lines.Select(static line => line.Line.LineId));
        Assert.NotEqual(
            AuditSample.Draw(Data, new AuditRequest(12, 8, null)).Select(static line => line.Line.LineId),
            lines.Select(static line => line.Line.LineId));
        Assert.Equal([3, 3, 6], lines.GroupBy(static line => line.Line.DocumentId).Select(static document => document.Count()).Order());
        Assert.Equal([6, 6], lines.GroupBy(static line => line.Line.DivisionCode).Select(static city => city.Count()));
    }

    [Fact]
    public void Draw_MoreThanThereAre_AllOfTheProofAskedFor()
    {
        Publish(("a.pdf", "440305", 3));
        var all = AuditSample.Draw(Data, new AuditRequest(100, 1, null));

        Assert.Equal(3, all.Length);
        var proof = all[0].Line.Proof;
        Assert.Equal(
            all.Where(line => line.Line.Proof == proof).Select(static line => line.Line.LineId),
            AuditSample.Draw(Data, new AuditRequest(100, 1, proof)).Select(static line => line.Line.LineId));
        Assert.Equal(3, all.Select(static line => line.Line.LineId).Distinct().Count());
    }

    [Theory]
    [InlineData("10 10 10", 6, "2 2 2")]
    [InlineData("1000 1 1", 10, "8 1 1")]
    [InlineData("5 5", 3, "2 1")]
    [InlineData("2 3", 100, "2 3")]
    [InlineData("500 300 200", 1, "1 0 0")]
    public void Quota_Sizes_ByLargestRemainderAndNobodyWithout(string sizes, int count, string expected) =>
        Assert.Equal(expected, string.Join(' ', AuditQuota.Of([.. sizes.Split(' ').Select(int.Parse)], count)));

    [Theory]
    [InlineData(0, 300, 0, 0.01264)]
    [InlineData(20, 429, 0.03038, 0.07091)]
    [InlineData(5, 5, 0.56552, 1)]
    [InlineData(0, 0, 0, 1)]
    public void Wilson_Interval_AsPublished(int wrong, int judged, double low, double high)
    {
        var interval = WilsonInterval.Of(wrong, judged);

        Assert.Equal(low, interval.Low, 5);
        Assert.Equal(high, interval.High, 5);
    }

    [Fact]
    public void Rates_OneFieldWrongOneUnknownOneStale_CountedWhereTheyBelong()
    {
        Publish(("a.pdf", "440305", 3));
        var lines = AuditSample.Draw(Data, new AuditRequest(3, 1, null));
        var fund = AuditField.All.Single(static field => field.Name == "fund");
        var path = Save(
            $"{lines[0].Line.LineId},fund,right,{fund.Claim(lines[0])},",
            $"{lines[1].Line.LineId},fund,right,{fund.Claim(lines[1])},",
            $"{lines[1].Line.LineId},fund,wrong,{fund.Claim(lines[1])},\"the title says, 政府性基金\"",
            $"{lines[1].Line.LineId},period,unknown,{lines[1].Line.Period},",
            $"{lines[2].Line.LineId},fund,wrong,what it said before,");

        var rates = AuditRates.Of(Data, AuditMark.Read(path));

        Assert.Equal((1, 2), (rates.Lines.Wrong, rates.Lines.Judged));
        Assert.Equal((1, 2, 0), Of("fund"));
        Assert.Equal((0, 0, 1), Of("period"));
        Assert.Equal(1, rates.Stale);
        Assert.Equal("the title says, 政府性基金", Assert.Single(rates.WrongClaims).Mark.Note);
        Assert.Equal((1, 2), (rates.ByKind.Sum(static kind => kind.Wrong), rates.ByKind.Sum(static kind => kind.Judged)));

        (int, int, int) Of(string name) =>
            rates.ByField.Where(rate => rate.Name == name).Select(static rate => (rate.Wrong, rate.Judged, rate.Unknown)).Single();
    }

    [Theory]
    [InlineData("a,colour,right,b,", "line 2: field 'colour'")]
    [InlineData("a,fund,perhaps,b,", "line 2: mark 'perhaps'")]
    [InlineData("a,fund,right", "line 2: 3 values")]
    public void Read_WrongRow_MessageNamesTheLine(string row, string message) =>
        Assert.Contains(message, Assert.Throws<AuditMarksException>(() => AuditMark.Read(Save(row))).Message, StringComparison.Ordinal);

    [Fact]
    public void Write_Sheet_HoldsEveryClaimAndEachPageOnce()
    {
        Publish(("a.pdf", "440305", 3));
        var lines = AuditSample.Draw(Data, new AuditRequest(3, 1, null));
        var drawn = 0;

        var shown = AuditSheet.Write(folder, "</script><b>", lines, _ =>
        {
            drawn++;
            return [1, 2, 3];
        });

        var text = File.ReadAllText(Path.Combine(folder, AuditSheet.FileName));
        Assert.Equal(3, shown);
        Assert.Equal(lines.Select(static line => line.Line.PageNumber).Distinct().Count(), drawn);
        Assert.All(lines, line => Assert.Contains($"\"line_id\":\"{line.Line.LineId}\"", text, StringComparison.Ordinal));
        Assert.DoesNotContain("</script><b>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Claim_LineWithoutLevelOrPlace_NothingToJudge()
    {
        Publish(("a.pdf", "440305", 1));
        var line = Assert.Single(AuditSample.Draw(Data, new AuditRequest(1, 1, null)));
        var elsewhere = line with { Line = line.Line with { AmountYear = 2023, GovernmentLevel = "whole_area", PlaceName = "某某县" } };

        Assert.Equal([null, null, null], Claims(line with { Line = line.Line with { AmountYear = null } }));
        Assert.Equal(["2023", "whole_area", "某某县"], Claims(elsewhere));

        static IEnumerable<string?> Claims(AuditedLine line) => AuditField.All
            .Where(static field => field.Name is "amount_year" or "government_level" or "place_name")
            .Select(field => field.Claim(line));
    }

    private string Save(params string[] rows)
    {
        var path = Path.Combine(folder, "marks.csv");
        File.WriteAllLines(path, rows.Prepend("line_id,field,mark,claim,note"));
        return path;
    }

    private void Publish(params (string Name, string Division, int Lines)[] documents) => DatasetPublisher.Publish(
        SampleDocuments.Source(documents.Select(static document =>
            SampleDocuments.Make(document.Name, 2024, document.Division, document.Lines))),
        Data, 1, TestContext.Current.CancellationToken);
}
