using System.Collections.Immutable;
using Extractor.Model.Layout;

namespace Extractor.Model.Documents;

/// <summary>
/// All that a reader sees on a page, taken from its words before any table or section was looked for: one side of the
/// page ledger.
/// </summary>
/// <param name="Text">The visible characters in reading order, without white space and watermarks.</param>
/// <param name="Numbers">Numbers with a decimal point or thousands separators, in reading order.</param>
/// <param name="RunningLines">Lines that are no text of the document: page numbers, running heads, captions and headers that a
/// continuation page repeats.</param>
public sealed record PrintedPage(string Text, ImmutableArray<PrintedNumber> Numbers, ImmutableArray<string> RunningLines)
{
    public static PrintedPage Nothing { get; } = new(string.Empty, [], []);

    /// <summary>Numbers that stand in rows and columns outside every table that was found, whole ones too: a table was not found.</summary>
    public ImmutableArray<PrintedNumber> Loose { get; init; } = [];
}

/// <summary>A number as printed (<c>1,234.50</c>; a sign before it is left out) and where its digits stand.</summary>
public readonly record struct PrintedNumber(string Text, Box Box);
