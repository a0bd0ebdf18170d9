using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Extractor.Fetching.Requests;

namespace Extractor.Fetching.Archive;

/// <summary>The answer that a revisit record refers to.</summary>
public sealed record EarlierAnswer(DateTimeOffset At, string PayloadDigest);

/// <summary>
/// A WARC 1.1 file (ISO 28500:2017) in the making, every record a gzip member of its own (annex D).
/// It is only ever appended to; after a crash it is cut back to a length that was journalled.
/// </summary>
public sealed class WarcFile : IDisposable
{
    /// <summary>Clause 6.7.3 and 6.7.2.</summary>
    private const string ServerNotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";
    private const string IdenticalPayload = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

    private readonly FileStream file;

    private WarcFile(FileStream file) => this.file = file;

    public long Length => file.Length;

    /// <param name="length">What is known to be whole; the rest is cut off.</param>
    public static WarcFile Open(string path, long length)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
        file.SetLength(Math.Min(length, file.Length));
        file.Seek(0, SeekOrigin.End);
        return new WarcFile(file);
    }

    public void Dispose() => file.Dispose();

    public void AppendInfo(string fileName, DateTimeOffset at, string userAgent, string version)
    {
        var content = Encoding.UTF8.GetBytes(
            $"software: Extractor/{version}\r\nformat: WARC File Format 1.1\r\nconformsTo: " +
            $"http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\nrobots: obey\r\nhttp-header-user-agent: " +
            $"{userAgent}\r\n");
        Write("warcinfo", IdOf("warcinfo", fileName, at), at, [("WARC-Filename", fileName), ("Content-Type", "application/warc-fields")],
            content, null);
    }

    /// <summary>
    /// Request and answer. An answer that brings nothing new becomes a revisit record; one that was cut says why (clause 5.13).
    /// </summary>
    /// <param name="earlier">The last answer of the address with its bytes; null where there is none.</param>
    /// <returns>The digest of the payload, and whether its bytes were written here.</returns>
    public (string PayloadDigest, bool IsWhole) Append(Exchange exchange, EarlierAnswer? earlier)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var url = exchange.Address.AbsoluteUri;
        var payload = DigestOf(exchange.BodyPath);
        earlier = exchange.Truncated is null ? earlier : null;
        var revisit = earlier is null ? null : exchange.Status == 304 ? ServerNotModified : payload == earlier.PayloadDigest
            ? IdenticalPayload : null;
        var id = IdOf(revisit is null ? "response" : "revisit", url, exchange.At);
        var headers = new List<(string, string)>
        {
            ("WARC-Target-URI", url),
            ("Content-Type", "application/http; msgtype=response"),
            ("WARC-Payload-Digest", revisit is null ? payload : earlier!.PayloadDigest),
        };
        if (exchange.Truncated is { } reason)
        {
            headers.Add(("WARC-Truncated", reason));
        }

        if (revisit is not null)
        {
            headers.Add(("WARC-Profile", revisit));
            headers.Add(("WARC-Refers-To-Target-URI", url));
            headers.Add(("WARC-Refers-To-Date", Moment(earlier!.At)));
            Write("revisit", id, exchange.At, headers, exchange.ResponseHead, null);
        }
        else
        {
            Write("response", id, exchange.At, headers, exchange.ResponseHead, exchange.BodyPath);
        }

        Write(
            "request",
            IdOf("request", url, exchange.At),
            exchange.At,
            [("WARC-Target-URI", url), ("WARC-Concurrent-To", id), ("Content-Type", "application/http; msgtype=request")],
            exchange.RequestHead,
            null);
        return (payload, revisit is null);
    }

    /// <summary>Hands everything to the operating system; with <paramref name="toDisk"/> waits until it is on the disk.</summary>
    public void Flush(bool toDisk) => file.Flush(toDisk);

    /// <summary>Clause 5.8: algorithm and value; SHA-256 in Base32, as is the custom.</summary>
    private static string DigestOf(string? path)
    {
        if (path is null)
        {
            return Labelled(SHA256.HashData([]));
        }

        using var stream = File.OpenRead(path);
        return Labelled(SHA256.HashData(stream));
    }

    private void Write(string type, string id, DateTimeOffset at, IEnumerable<(string Name, string Value)> headers, byte[] block,
        string? bodyPath)
    {
        using var body = bodyPath is null ? null : File.OpenRead(bodyPath);
        byte[] digest;
        if (body is null)
        {
            digest = SHA256.HashData(block);
        }
        else
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(block);
            var buffer = new byte[1 << 16];
            for (int count; (count = body.Read(buffer)) > 0;)
            {
                hash.AppendData(buffer, 0, count);
            }

            digest = hash.GetHashAndReset();
        }

        var head = new StringBuilder("WARC/1.1\r\n");
        head.Append(CultureInfo.InvariantCulture, $"WARC-Type: {type}\r\nWARC-Record-ID: {id}\r\nWARC-Date: {Moment(at)}\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        head.Append(CultureInfo.InvariantCulture,
            $"WARC-Block-Digest: {Labelled(digest)}\r\nContent-Length: {block.Length + (body?.Length ?? 0)}\r\n\r\n");
        using var member = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        member.Write(Encoding.UTF8.GetBytes(head.ToString()));
        member.Write(block);
        if (body is not null)
        {
            body.Position = 0;
            body.CopyTo(member);
        }

        member.Write("\r\n\r\n"u8);
    }

    private static string IdOf(string type, string target, DateTimeOffset at)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{target}\n{at.UtcTicks}"));
        return $"<urn:uuid:{new Guid(hash.AsSpan(0, 16))}>";
    }

    private static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static string Labelled(byte[] hash) => "sha256:" + Base32(hash);

    /// <summary>RFC 4648, with padding.</summary>
    private static string Base32(byte[] bytes)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new StringBuilder();
        var bits = 0;
        var held = 0;
        foreach (var value in bytes)
        {
            held = (held << 8) | value;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(alphabet[(held >> (bits - 5)) & 31]);
            }

            held &= (1 << bits) - 1;
        }

        if (bits > 0)
        {
            text.Append(alphabet[(held << (5 - bits)) & 31]);
        }

        return text.Append('=', (8 - (text.Length % 8)) % 8).ToString();
    }
}
