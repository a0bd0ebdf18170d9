using System.Security.Cryptography;
using System.Text.Json;
using Extractor.Publishing;

namespace Extractor.Tests.Publishing;

/// <summary>How a publication comes to its folder: in one step, beside the files of others, after publishers that were ended.</summary>
public sealed class PublicationFolderTests : PublishingTests
{
    [Fact]
    public void Publish_AnotherPublisherAtWork_Throws()
    {
        PublishingException? second = null;
        var document = SampleDocuments.Make("a.pdf");
        var publication = Publish(SampleDocuments.Source([SampleDocuments.Entry(document, () =>
        {
            second = Assert.Throws<PublishingException>(() => Publish(SampleDocuments.Source(document)));
            return document;
        })]));
        Assert.Matches($"Another publisher is at work in '.*': process {Environment.ProcessId} of .* on .*, since 20.* UTC",
            second?.Message);
        Assert.Equal(1, publication.RowCounts["documents"]);
    }

    [Fact]
    public async Task Publish_WhileRead_ReaderSeesTheOldPublicationOrTheNew()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Folders are exchanged in one step on Linux and macOS.");
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf")));
        using var ended = new CancellationTokenSource();
        var reader = Task.Run(() => ReadUntil(ended.Token), TestContext.Current.CancellationToken);
        for (var time = 1; time <= 20; time++)
        {
            Publish(SampleDocuments.Source(SampleDocuments.Make($"{time}.pdf", lineCount: time)) with { AcceptsChanges = true });
        }

        await ended.CancelAsync();
        var (whole, faults) = await reader;
        Assert.Empty(faults);
        Assert.InRange(whole, 3, int.MaxValue);
    }

    [Fact]
    public void Publish_FolderWithPermissionsOfItsOwn_KeepsThem()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Unix permissions.");
            return;
        }

        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute |
            UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
        Directory.CreateDirectory(Output, Mode);
        File.SetUnixFileMode(Output, Mode);
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf")));
        Assert.Equal(Mode, File.GetUnixFileMode(Output));
    }

    [Fact]
    public void Publish_FilesOfOthersInTheFolder_Stay()
    {
        Directory.CreateDirectory(Output);
        File.WriteAllText(Path.Combine(Output, "notes.txt"), "mine");
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf")));
        var before = Hashes(Output);
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf"), SampleDocuments.Make("b.pdf")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(Output, "notes.txt")));
        Assert.NotEqual(before, Hashes(Output));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Output, ".*"));
    }

    [Fact]
    public void Publish_FilesOfOthersPutThereMeanwhile_AreInTheNewFolder()
    {
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf")));
        var document = SampleDocuments.Make("b.pdf");
        Publish(SampleDocuments.Source([SampleDocuments.Entry(SampleDocuments.Make("a.pdf")), SampleDocuments.Entry(document, () =>
        {
            Directory.CreateDirectory(Path.Combine(Output, "work"));
            File.WriteAllText(Path.Combine(Output, "work", "notes.txt"), "mine");
            File.WriteAllText(Path.Combine(Output, "query.sql"), "mine too");
            return document;
        })]));

        Assert.Equal("mine", File.ReadAllText(Path.Combine(Output, "work", "notes.txt")));
        Assert.Equal("mine too", File.ReadAllText(Path.Combine(Output, "query.sql")));
        Assert.Equal(["data"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Publish_PublisherBeforeEndedAfterTheExchange_FilesOfOthersComeBack()
    {
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf")));
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf")), ".data.publishing");
        File.WriteAllText(Path.Combine(Folder, ".data.publishing", "notes.txt"), "mine");

        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf"), SampleDocuments.Make("b.pdf")));

        Assert.Equal("mine", File.ReadAllText(Path.Combine(Output, "notes.txt")));
        Assert.Equal(["data"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Publish_DecisionsOfReviewersInTheFolder_GoAlongInOneStepWithThoseMadeMeanwhile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Folders are exchanged in one step on Linux and macOS.");
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf")));
        File.WriteAllText(Path.Combine(Output, "reviews.csv"), "one");
        var document = SampleDocuments.Make("b.pdf");

        // Saving was cut off once, and a decision comes while the publisher is at work.
        Publish(SampleDocuments.Source([SampleDocuments.Entry(SampleDocuments.Make("a.pdf")), SampleDocuments.Entry(document, () =>
        {
            Assert.True(Directory.Exists(Path.Combine(Folder, ".data.publishing")),
                "staging lies beside the folder that it is exchanged with");
            File.WriteAllText(Path.Combine(Output, "reviews.csv.writing"), "one, two");
            File.Move(Path.Combine(Output, "reviews.csv.writing"), Path.Combine(Output, "reviews.csv"), overwrite: true);
            File.WriteAllText(Path.Combine(Output, "reviews.csv.writing"), "one, two, th");
            return document;
        })]));

        Assert.Equal("one, two", File.ReadAllText(Path.Combine(Output, "reviews.csv")));
        Assert.False(File.Exists(Path.Combine(Output, "reviews.csv.writing")));
        Assert.Equal(["data"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Publish_FirstDecisionMadeMeanwhile_IsThereAfterwards()
    {
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf")));
        var document = SampleDocuments.Make("b.pdf");
        Publish(SampleDocuments.Source([SampleDocuments.Entry(SampleDocuments.Make("a.pdf")), SampleDocuments.Entry(document, () =>
        {
            File.WriteAllText(Path.Combine(Output, "reviews.csv"), "one");
            return document;
        })]));

        Assert.Equal("one", File.ReadAllText(Path.Combine(Output, "reviews.csv")));
    }

    [Fact]
    public void Publish_PublisherBeforeEndedWhileMoving_CompletesItsMoves()
    {
        // As left by a publisher that worked inside the Folder, had staged all, and was ended after some of its moves.
        Publish(SampleDocuments.Source(SampleDocuments.Make("new.pdf")), "new");
        Publish(SampleDocuments.Source(SampleDocuments.Make("old.pdf")));
        File.WriteAllText(Path.Combine(Output, "notes.txt"), "mine");
        var staging = Path.Combine(Output, ".publishing");
        Directory.Move(Path.Combine(Folder, "new"), staging);
        Directory.CreateDirectory(Path.Combine(staging, ".replaced"));
        Directory.Move(Path.Combine(Output, "cells"), Path.Combine(staging, ".replaced", "cells"));
        Directory.Move(Path.Combine(staging, "cells"), Path.Combine(Output, "cells"));
        File.WriteAllBytes(Path.Combine(staging, ".complete"), []);
        var failing = SampleDocuments.Entry(SampleDocuments.Make("x.pdf"), () => throw new InvalidDataException("stop"));
        Assert.Throws<PublishingException>(() => Publish(SampleDocuments.Source([failing])));
        Publish(SampleDocuments.Source(SampleDocuments.Make("new.pdf")), "expected");
        File.Delete(Path.Combine(Output, "notes.txt"));
        Assert.Equal(Hashes(Path.Combine(Folder, "expected")), Hashes(Output));
    }

    [Fact]
    public void Publish_PublisherBeforeEndedWhileWriting_StartsAnew()
    {
        Directory.CreateDirectory(Path.Combine(Folder, ".data.publishing", "documents"));
        File.WriteAllText(Path.Combine(Folder, ".data.publishing", "documents", "part-0000.parquet"), "half");
        Publish(SampleDocuments.Source(SampleDocuments.Make("a.pdf")));
        Assert.Equal(["data"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Publish_OutputIsAFile_Throws()
    {
        File.WriteAllText(Output, "a file");
        Assert.Contains("is a file", Assert.Throws<PublishingException>(() => Publish(SampleDocuments.Source())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Publish_OutputCannotBeWritten_ThrowsWithPathAndAdvice()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux has a folder that nobody may write.");
        var exception = Assert.Throws<PublishingException>(() =>
            DatasetPublisher.Publish(SampleDocuments.Source(), "/proc/self/fdinfo/data", 2, TestContext.Current.CancellationToken));
        Assert.Contains("/proc/self/fdinfo/data", exception.Message, StringComparison.Ordinal);
        Assert.Contains("choose another folder", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Compares the files with the manifest over and over; what was exchanged in between is no fault.</summary>
    private (int Whole, List<string> Faults) ReadUntil(CancellationToken ended)
    {
        var whole = 0;
        var faults = new List<string>();
        while (!ended.IsCancellationRequested)
        {
            var before = File.ReadAllText(Path.Combine(Output, "_manifest.json"));
            using var manifest = JsonDocument.Parse(before);
            var found = manifest.RootElement.GetProperty("datasets").EnumerateArray()
                .SelectMany(static dataset => dataset.GetProperty("files").EnumerateArray())
                .Where(file => !IsIntact(file)).Select(static file => file.GetProperty("path").GetString()!).ToArray();
            if (before == File.ReadAllText(Path.Combine(Output, "_manifest.json")))
            {
                whole++;
                faults.AddRange(found);
            }
        }

        return (whole, faults);
    }

    private bool IsIntact(JsonElement file)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(Output, file.GetProperty("path").GetString()!));
            return Convert.ToHexStringLower(SHA256.HashData(bytes)) == file.GetProperty("sha256").GetString();
        }
        catch (IOException)
        {
            return false;
        }
    }
}
