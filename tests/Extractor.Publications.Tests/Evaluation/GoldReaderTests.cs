using Extractor.Model.Documents;
using Extractor.Publications.Documents;
using Extractor.Publications.Evaluation;
using Extractor.Runs.Definitions;
using Extractor.Tests.Runs;

namespace Extractor.Publications.Tests.Evaluation;

public sealed class GoldReaderTests : IDisposable
{
    private static readonly DocumentId Id = DocumentId.Of("gold"u8);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_FilesThatAreThere_OthersAreNotScored()
    {
        folder.Write("index.csv", $"id,file,sha256,pages\nd01,\"shenzhen/a, b.pdf\",{Id},3\n");
        folder.Write("d01.tables.csv", "table_key,title_as_printed,first_page,last_page,unit_as_printed\nrevenue_summary,收入总表,2,2,万元\n");
        folder.Write("d01.projects.csv", "project_name,amount_as_printed,unit,prior_change_as_printed,prior_change_percent,page,source\n");

        var document = Assert.Single(GoldReader.Read(folder.Path));

        Assert.Equal(Id, document.Id);
        Assert.Equal("shenzhen/a, b.pdf", document.File);
        Assert.Equal([new GoldTable("revenue_summary", "收入总表", 2, 2, "万元")], document.Tables!.Value);
        Assert.Empty(document.Projects!.Value);
        Assert.Null(document.Lines);

        var parts = Evaluator.Evaluate([document], new Dictionary<DocumentId, PublishedDocument>(), withCells: true).Documents[0];
        Assert.False(parts.IsPublished);
        Assert.Equal([EvaluatedPart.Tables, EvaluatedPart.Projects], parts.Parts.Keys);
        Assert.Equal(0, parts.Parts[EvaluatedPart.Tables].Recall);
        Assert.Equal(1, parts.Parts[EvaluatedPart.Projects].Recall);
    }

    [Fact]
    public void Read_WrongFiles_AllFaultsAreListed()
    {
        folder.Write("index.csv", $"id,file,sha256,pages\nd01,a.pdf,{Id},3\nd02,b.pdf,1234,3\n");
        folder.Write("d01.tables.csv", "table_key,title,first_page,last_page,unit_as_printed\nrevenue_summary,收入总表,two,2,万元\n");

        var faults = Assert.Throws<DefinitionException>(() => GoldReader.Read(folder.Path)).Faults;

        Assert.Equal(3, faults.Length);
        Assert.Contains(faults, static fault => fault.Message.Contains("title_as_printed", StringComparison.Ordinal));
        Assert.Contains(faults, static fault => fault.Line == 2 && fault.Message.Contains("'two'", StringComparison.Ordinal));
        Assert.Contains(faults, static fault => fault.Line == 3 && fault.Message.Contains("1234", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_NoIndex_IsAFault() =>
        Assert.Contains("index", Assert.Single(Assert.Throws<DefinitionException>(() => GoldReader.Read(folder.Path)).Faults).Message,
            StringComparison.Ordinal);
}
