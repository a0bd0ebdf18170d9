using System.Text.RegularExpressions;

namespace Extractor.Fetching.Publishers;

/// <summary>
/// A regular expression of a definition. It takes linear time whatever the page holds, so it knows no look-around and no back-references.
/// </summary>
public sealed class LinkPattern
{
    private readonly Regex expression;

    /// <exception cref="ArgumentException">It is no such expression; the message tells where.</exception>
    public LinkPattern(string text)
    {
        Text = text;
        try
        {
            expression = new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        }
        catch (NotSupportedException error)
        {
            throw new ArgumentException(error.Message, nameof(text), error);
        }
    }

    public string Text { get; }

    public bool Matches(string value) => expression.IsMatch(value);

    public override string ToString() => Text;
}
