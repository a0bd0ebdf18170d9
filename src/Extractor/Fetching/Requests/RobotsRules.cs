using System.Globalization;

namespace Extractor.Fetching.Requests;

/// <summary>What a host's robots.txt asks of us (RFC 9309).</summary>
public sealed class RobotsRules
{
    private readonly List<(string Pattern, bool IsAllowed)> rules = [];

    private RobotsRules()
    {
    }

    /// <summary>A host without a robots.txt refuses nothing.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>Crawl-delay: no part of the standard, and easily honoured.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <param name="product">The product token of our User-Agent.</param>
    public static RobotsRules Read(string text, string product)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ours = new RobotsRules();
        var all = new RobotsRules();
        var isNamed = false;
        var targets = new List<RobotsRules>();
        var inAgents = false;
        foreach (var whole in text.Split('\n'))
        {
            var line = whole.Split('#')[0].Trim();
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            var key = line[..colon].Trim().ToUpperInvariant();
            var value = line[(colon + 1)..].Trim();
            if (key == "USER-AGENT")
            {
                if (!inAgents)
                {
                    targets.Clear();
                }

                inAgents = true;
                if (value == "*")
                {
                    targets.Add(all);
                }
                else if (value.Equals(product, StringComparison.OrdinalIgnoreCase))
                {
                    isNamed = true;
                    targets.Add(ours);
                }

                continue;
            }

            if (key is "ALLOW" or "DISALLOW")
            {
                inAgents = false;
                if (value.Length > 0)
                {
                    targets.ForEach(target => target.rules.Add((value, key == "ALLOW")));
                }
            }
            else if (key == "CRAWL-DELAY")
            {
                inAgents = false;
                if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 600)
                {
                    targets.ForEach(target => target.Delay = TimeSpan.FromSeconds(seconds));
                }
            }
        }

        return isNamed ? ours : all;
    }

    /// <summary>The longest rule that fits decides; of two equally long ones the one that allows.</summary>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var path = Unescaped(address.PathAndQuery);
        var best = rules.Where(rule => Fits(Unescaped(rule.Pattern), path))
            .OrderByDescending(static rule => rule.Pattern.Length).ThenByDescending(static rule => rule.IsAllowed).Select(static rule =>
                (bool?)rule.IsAllowed).FirstOrDefault();
        return best ?? true;
    }

    private static string Unescaped(string path) => Uri.UnescapeDataString(path);

    /// <summary><c>*</c> is any run of characters, <c>$</c> at the end the end of the path.</summary>
    private static bool Fits(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var place = parts[0].Length;
        for (var index = 1; index < parts.Length; index++)
        {
            var isLast = index == parts.Length - 1;
            var found = isLast && isWhole
                ? path.Length - parts[index].Length >= place && path.EndsWith(parts[index], StringComparison.Ordinal)
                    ? path.Length - parts[index].Length : -1
                : path.IndexOf(parts[index], place, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            place = found + parts[index].Length;
        }

        return !isWhole || place == path.Length;
    }
}
