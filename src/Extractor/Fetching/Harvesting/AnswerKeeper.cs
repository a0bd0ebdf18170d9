using System.Collections.Immutable;
using System.Text;
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
}

/// <summary>Judges an answer and puts what it brought into the archive.</summary>
internal sealed class AnswerKeeper(PublisherArchive archive, long mostBytesOfFile)
{
    public Visit Keep(Uri address, Wanted wanted, DocumentHint? hint, Visit? known, PageAnswer answer, DateTimeOffset askedAt, TimeSpan took)
    {
        var (digest, warcLength) = archive.Keep(answer.Exchanges, known);
        var (outcome, reason, brought) = Judge(answer, wanted, hint);
        var before = known is { Sha256: not null } ? known : null;
        if (outcome == FetchOutcome.New && before is not null)
        {
            outcome = before.Sha256 == brought!.Sha256 ? FetchOutcome.Unchanged : FetchOutcome.Changed;
        }

        // What does not bring bytes takes none away: what was got before stays known, and is asked for again.
        var kept = outcome is FetchOutcome.New or FetchOutcome.Changed || brought is not null && before is null ? null : before;
        var visit = new Visit(
            address.AbsoluteUri,
            answer.FinalAddress == address ? null : answer.FinalAddress.AbsoluteUri,
            answer.Status,
            outcome,
            answer.Attempts,
            brought?.Length,
            kept?.Sha256 ?? brought?.Sha256,
            answer.ETag ?? kept?.ETag,
            answer.LastModified ?? kept?.LastModified,
            askedAt,
            kept?.AnsweredAt ?? (brought is null ? null : askedAt),
            (long)took.TotalMilliseconds,
            kept?.Place ?? brought?.Place,
            kept?.Charset ?? answer.Charset,
            kept?.Documents ?? brought?.Documents ?? [],
            outcome == FetchOutcome.Changed ? [.. before!.Documents.Select(static document => document.Sha256), .. before.Superseded] : before?.Superseded ?? [],
            hint ?? known?.Hint,
            reason,
            kept?.PayloadDigest ?? (brought is null ? null : digest),
            warcLength);
        archive.Add(visit, outcome is FetchOutcome.New or FetchOutcome.Changed);
        foreach (var exchange in answer.Exchanges)
        {
            File.Delete(exchange.BodyPath);
            File.Delete(exchange.BodyPath + ".plain");
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
            case { Status: 401 or 403 or 412 or 521 }:
                return (FetchOutcome.Blocked, $"status {answer.Status}", null);
            case { Fault: not null }:
                return (FetchOutcome.Failed, answer.Fault, null);
            case { Status: 304 }:
                return (FetchOutcome.Unchanged, null, null);
            case { Status: not 200 } or { BodyPath: null }:
                return (FetchOutcome.Failed, $"status {answer.Status}", null);
        }

        var path = answer.BodyPath;
        var length = new FileInfo(path).Length;
        var sha256 = ContentStore.HashOf(path);
        var start = StartOf(path);
        switch (Sniffing.Of(start))
        {
            case SniffedType.Pdf:
                var name = NameOf(answer, hint);
                return (FetchOutcome.New, null, new Brought(sha256, length, null, [new KeptDocument(null, sha256, archive.Store.Keep(path, "documents", sha256, name), name, length)]));
            case SniffedType.Zip when wanted == Wanted.Document:
                var documents = Unzip(path, out var refusal);
                return documents.IsEmpty
                    ? (FetchOutcome.WrongMediaType, refusal ?? "the archive holds no PDF", null)
                    : (FetchOutcome.New, refusal, new Brought(sha256, length, null, documents));
            case SniffedType.Html:
                break;
            default:
                if (wanted == Wanted.Document || start.Contains((byte)0))
                {
                    return (FetchOutcome.WrongMediaType, wanted == Wanted.Document ? "neither PDF nor zip nor HTML, by its bytes" : "no page, by its bytes", null);
                }

                break;
        }

        var html = HtmlPage.Read(PageText.Decode(File.ReadAllBytes(path), answer.Charset), answer.FinalAddress);
        return PageNatures.Of(html) switch
        {
            PageNature.Challenge => (FetchOutcome.Blocked, "the page is a test for browsers", null),
            PageNature.Login => (FetchOutcome.Blocked, "the page asks for a password", null),
            PageNature.NotFound => (FetchOutcome.NotFound, $"the page says that there is nothing: '{html.Title}'", null),
            _ when wanted == Wanted.Document => (FetchOutcome.WrongMediaType, $"a page where a file was announced: '{html.Title}'", null),
            _ => (FetchOutcome.New, null, new Brought(sha256, length, archive.Store.Keep(path, "pages", sha256, "page.html"), [])),
        };
    }

    private static byte[] StartOf(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[Math.Min(Sniffing.Within, file.Length)];
        file.ReadExactly(start);
        return start;
    }

    private ImmutableArray<KeptDocument> Unzip(string path, out string? refusal)
    {
        var documents = ImmutableArray.CreateBuilder<KeptDocument>();
        using var file = File.OpenRead(path);
        foreach (var entry in ZipContents.Read(file, mostBytesOfFile, out refusal))
        {
            var temporary = path + ".entry";
            File.WriteAllBytes(temporary, entry.Content);
            var sha256 = ContentStore.HashOf(temporary);
            var name = entry.Name[(entry.Name.LastIndexOf('/') + 1)..];
            documents.Add(new KeptDocument(entry.Name, sha256, archive.Store.Keep(temporary, "documents", sha256, name), name, entry.Content.Length));
            File.Delete(temporary);
        }

        return documents.ToImmutable();
    }

    /// <summary>The name that readers see, where it says more than a number does.</summary>
    private static string NameOf(PageAnswer answer, DocumentHint? hint)
    {
        var address = Uri.UnescapeDataString(answer.FinalAddress.AbsolutePath[(answer.FinalAddress.AbsolutePath.LastIndexOf('/') + 1)..]);
        string?[] names = [hint?.Title, answer.FileName, address];
        var best = names.FirstOrDefault(static name => name is not null && name.Any(static character => character > '\u2E80')) ?? names.Last(static name => !string.IsNullOrEmpty(name))!;
        return best.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? best : new StringBuilder(best).Append(".pdf").ToString();
    }
}
