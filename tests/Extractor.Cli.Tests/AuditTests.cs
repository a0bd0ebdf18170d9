using System.Text.Json;

namespace Extractor.Cli.Tests;

public sealed class AuditTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Audit_OwnCorpus_SheetWithPagesThenRates()
    {
        await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"]);

        var drawn = await CommandRun.OfAsync("audit", "--data", folder["out"], "--out", folder["audit"], "--sample", "10", "--seed", "3",
            "--documents", OwnCorpus.Root);

        Assert.Contains("10 lines of", drawn.Error, StringComparison.Ordinal);
        var sheet = await File.ReadAllTextAsync(folder["audit/sheet.html"], TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(sheet.Split("id=\"lines\">")[1].Split("</script>")[0]);
        var line = json.RootElement.GetProperty("lines")[0];
        var claims = line.GetProperty("claims");
        var rows = json.RootElement.GetProperty("fields").EnumerateArray().Index()
            .Where(field => claims[field.Index].ValueKind != JsonValueKind.Null)
            .Select(field => $"\"{line.GetProperty("line_id")}\",\"{field.Item[0]}\",\"{(field.Index == 0 ? "wrong" : "right")}\"," +
                $"\"{claims[field.Index]}\",\"\"");
        var marks = folder.Write("marks.csv", string.Join("\r\n", rows.Prepend("line_id,field,mark,claim,note")));

        var reckoned = await CommandRun.OfAsync("audit", "--data", folder["out"], "--marks", marks, "--json");

        Assert.Equal(0, reckoned.ExitCode);
        using var rates = JsonDocument.Parse(reckoned.Output);
        Assert.Equal(1, rates.RootElement.GetProperty("lines").GetProperty("wrong").GetInt32());
        Assert.Equal("amount", Assert.Single(rates.RootElement.GetProperty("wrong").EnumerateArray()).GetProperty("field").GetString());
        Assert.Equal(0, rates.RootElement.GetProperty("stale_marks").GetInt32());
        var text = await CommandRun.OfAsync("audit", "--data", folder["out"], "--marks", marks);
        Assert.Contains("100.00 %", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_NeitherSheetNorMarks_LeafSumsAgainstPrintedTotals()
    {
        await CommandRun.OfAsync("run", OwnCorpus.Demo, "--out", folder["out"], "--store", folder["store"]);

        var text = await CommandRun.OfAsync("audit", "--data", folder["out"]);
        using var json = JsonDocument.Parse((await CommandRun.OfAsync("audit", "--data", folder["out"], "--json")).Output);

        // 基本支出总表 of 坪山 prints some rows of its 1,609.45 only, in three columns.
        Assert.Equal(0, text.ExitCode);
        Assert.Contains("leaf_sum_differs  3fe2932ce013 page 20, basic_expenditure", text.Output, StringComparison.Ordinal);
        var sums = json.RootElement.GetProperty("leaf_sums");
        Assert.Equal((3, 0, 0), (Of("doubted"), Of("contradicted"), Of("unexplained")));
        Assert.Equal(Of("groups"), Of("hold") + Of("doubted"));
        Assert.Equal(3, sums.GetProperty("differ").GetArrayLength());
        Assert.InRange(json.RootElement.GetProperty("readings").GetProperty("mean").GetDouble(), 1, 10);
        Assert.InRange(json.RootElement.GetProperty("readings").GetProperty("most").GetInt32(), 2, 100);
        Assert.InRange(json.RootElement.GetProperty("proven_without_money").GetInt32(), 1, 100);

        int Of(string state) => sums.GetProperty(state).GetInt32();
    }

    [Theory]
    [InlineData("--out", "a", "--marks", "b")]
    [InlineData("--out", "a", "--sample", "0")]
    [InlineData("--out", "a", "--proof", "sure")]
    [InlineData("--marks", "nowhere.csv")]
    public async Task Audit_WrongArguments_ExitCodeTwo(params string[] arguments) =>
        Assert.Equal(2, (await CommandRun.OfAsync(["audit", "--data", folder["out"], .. arguments])).ExitCode);
}
