using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Extractor.Site.Documents;
using Extractor.Site.Generating;
using Extractor.Site.Reviews;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Extractor.Site.Serving;

/// <summary>
/// <c>POST /reviews</c> saves a decision into <c>reviews.csv</c>; <c>GET /data/reviews.json</c> answers with what is saved now.
/// <para>
/// Only the site's own pages may save: the browser has to say that the request comes from here (<c>Sec-Fetch-Site</c>,
/// <c>Origin</c>), and the page has to show the token that came to it with <c>data/site.json</c>, which no other site can read.
/// </para>
/// </summary>
internal sealed partial class ReviewEndpoint(string data, string site, TimeProvider clock)
{
    /// <summary>Longest request body in bytes.</summary>
    public const int LongestBody = 32 * 1024;

    public const string TokenHeader = "Extractor-Review-Token";

    private readonly string token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    private readonly Lock writing = new();

    private string File => ReviewFile.PathIn(data);

    public void Map(WebApplication application)
    {
        application.Use(async (context, next) =>
        {
            var path = context.Request.Path;
            if (path == "/data/reviews.json" && HttpMethods.IsGet(context.Request.Method))
            {
                await AnswerAsync(context);
            }
            else if (path == "/reviews")
            {
                await SaveAsync(context);
            }
            else
            {
                if (path == "/data/site.json")
                {
                    context.Response.Headers[TokenHeader] = token;
                }

                await next(context);
            }
        });
    }

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFile.Options))
        {
            ReviewJson.Write(json, ReviewFile.Read(File));
        }

        await context.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
    }

    private async Task SaveAsync(HttpContext context)
    {
        var (status, message) = await TrySaveAsync(context);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(message, context.RequestAborted);
    }

    private async Task<(int Status, string Message)> TrySaveAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            return (StatusCodes.Status405MethodNotAllowed, "Decisions are saved by POST.");
        }

        if (!IsFromThisSite(request))
        {
            return (StatusCodes.Status403Forbidden, "Only the pages of this site may save decisions. Load the page again.");
        }

        if (request.ContentType?.Split(';')[0].Trim() != "application/json")
        {
            return (StatusCodes.Status415UnsupportedMediaType, "A decision is sent as application/json.");
        }

        SentDecision? sent;
        try
        {
            sent = await JsonSerializer.DeserializeAsync<SentDecision>(request.Body, SentDecision.Format, context.RequestAborted);
        }
        catch (Exception exception) when (exception is JsonException or BadHttpRequestException)
        {
            return (exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status400BadRequest,
                "The decision cannot be read, or is too long.");
        }

        if (sent is null || sent.Fault() is not null)
        {
            return (StatusCodes.Status400BadRequest, sent?.Fault() ?? "There is no decision in the request.");
        }

        if (!HasFinding(sent.Document, sent.Finding))
        {
            return (StatusCodes.Status404NotFound,
                $"The site has no finding '{sent.Finding}'. Load the page again: the data may have been published anew.");
        }

        try
        {
            lock (writing)
            {
                ReviewFile.Add(File, new ReviewDecision(sent.Finding, sent.Document, sent.Decision, sent.Note.Trim(), sent.Reviewer.Trim(),
                    clock.GetUtcNow()));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SiteException)
        {
            return (StatusCodes.Status500InternalServerError, $"The decision is not saved: {exception.Message}");
        }

        return (StatusCodes.Status200OK, "saved");
    }

    private bool IsFromThisSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var shown = Encoding.UTF8.GetBytes(request.Headers[TokenHeader].ToString());
        return site is "" or "same-origin"
            && request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}"
            && CryptographicOperations.FixedTimeEquals(shown, Encoding.UTF8.GetBytes(token));
    }

    private bool HasFinding(string documentId, string findingId)
    {
        var path = Path.Combine(site, "data", DocumentWriter.FolderOf(documentId), "document.json");
        if (!System.IO.File.Exists(path))
        {
            return false;
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("findings").EnumerateArray().Any(finding =>
            finding.GetProperty("id").ValueEquals(findingId));
    }

    /// <summary>What the page sends.</summary>
    private sealed partial record SentDecision(string Finding, string Document, string Decision, string Note, string Reviewer)
    {
        public static JsonSerializerOptions Format { get; } = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            MaxDepth = 4,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };

        /// <summary>What is wrong with it; null where nothing is.</summary>
        public string? Fault() =>
            !DocumentId().IsMatch(Document) ? "document is no id of a document"
            : !FindingId().IsMatch(Finding) ? "finding is no id of a finding"
            : !ReviewDecision.Decisions.Contains(Decision, StringComparer.Ordinal)
                ? $"decision is none of {string.Join(", ", ReviewDecision.Decisions)}"
            : Reviewer.Trim().Length is 0 or > ReviewDecision.LongestName || Reviewer.Any(char.IsControl)
                ? $"reviewer is to be a name of 1 to {ReviewDecision.LongestName} characters"
            : Note.Length > ReviewDecision.LongestNote || Note.Any(static c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
                ? $"note is to have at most {ReviewDecision.LongestNote} characters of text"
            : null;

        [GeneratedRegex("^[0-9a-f]{64}$")]
        private static partial Regex DocumentId();

        [GeneratedRegex("^[0-9a-f-]{1,100}$")]
        private static partial Regex FindingId();
    }
}
