using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Extractor.Site.Reviews;
using Extractor.Site.Serving;

namespace Extractor.Site.Tests.Serving;

public sealed class ServeTests(DemoSite demo) : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly HttpClient client = new();
    private SiteServer? server;

    private Uri Address => server!.Address;

    private string Reviews => folder["reviews.csv"];

    public async ValueTask InitializeAsync()
    {
        if (demo.ReasonMissing is null)
        {
            server = await SiteServer.StartAsync(new ServeOptions(demo.Site, folder.Path, IPAddress.Loopback, 0), TimeProvider.System,
                CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Dispose();
    }

    [Fact]
    public async Task Get_Page_HasSecurityHeaders()
    {
        demo.SkipUnlessThere();

        using var answer = await client.GetAsync(Address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-eval'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(SecurityHeaders.ContentSecurityPolicy, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../reviews.csv")]
    [InlineData("/..%2freviews.csv")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/data/..%5c..%5creviews.csv")]
    [InlineData("//etc/passwd")]
    [InlineData("/data/documents/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/data/")]
    public async Task Get_PathOutOfTheSite_IsNotAnswered(string path)
    {
        demo.SkipUnlessThere();

        var status = await StatusOfAsync($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        Assert.True(status is 400 or 404, $"{path}: {status}");
    }

    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1:1", 200)]
    [InlineData("[::1]", 200)]
    public async Task Get_NameThatOthersCanPointHere_IsNotAnswered(string host, int expected)
    {
        demo.SkipUnlessThere();

        Assert.Equal(expected, await StatusOfAsync($"GET /data/site.json HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    }

    [Fact]
    public async Task Post_Decision_IsSavedAndShown()
    {
        demo.SkipUnlessThere();
        var (document, finding) = AnyFinding();

        using var answer = await PostAsync(Decision(document, finding), await TokenAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var saved = Assert.Single(ReviewFile.Read(Reviews));
        Assert.Equal((finding, document, "source_error", "=two places, \"quoted\"", "王某"),
            (saved.FindingId, saved.DocumentId, saved.Decision, saved.Note, saved.Reviewer));
        var shown = await client.GetFromJsonAsync<JsonElement>(new Uri(Address, "data/reviews.json"));
        Assert.Equal("source_error", shown.GetProperty(finding).GetProperty("decision").GetString());
    }

    [Theory]
    [InlineData("http://evil.example", "cross-site", true)]
    [InlineData("http://evil.example", null, true)]
    [InlineData(null, null, true)]
    [InlineData("own", "same-site", true)]
    [InlineData("own", "cross-site", true)]
    [InlineData("own", "same-origin", false)]
    public async Task Post_RequestOfAnotherSite_IsRefused(string? origin, string? fetchSite, bool hasToken)
    {
        demo.SkipUnlessThere();
        var (document, finding) = AnyFinding();

        using var answer = await PostAsync(Decision(document, finding), hasToken ? await TokenAsync() : "guessed", origin == "own" ? Own()
            : origin, fetchSite);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(File.Exists(Reviews));
    }

    [Theory]
    [InlineData("{\"finding\":\"unknown\"", 400)]
    [InlineData("{}", 400)]
    [InlineData("[1,2]", 400)]
    [InlineData("null", 400)]
    public async Task Post_BodyThatIsNoDecision_IsRefused(string body, int expected)
    {
        demo.SkipUnlessThere();

        using var answer = await PostAsync(new StringContent(body, Encoding.UTF8, "application/json"), await TokenAsync());

        Assert.Equal(expected, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("decision", "perhaps", 400)]
    [InlineData("reviewer", " ", 400)]
    [InlineData("reviewer", "a\nb", 400)]
    [InlineData("finding", "0123-4567", 404)]
    [InlineData("finding", "../../x", 400)]
    [InlineData("document", "../../../etc/passwd", 400)]
    [InlineData("document", "0000000000000000000000000000000000000000000000000000000000000000", 404)]
    public async Task Post_ValueOutOfItsRange_IsRefused(string property, string value, int expected)
    {
        demo.SkipUnlessThere();
        var (document, finding) = AnyFinding();
        var sent = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["finding"] = finding,
            ["document"] = document,
            ["decision"] = "our_error",
            ["note"] = string.Empty,
            ["reviewer"] = "someone",
            [property] = value,
        };

        using var answer = await PostAsync(JsonContent.Create(sent), await TokenAsync());

        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.False(File.Exists(Reviews));
    }

    [Fact]
    public async Task Post_BodyTooLong_IsRefused()
    {
        demo.SkipUnlessThere();

        using var answer = await PostAsync(new StringContent(new string(' ', 40_000), Encoding.UTF8, "application/json"),
            await TokenAsync());

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Post_ManyAtOnce_AllAreSaved()
    {
        demo.SkipUnlessThere();
        var (document, finding) = AnyFinding();
        var token = await TokenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(Decision(document, finding), token)));

        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(20, ReviewFile.Read(Reviews).Count);
        Array.ForEach(answers, static answer => answer.Dispose());
    }

    [Fact]
    public async Task Serve_FolderWithoutSite_SaysHowToMakeOne()
    {
        var run = await CommandRun.OfAsync("serve", folder.Path, "--port", "0");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("extractor site", run.Error, StringComparison.Ordinal);
    }

    private (string Document, string Finding) AnyFinding()
    {
        var document = SiteFiles.Documents(demo.Site).First(static candidate => candidate.GetProperty("findings").GetArrayLength() > 0);
        return (SiteFiles.Id(document), document.GetProperty("findings")[0].GetProperty("id").GetString()!);
    }

    private static JsonContent Decision(string document, string finding) =>
        JsonContent.Create(new { finding, document, decision = "source_error", note = "=two places, \"quoted\"", reviewer = "王某" });

    private string Own() => Address.GetLeftPart(UriPartial.Authority);

    private async Task<string> TokenAsync()
    {
        using var answer = await client.GetAsync(new Uri(Address, "data/site.json"));
        return answer.Headers.GetValues("Extractor-Review-Token").Single();
    }

    private Task<HttpResponseMessage> PostAsync(HttpContent content, string token) => PostAsync(content, token, Own(), "same-origin");

    private async Task<HttpResponseMessage> PostAsync(HttpContent content, string token, string? origin, string? fetchSite)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address, "reviews")) { Content = content };
        request.Headers.Add("Extractor-Review-Token", token);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (fetchSite is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", fetchSite);
        }

        return await client.SendAsync(request);
    }

    /// <summary>The status of a request that is sent as it stands: a client would mend its path.</summary>
    private async Task<int> StatusOfAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var status = await reader.ReadLineAsync() ?? string.Empty;
        return int.Parse(status.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
