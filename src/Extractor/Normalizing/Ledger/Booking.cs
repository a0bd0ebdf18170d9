using Extractor.Model.Evidence;
using Extractor.Model.Layout;

namespace Extractor.Normalizing.Ledger;

/// <summary>Where a printed amount can be found in what is published, in the order in which it is looked for.</summary>
internal enum Account
{
    Lines,
    Projects,
    Indicators,
    StatedFigures,

    /// <summary>A cell of a table of a known kind.</summary>
    KnownTable,

    /// <summary>A cell of another table.</summary>
    OtherTable,

    /// <summary>The text of a section, a note of a table.</summary>
    Text,
    Labels,
    Lost,
}

/// <param name="Cause">Why there is no meaning; null where there is one, and for labels.</param>
internal readonly record struct Booking(Account Account, LedgerCause? Cause)
{
    public static Booking Label { get; } = new(Account.Labels, null);

    public bool HasMeaning => Account <= Account.StatedFigures;
}

/// <summary>A number in something published, which the number printed at its place is booked by.</summary>
/// <param name="box">Of the cell or of the printed line.</param>
internal sealed class PublishedNumber(string text, Box box, Booking booking)
{
    public string Text => text;

    public Box Box => box;

    public Booking Booking => booking;

    /// <summary>A printed number was found for it: another one needs another.</summary>
    public bool IsTaken { get; set; }
}
