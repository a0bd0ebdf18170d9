using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Extractor.Tests.Fetching;

/// <summary>
/// A host that writes bytes as the test says, whatever HTTP thinks of them, and then closes the connection. It has no robots.txt.
/// </summary>
internal sealed class RawHost : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> asked = new();
    private readonly Func<string, byte[]> answer;
    private readonly Task serving;

    /// <param name="answer">From the head of the request to all that is sent; after an empty answer the connection stays open and
    /// silent.</param>
    public RawHost(Func<string, byte[]> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>First lines of the requests, robots.txt left out.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        listener.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        finally
        {
            await Task.WhenAll(open).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var head = new StringBuilder();
            var buffer = new byte[4096];
            while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                var count = await stream.ReadAsync(buffer, stop.Token);
                if (count == 0)
                {
                    return;
                }

                head.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }

            if (head.ToString().StartsWith("GET /robots.txt ", StringComparison.Ordinal))
            {
                await stream.WriteAsync(Bytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), stop.Token);
                return;
            }

            asked.Enqueue(head.ToString().Split("\r\n")[0]);
            var bytes = answer(head.ToString());
            await stream.WriteAsync(bytes, stop.Token);
            if (bytes.Length == 0)
            {
                await Task.Delay(Timeout.Infinite, stop.Token);
            }

            client.Client.Shutdown(SocketShutdown.Send);
            while (await stream.ReadAsync(buffer, stop.Token) > 0)
            {
                // Until the other side has closed too.
            }
        }
    }
}
