using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Extractor.Fetching.Pages;

namespace Extractor.Fetching.Requests;

/// <summary>One answer that was read to its end, or refused for its size.</summary>
internal sealed record Reading(
    int Status,
    string? BodyPath,
    string? Location,
    TimeSpan? RetryAfter,
    string? Charset,
    string? ETag,
    string? LastModified,
    string? FileName,
    string? Cookies,
    string? Fault,
    TimeSpan Silence);

/// <summary>Makes one request and reads its answer into files, within the limits.</summary>
internal sealed class ExchangeReader(RequestSettings settings, TimeProvider clock)
{
    /// <summary>Of an answer that is refused for its size this much is kept as evidence.</summary>
    private const long MostBytesOfRefused = 1 << 20;

    /// <summary>Bytes; a host that sends less while it may be idle sends nothing that would ever be whole.</summary>
    private const int LeastAtOnce = 1024;

    private int count;

    public int Count => Volatile.Read(ref count);

    public async Task<Reading> ReadAsync(HttpClient client, PageRequest asked, List<Exchange> exchanges,
        CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref count);
        using var request = new HttpRequestMessage(asked.Form is null ? HttpMethod.Get : HttpMethod.Post, asked.Address)
        {
            Content = asked.Form is { } form
                ? new StringContent(form, Encoding.ASCII, new MediaTypeHeaderValue(form.StartsWith('{') ? "application/json"
                    : "application/x-www-form-urlencoded")) : null,
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact
        };
        Add("User-Agent", settings.UserAgent);
        Add("Accept", "text/html,application/xhtml+xml,application/pdf,application/zip,*/*;q=0.5");
        Add("Accept-Language", "zh-CN,zh;q=0.9");
        Add("Accept-Encoding", "gzip");
        Add("Cookie", asked.Cookies);
        Add("If-None-Match", asked.ETag);
        Add("If-Modified-Since", asked.LastModified);
        var requestHead = HeadOf(request, asked.Form);
        var at = clock.GetUtcNow();
        var started = clock.GetTimestamp();
        using var idle = new CancellationTokenSource(settings.IdleTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
        var silence = clock.GetElapsedTime(started);

        var path = Path.Combine(asked.Scratch, $"{number:D8}.body");
        string? fault;
        try
        {
            fault = response.Content.Headers.ContentLength > asked.MostBytes
                ? $"{response.Content.Headers.ContentLength} bytes are declared; at most {asked.MostBytes} are taken"
                : await ReadBodyAsync(response, path, asked.MostBytes, idle, either.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException or IOException)
        {
            Keep(error is OperationCanceledException ? "time" : "disconnect");
            throw;
        }

        Keep(fault is null ? null : "length");
        var whole = File.Exists(path) ? path : null;
        var body = fault is null && whole is not null ? Unpack(response, whole, asked.MostBytes, out fault) : null;
        return new Reading(
            (int)response.StatusCode,
            body,
            Header(response, "Location"),
            RetryAfter(response),
            Charset(response),
            Header(response, "ETag"),
            Header(response, "Last-Modified"),
            FileName(response),
            CookiesOf(response),
            fault,
            silence);

        void Keep(string? truncated) => exchanges.Add(
            new Exchange(asked.Address.WithoutFragment(), at, requestHead, HeadOf(response),
                (int)response.StatusCode, File.Exists(path) ? path : null, truncated));

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    /// <summary>A body without a byte leaves no file.</summary>
    private async Task<string?> ReadBodyAsync(HttpResponseMessage response, string path, long most, CancellationTokenSource idle,
        CancellationToken cancellationToken)
    {
        using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        FileStream? file = null;
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            long length = 0;
            long enough = 0;
            for (int read; (read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0; length += read)
            {
                if (length + read >= enough)
                {
                    idle.CancelAfter(settings.IdleTimeout);
                    enough = length + read + LeastAtOnce;
                }

                file ??= new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
                if (length + read > most)
                {
                    file.SetLength(Math.Min(file.Length, MostBytesOfRefused));
                    return $"the answer goes on after {most} bytes; no more are taken";
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }

            return null;
        }
        finally
        {
            file?.Dispose();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Packed bodies are unpacked within the same limit: a few kilobytes can declare gigabytes.</summary>
    private static string? Unpack(HttpResponseMessage response, string path, long most, out string? fault)
    {
        fault = null;
        var packing = Header(response, "Content-Encoding")?.Trim().ToUpperInvariant();
        if (packing is null or "" or "IDENTITY")
        {
            return path;
        }

        if (packing is not ("GZIP" or "X-GZIP" or "DEFLATE" or "BR"))
        {
            fault = $"the answer is packed as '{packing}', which was not asked for";
            return null;
        }

        var target = path + ".plain";
        try
        {
            using var packed = File.OpenRead(path);
            using Stream unpacking = packing switch
            {
                "DEFLATE" => new ZLibStream(packed, CompressionMode.Decompress),
                "BR" => new BrotliStream(packed, CompressionMode.Decompress),
                _ => new GZipStream(packed, CompressionMode.Decompress),
            };
            using var file = File.Create(target);
            var buffer = new byte[1 << 16];
            long length = 0;
            for (int read; (read = unpacking.Read(buffer)) > 0; length += read)
            {
                if (length + read > most)
                {
                    fault = $"the answer unpacks to more than {most} bytes; no more are taken";
                    return null;
                }

                file.Write(buffer, 0, read);
            }

            return target;
        }
        catch (InvalidDataException error)
        {
            fault = $"the answer cannot be unpacked: {error.Message}";
            return null;
        }
    }

    private static string? Header(HttpResponseMessage response, string name)
    {
        // As they came: HTTP has its headers in Latin-1, hosts write UTF-8 or GBK into them.
        if (!response.Headers.NonValidated.TryGetValues(name, out var values) &&
            !response.Content.Headers.NonValidated.TryGetValues(name, out values))
        {
            return null;
        }

        var value = values.ToString();
        return value.Any(static character => character > '\u007F') ? PageDecoder.Decode(Encoding.Latin1.GetBytes(value), null) : value;
    }

    /// <summary>
    /// Names and values, as a request sends them; nothing else of a cookie is kept, and none of them longer than the redirects.
    /// </summary>
    private static string? CookiesOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Set-Cookie", out var values)
            ? string.Join("; ", values.Select(static value => value.Split(';')[0].Trim()).Where(static pair =>
                pair.Length > 0 && pair.All(static character => character is > '\u001F' and < '\u007F')))
            : null;

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } asked)
        {
            return null;
        }

        var wait = asked.Delta ?? asked.Date - clock.GetUtcNow();
        return wait is { } time && time > TimeSpan.Zero ? time : null;
    }

    private static string? Charset(HttpResponseMessage response)
    {
        var type = Header(response, "Content-Type");
        var place = type?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return place < 0 ? null : type![(place + 8)..].Split(';')[0].Trim().Trim('"', '\'');
    }

    private static string? FileName(HttpResponseMessage response)
    {
        if (Header(response, "Content-Disposition") is not { } disposition)
        {
            return null;
        }

        string? plain = null;
        foreach (var part in disposition.Split(';').Skip(1).Select(static part => part.Trim()))
        {
            if (part.StartsWith("filename*=", StringComparison.OrdinalIgnoreCase) && part.Split('\'') is [_, _, var extended])
            {
                return Uri.UnescapeDataString(extended);
            }

            if (part.StartsWith("filename=", StringComparison.OrdinalIgnoreCase))
            {
                plain = Uri.UnescapeDataString(part[9..].Trim('"'));
            }
        }

        return plain;
    }

    /// <summary>With the form that was sent behind it.</summary>
    private static byte[] HeadOf(HttpRequestMessage request, string? form)
    {
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture,
            $"{request.Method} {request.RequestUri!.PathAndQuery} HTTP/1.1\r\nHost: {request.RequestUri.Authority}\r\n");
        foreach (var header in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
        {
            head.Append(CultureInfo.InvariantCulture, $"{header.Key}: {header.Value}\r\n");
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").Append(form).ToString());
    }

    /// <summary>The body is kept without its chunks, so the header that announces them gets another name; that is the custom.</summary>
    private static byte[] HeadOf(HttpResponseMessage response)
    {
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture,
            $"HTTP/{response.Version.ToString(2)} {(int)response.StatusCode} {response.ReasonPhrase}\r\n");
        foreach (var header in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            var name = header.Key.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase) ? "X-Archive-Orig-Transfer-Encoding"
                : header.Key;
            foreach (var value in header.Value)
            {
                head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
            }
        }

        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }
}
