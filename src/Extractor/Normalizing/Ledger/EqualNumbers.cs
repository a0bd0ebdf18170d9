using Extractor.Model.Layout;

namespace Extractor.Normalizing.Ledger;

/// <summary>
/// Published numbers of a page that read the same. Printed and published ones come in much the same order, so each search
/// begins where the one before ended: a page of a thousand zeros is not searched a thousand times.
/// </summary>
internal sealed class EqualNumbers
{
    private readonly List<PublishedNumber> numbers = [];
    private int next;
    private int taken;

    public void Add(PublishedNumber number) => numbers.Add(number);

    /// <summary>Takes the number in whose place the printed one stands, or the nearest; null where all are taken.</summary>
    public PublishedNumber? TakeNearest(Box printed)
    {
        var nearest = -1;
        var least = double.MaxValue;
        for (var step = 0; step < numbers.Count && taken < numbers.Count && least > 0; step++)
        {
            var index = (next + step) % numbers.Count;
            if (!numbers[index].IsTaken && Distance(numbers[index].Box, printed) is var distance && distance < least)
            {
                (nearest, least) = (index, distance);
            }
        }

        if (nearest < 0)
        {
            return null;
        }

        next = nearest + 1;
        taken++;
        numbers[nearest].IsTaken = true;
        return numbers[nearest];
    }

    /// <summary>Squared, from the middle of the printed number to the place of the published one; 0 within it.</summary>
    private static double Distance(Box place, Box number)
    {
        var x = Math.Max(0, Math.Max(place.Left - number.CentreX, number.CentreX - place.Right));
        var y = Math.Max(0, Math.Max(place.Top - number.CentreY, number.CentreY - place.Bottom));
        return (x * x) + (y * y);
    }
}
