using System.Collections.Immutable;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Requests;
using Extractor.Model.Evidence;

namespace Extractor.Fetching.Harvesting;

/// <summary>What was wanted at an address.</summary>
internal enum Wanted
{
    Page,
    Document,
    Picture,
}

/// <summary>Judges an answer and puts what it brought into the archive.</summary>
internal sealed class AnswerKeeper(PublisherArchive archive, long mostBytesOfFile)
{
    /// <summary>Told of a PDF that is kept as it came.</summary>
    public const string MayBeCut = "the PDF has no end mark, it may be cut";

    public Visit Keep(Uri address, Wanted wanted, DocumentHint? hint, Visit? known, PageAnswer answer, DateTimeOffset askedAt,
        TimeSpan took)
    {
        var digest = archive.Keep(answer.Exchanges, known);
        var (outcome, reason, brought) = Judge(answer, wanted, hint);
        var before = known is { Sha256: not null } ? known : null;
        if (outcome == FetchOutcome.New && before is not null)
        {
            outcome = before.Sha256 == brought!.Sha256 ? FetchOutcome.Unchanged : FetchOutcome.Changed;
        }

        else if (outcome == FetchOutcome.Unchanged && before is null)
        {
            (outcome, reason) = (FetchOutcome.Failed, "status 304 for what was never got");
        }

        // What does not bring bytes takes none away: what was got before stays known, and is asked for again.
        var kept = outcome is FetchOutcome.New or FetchOutcome.Changed ? null : before;
        var finalUrl = answer.FinalAddress == address ? null : answer.FinalAddress.AbsoluteUri;
        var visit = new Visit(
            address.AbsoluteUri,
            finalUrl,
            answer.Status,
            outcome,
            answer.Attempts,
            brought?.Length,
            kept?.Sha256 ?? brought?.Sha256,
            kept is null ? finalUrl : kept.KeptUrl,
            answer.ETag ?? kept?.ETag,
            answer.LastModified ?? kept?.LastModified,
            askedAt,
            kept?.AnsweredAt ?? (brought is null ? null : answer.Exchanges[^1].At),
            (long)took.TotalMilliseconds,
            kept?.Place ?? brought?.Place,
            kept?.Charset ?? answer.Charset,
            kept?.Documents ?? brought?.Documents ?? [],
            outcome == FetchOutcome.Changed ? [.. before!.Documents.Select(static document => document.Sha256), .. before.Superseded]
                : before?.Superseded ?? [],
            hint ?? known?.Hint,
            reason,
            kept?.PayloadDigest ?? (brought is null ? null : digest),
            WarcLength: 0);
        archive.Add(visit, outcome is FetchOutcome.New or FetchOutcome.Changed);
        foreach (var body in answer.Exchanges.Select(static exchange => exchange.BodyPath).OfType<string>())
        {
            File.Delete(body);
            File.Delete(body + ".plain");
        }

        return visit;
    }

    private sealed record Brought(string Sha256, long Length, string? Place, ImmutableArray<KeptDocument> Documents);

    private (FetchOutcome Outcome, string? Reason, Brought? Brought) Judge(PageAnswer answer, Wanted wanted, DocumentHint? hint)
    {
        switch (answer)
        {
            case { RefusedByRobots: true }:
                return (FetchOutcome.RefusedByRobots, answer.Fault, null);
            case { Status: 404 or 410 }:
                return (FetchOutcome.NotFound, $"status {answer.Status}", null);
            case { Status: 401 or 403 or 405 or 412 or 521 }:
                return (FetchOutcome.Blocked, $"status {answer.Status}", null);
            case { Fault: not null }:
                return (FetchOutcome.Failed, answer.Fault, null);
            case { Status: 304 }:
                return (FetchOutcome.Unchanged, null, null);
            case { Status: 202, BodyPath: null }:
                return (FetchOutcome.Blocked, "status 202 without a body", null);
            case { Status: not (200 or 202) }:
                return (FetchOutcome.Failed, $"status {answer.Status}", null);
            case { BodyPath: null }:
                return (FetchOutcome.Failed, "an answer without a body", null);
        }

        var path = answer.BodyPath;
        if (answer.Status == 202)
        {
            // Accepted, and not given: what comes with it is a test for browsers, whatever it looks like.
            return (FetchOutcome.Blocked, "status 202: the host puts a test before the page", null);
        }

        var length = new FileInfo(path).Length;
        var sha256 = ContentStore.HashOf(path);
        var (type, isLocked) = TypeOf(path);
        if (type == SniffedType.Zip && !isLocked)
        {
            var name = NameOf(answer, hint, type);
            var documents = Unzip(archive.Store.Absolute(archive.Store.Keep(path, "archives", sha256, name)), out var remark);
            return documents.IsEmpty
                ? (FetchOutcome.WrongMediaType, remark ?? "the archive holds no document", null)
                : (FetchOutcome.New, remark, new Brought(sha256, length, null, documents));
        }

        if (wanted == Wanted.Picture)
        {
            return type == SniffedType.Picture
                ? (FetchOutcome.New, null, new Brought(sha256, length, archive.Store.Keep(path, "pictures", sha256, NameOf(answer)), []))
                : (FetchOutcome.WrongMediaType, "no picture, by its bytes", null);
        }

        if (AttachmentTypes.IsDocument(type))
        {
            var name = NameOf(answer, hint, type);
            var remark = type == SniffedType.Pdf && !Sniffing.HasEndOfPdf(path) ? MayBeCut
                : isLocked ? $"kept, not opened: a {AttachmentTypes.EndingOf(type)[1..]} archive with a password"
                : AttachmentTypes.NotRead(type);
            return (FetchOutcome.New, remark,
                new Brought(sha256, length, null,
                [new KeptDocument(null, sha256, archive.Store.Keep(path, "documents", sha256, name), name, length)]));
        }

        var bytes = File.ReadAllBytes(path);
        if (type != SniffedType.Html &&
            (wanted == Wanted.Document || bytes.AsSpan(0, Math.Min(bytes.Length, Sniffing.Within)).Contains((byte)0)))
        {
            return (FetchOutcome.WrongMediaType, wanted == Wanted.Document
                ? "neither a file of any kind that is taken nor a page, by its bytes" : "no page, by its bytes", null);
        }

        if (type == SniffedType.Json)
        {
            return (FetchOutcome.New, null, new Brought(sha256, length, archive.Store.Keep(path, "pages", sha256, "page.json"), []));
        }

        var html = HtmlPage.Read(PageDecoder.Decode(bytes, answer.Charset), answer.FinalAddress);
        return PageNatures.Of(html) switch
        {
            PageNature.Challenge => (FetchOutcome.Blocked, "the page is a test for browsers", null),
            PageNature.Login => (FetchOutcome.Blocked, "the page asks for a password", null),
            PageNature.NotFound => (FetchOutcome.NotFound, $"the page says that there is nothing: '{html.Title}'", null),
            _ when wanted == Wanted.Document => (FetchOutcome.WrongMediaType, $"a page where a file was announced: '{html.Title}'", null),
            _ => (FetchOutcome.New, null, new Brought(sha256, length, archive.Store.Keep(path, "pages", sha256, "page.html"), [])),
        };
    }

    private static string NameOf(PageAnswer answer) =>
        answer.FinalAddress.AbsolutePath[(answer.FinalAddress.AbsolutePath.LastIndexOf('/') + 1)..];

    private static (SniffedType Type, bool IsLocked) TypeOf(string path)
    {
        using var file = File.OpenRead(path);
        var type = Sniffing.Of(file);
        return (type, LockedArchives.IsLocked(file, type));
    }

    private ImmutableArray<KeptDocument> Unzip(string path, out string? remark)
    {
        var documents = ImmutableArray.CreateBuilder<KeptDocument>();
        using var file = File.OpenRead(path);
        foreach (var entry in ZipContents.Read(file, mostBytesOfFile, out remark))
        {
            var temporary = Path.Combine(archive.Store.Scratch, "entry");
            File.WriteAllBytes(temporary, entry.Content);
            var sha256 = ContentStore.HashOf(temporary);
            var name = AttachmentTypes.Named(entry.Name[(entry.Name.LastIndexOf('/') + 1)..], entry.Type, []);
            documents.Add(new KeptDocument(entry.Name, sha256, archive.Store.Keep(temporary, "documents", sha256, name), name,
                entry.Content.Length));
            File.Delete(temporary);
        }

        return documents.ToImmutable();
    }

    /// <summary>The name that readers see, where it says more than a number does.</summary>
    private static string NameOf(PageAnswer answer, DocumentHint? hint, SniffedType type)
    {
        var address = Uri.UnescapeDataString(answer.FinalAddress.AbsolutePath[(answer.FinalAddress.AbsolutePath.LastIndexOf('/') + 1)..]);
        string?[] names = [hint?.Title, answer.FileName, address];
        var best = names.FirstOrDefault(static name => name is not null && name.Any(static character => character > '\u2E80')
                && !LinkWords.Say(LinkWordList.Generic, name)) ??
            names.Last(static name => !string.IsNullOrEmpty(name))!;
        return AttachmentTypes.Named(best, type, names);
    }
}
