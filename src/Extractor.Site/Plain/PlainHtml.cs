using System.Net;
using System.Text;

namespace Extractor.Site.Plain;

/// <summary>A page of plain HTML that is being written; what comes from documents is always text.</summary>
internal sealed class PlainHtml
{
    private readonly StringBuilder html = new();

    /// <param name="up">From the page's folder to that of the site: <c>../../</c>.</param>
    /// <param name="description">For link previews and search engines.</param>
    /// <param name="desk">Where the same stands in the site, after <c>#</c>.</param>
    public PlainHtml(string up, string title, string description, string desk)
    {
        Desk = $"{up}index.html{desk}";
        Raw("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self' file:; img-src data:\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Text(title).Raw("</title>\n")
            .Meta("name", "description", description).Meta("property", "og:title", title).Meta("property", "og:description", description)
            .Meta("property", "og:type", "article").Meta("property", "og:locale", "zh_CN")
            .Raw("<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"").Text(up)
            .Raw("read/read.css\">\n</head>\n<body>\n<main>\n<p><a href=\"").Text(up)
            .Raw("read/index.html\">全部地区 · All places</a></p>\n").Element("h1", title);
    }

    /// <summary>The same in the site.</summary>
    public string Desk { get; }

    /// <summary>Markup of our own.</summary>
    public PlainHtml Raw(string markup)
    {
        html.Append(markup);
        return this;
    }

    public PlainHtml Text(string? text)
    {
        html.Append(WebUtility.HtmlEncode(text));
        return this;
    }

    /// <summary>An element with text alone, on a line.</summary>
    public PlainHtml Element(string tag, string? text) => Raw($"<{tag}>").Text(text).Raw($"</{tag}>\n");

    public PlainHtml Link(string address, string? text) => Raw("<a href=\"").Text(address).Raw("\">").Text(text).Raw("</a>");

    public void WriteTo(string path)
    {
        Raw("</main>\n</body>\n</html>\n");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, html.ToString());
    }

    private PlainHtml Meta(string kind, string name, string content) =>
        Raw($"<meta {kind}=\"{name}\" content=\"").Text(content).Raw("\">\n");
}
