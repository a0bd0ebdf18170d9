using System.Globalization;
using System.Text.Json;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;
using Extractor.Model.Tables;
using Extractor.Runs;
using Extractor.Runs.Artifacts;

namespace Extractor.Tests.Runs.Artifacts;

public sealed class ArtifactStoreTests : IDisposable
{
    private static readonly DocumentId Id = DocumentId.Of("x"u8);
    private static readonly ArtifactKey Key = new ArtifactKeys("maps").Extracted(Id);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_WhatWasWritten_ComesBackEqual()
    {
        var store = Open();
        var extraction = Extraction();

        store.Write(Key, extraction, ArtifactForms.Extraction);
        var read = store.Read(Key, ArtifactForms.Extraction);

        Assert.NotNull(read);
        Assert.Equal(Flat(extraction), Flat(read));
        Assert.Equal(extraction.Tables[0].Cells[0].Parts, read.Tables[0].Cells[0].Parts);
        Assert.Equal(extraction.Tables[0].Cells[0] with { Parts = [] }, read.Tables[0].Cells[0] with { Parts = [] });
        Assert.Equal(extraction.Pages[0].Lines, read.Pages[0].Lines);
        Assert.Equal(extraction.Sections[0].Paragraphs[0].LineOffsets, read.Sections[0].Paragraphs[0].LineOffsets);
        Assert.Equal(extraction.Findings[0] with { Places = [] }, Assert.Single(read.Findings) with { Places = [] });
        Assert.Equal(extraction.Findings[0].Places, read.Findings[0].Places);
    }

    [Fact]
    public void Read_EveryValueOfEveryRecord_ComesBackEqual()
    {
        ReadsBack(ArtifactForms.Extraction);
        ReadsBack(ArtifactForms.Meaning);
        ReadsBack(ArtifactForms.Outcome);

        void ReadsBack<T>(ArtifactForm<T> form)
            where T : class
        {
            var artifact = FilledRecords.Fill<T>();
            var store = Open();

            store.Write(Key, artifact, form);

            Assert.Equal(Flat(artifact), Flat(store.Read(Key, form)));
        }
    }

    [Fact]
    public void Read_LineWithoutMostValues_ComesBackEqual() => Assert.Equal([Line()], Written(Meaning() with { Lines = [Line()] }).Lines);

    /// <summary>Longer than what is held back before it is written, and of letters of several bytes.</summary>
    [Theory]
    [InlineData(32 * 1024 / 3)]
    [InlineData(100_000)]
    public void Read_LongText_ComesBackEqual(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(static index => (char)('一' + (index % 5000))));

        Assert.Equal([text, text, "一"], Written(Meaning() with
        {
            Checks = [new("1", "rule", 0, 0, 0, CheckOutcome.Holds, [text, text, "一"], null)],
        }).Checks[0].MemberLineIds);
    }

    [Fact]
    public void Read_CheckWithAndWithoutReason_ComesBackEqual()
    {
        Check[] checks =
        [
            new("1", "children_sum_to_parent", 1.10m, 2m, 0.5m, CheckOutcome.Fails, ["a", "b"], "四舍五入"),
            new("2", "components_sum_to_total", 0m, -0.00m, 0m, CheckOutcome.NotApplicable, [], null),
        ];

        var read = Written(Meaning() with { Checks = [.. checks] }).Checks;

        Assert.Equal(checks.Select(static check => check with { MemberLineIds = [] }),
            read.Select(static check => check with { MemberLineIds = [] }));
        Assert.Equal(checks.Select(static check => string.Join(' ', check.MemberLineIds)),
            read.Select(static check => string.Join(' ', check.MemberLineIds)));
        Assert.Equal("1.10", read[0].ExpectedYuan.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.0)]
    [InlineData(549.38)]
    [InlineData(-12.5)]
    [InlineData(0.1 + 0.2)]
    [InlineData(1e15)]
    [InlineData(92233720368547758.0)]
    [InlineData(1e300)]
    [InlineData(double.Epsilon)]
    public void Read_AnyLength_ComesBackToTheBit(double length)
    {
        var store = Open();
        var extraction = Extraction();
        var page = extraction.Pages[0] with { Lines = [new ExtractedLine("1", new Box(length, length, length, length), 1, false)] };

        store.Write(Key, extraction with { Pages = [page] }, ArtifactForms.Extraction);
        var box = store.Read(Key, ArtifactForms.Extraction)!.Pages[0].Lines[0].Box;

        Assert.All([box.Left, box.Top, box.Right, box.Bottom], read =>
            Assert.Equal(BitConverter.DoubleToInt64Bits(length), BitConverter.DoubleToInt64Bits(read)));
    }

    [Fact]
    public void Open_OfANewerVersion_ThrowsAndTouchesNothing()
    {
        folder.Write("store/store.json", """{"Format":2,"Sharing":"of later days"}""");
        File.SetLastWriteTimeUtc(folder.Write("store/.writing/old", "half"), DateTime.UnixEpoch);

        var error = Assert.Throws<OutputException>(Open);

        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
        Assert.Contains(folder["store"], error.Message, StringComparison.Ordinal);
        Assert.Equal([".writing/old", "store.json"], Directory.GetFiles(folder["store"], "*", SearchOption.AllDirectories).Select(path =>
            Path.GetRelativePath(folder["store"], path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Open_MarkThatCannotBeRead_ThrowsAndSaysWhatToDo()
    {
        folder.Write("store/store.json", "no mark");

        Assert.Contains("--store", Assert.Throws<OutputException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WithoutMark_IsMarked()
    {
        Open();

        Assert.Equal("""{"Format":1}""", File.ReadAllText(folder["store/store.json"]));
    }

    [Fact]
    public void Read_NothingWritten_IsNull() => Assert.Null(Open().Read(Key, ArtifactForms.Extraction));

    [Fact]
    public void Read_AnyByteCutOffOrChanged_IsNullOrEqual()
    {
        var store = Open();
        store.Write(Key, Extraction(), ArtifactForms.Extraction);
        var path = Directory.GetFiles(folder["store/extracted"], "*", SearchOption.AllDirectories).Single();
        var whole = File.ReadAllBytes(path);
        var random = new Random(20240101);
        for (var turn = 0; turn < 400; turn++)
        {
            var bytes = whole.ToArray();
            if (turn % 2 == 0)
            {
                bytes = bytes[..random.Next(bytes.Length)];
            }
            else
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            File.WriteAllBytes(path, bytes);

            var read = store.Read(Key, ArtifactForms.Extraction);

            Assert.True(read is null || Flat(read) == Flat(Extraction()), $"turn {turn} read something else");
        }
    }

    [Fact]
    public void Write_Twice_LeavesOneFileAndNothingHalfWritten()
    {
        var store = Open();
        store.Write(Key, Extraction(), ArtifactForms.Extraction);
        store.Write(Key, Extraction(), ArtifactForms.Extraction);

        Assert.Single(Directory.GetFiles(folder["store"], "*", SearchOption.AllDirectories), static path =>
            Path.GetFileName(path) != "store.json");
    }

    [Fact]
    public void Open_OldHalfWrittenFiles_AreClearedAway()
    {
        var old = folder.Write("store/.writing/machine-1-1", "half");
        var young = folder.Write("store/.writing/machine-2-1", "half");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

        Open();

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
    }

    [Fact]
    public void Open_FileInThePlaceOfTheFolder_NamesThePath()
    {
        folder.Write("store", "a file");

        var error = Assert.Throws<OutputException>(() => Open());

        Assert.Contains(folder["store"], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Normalized_OtherRequestOrMaps_IsAnotherKey()
    {
        var file = new FetchedFile(Id, "/a", "in/a.pdf", "a.pdf", 1, null, null, null, DocumentRequest.Unknown);
        var key = new ArtifactKeys("maps").Normalized(file);

        Assert.Equal(key, new ArtifactKeys("maps").Normalized(file with { Path = "/elsewhere" }));
        Assert.NotEqual(key, new ArtifactKeys("other maps").Normalized(file));
        Assert.NotEqual(key, new ArtifactKeys("maps").Normalized(file with { Request = new DocumentRequest("440300", null, null) }));
        Assert.NotEqual(key, new ArtifactKeys("maps").Normalized(file with { FileName = "b.pdf" }));
        Assert.StartsWith(Id.Value, key.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Extracted_OtherPasswords_IsAnotherKey()
    {
        var key = new ArtifactKeys("maps").Extracted(Id);

        Assert.Equal(key, new ArtifactKeys("maps", []).Extracted(Id));
        Assert.NotEqual(key, new ArtifactKeys("maps", ["secret"]).Extracted(Id));
        Assert.NotEqual(new ArtifactKeys("maps", ["other"]).Extracted(Id), new ArtifactKeys("maps", ["secret"]).Extracted(Id));
    }

    private StoredMeaning Written(StoredMeaning meaning)
    {
        var store = Open();
        store.Write(Key, meaning, ArtifactForms.Meaning);
        return Assert.IsType<StoredMeaning>(store.Read(Key, ArtifactForms.Meaning));
    }

    private static BudgetLine Line() => new()
    {
        LineId = "line",
        TableOrdinal = 0,
        TableKey = 0,
        Row = 0,
        Column = 0,
        Phase = 0,
        Direction = 0,
        Period = 0,
        Classification = 0,
        Component = 0,
        Fund = 0,
        RowRole = 0,
        IsLeaf = false,
        AmountYuan = 0,
        ValueAsPrinted = "0",
        PageNumber = 1,
        Box = new Box(0, 0, 1, 1),
    };

    private static StoredMeaning Meaning() => new(
        new DocumentIdentity(DocumentKind.Other, null, null, null, null, null, null, IdentityEvidence.None, IdentityEvidence.None,
            IdentityOutcome.Unknown), [], [], [], [], [], [], [], [], [], DocumentStatus.Complete, null);

    private ArtifactStore Open() => ArtifactStore.Open(folder["store"], TimeProvider.System);

    /// <summary>All values as text: immutable arrays compare by reference.</summary>
    private static string Flat<T>(T artifact) => JsonSerializer.Serialize(artifact);

    private static StoredExtraction Extraction()
    {
        var box = new Box(1.1, 2.2, 1 / 3d, 1e-7);
        return new StoredExtraction(
            "application/pdf",
            null,
            TextLayer.Mixed,
            DocumentStatus.Partial,
            "第3页 cannot be read \"\\\n",
            [new ExtractedPage(1, 595.27, 841.89, 90, PageState.Table, null, 12, 1,
                [new ExtractedLine("⽐ 标题", box, 10.5f, true), new ExtractedLine(string.Empty, box, 0.1f, false)])],
            [
                new ExtractedTable(
                    1, "表7", null, "万元", null, ["注：无"], TableMethod.Aligned, false, 1, 2, 2, 1, 1, ["合计 / 小计"],
                    [
                        new TableCell(0, 0, 1, 2, true, "合计", 1.25, box, [new CellPart(1, box), new CellPart(2, new Box(0, 0, 10, 10))]),
                        new TableCell(1, 0, 1, 1, false, string.Empty, 0, null, [new CellPart(2, box)]),
                    ],
                    ["第一部分"]),
            ],
            [new ExtractedSection(1, 2, null, "一、概况", 1, 1, [new ExtractedParagraph("文字", [new ParagraphLine(0, 1, box)])])],
            [new Finding("rule", Severity.Note, "说明", "message", 3, box, null, "1")]);
    }
}
