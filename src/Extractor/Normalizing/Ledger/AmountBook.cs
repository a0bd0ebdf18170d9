using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Layout;

namespace Extractor.Normalizing.Ledger;

/// <summary>Books each number printed on a page to one number of what is published, or to none.</summary>
internal sealed class AmountBook(ExtractedPage page, PublishedNumbers published)
{
    /// <summary>Kept in the text, though it stands in rows and columns.</summary>
    private static readonly Booking NotFound = new(Account.Text, LedgerCause.TableNotFound);

    private readonly int[] accounts = new int[(int)Account.Lost + 1];
    private readonly Dictionary<LedgerCause, int> causes = [];

    public LedgerCause? LargestCause => causes.Count == 0 ? null
        : causes.OrderByDescending(static cause => cause.Value).ThenBy(static cause => cause.Key).First().Key;

    /// <param name="causeOfLoss">Why a text at this place is in no section.</param>
    public AmountLedger Book(Func<Box, LedgerCause> causeOfLoss)
    {
        foreach (var booking in published.WholeOn(page.Number))
        {
            Enter(booking);
        }

        var loose = page.Printed.Loose.ToHashSet();
        var wholeLoose = page.Printed.Loose.Count(static number => SeparatedNumbers.In(number.Text).FirstOrDefault().Equals(default));
        for (var count = 0; count < wholeLoose; count++)
        {
            Enter(NotFound);
        }

        var byText = Equal(published.SeparatedOn(page.Number));
        var open = new List<PrintedNumber>();
        foreach (var number in page.Printed.Numbers)
        {
            if (byText.TryGetValue(number.Text, out var equal) && equal.TakeNearest(number.Box) is { } found)
            {
                Enter(found.Booking.HasMeaning || !loose.Contains(number) ? found.Booking : NotFound);
            }
            else
            {
                open.Add(number);
            }
        }

        var running = open.Count == 0 ? null : NumbersOf(page.Printed.RunningLines);
        foreach (var number in open)
        {
            if (Around(number) is { } around)
            {
                Take(around);
            }
            else if (IsLabel(number, running!))
            {
                Enter(Booking.Label);
            }
            else
            {
                Enter(new Booking(Account.Lost, causeOfLoss(number.Box)));
            }
        }

        int Of(Account account) => accounts[(int)account];
        var cellsOnly = Of(Account.KnownTable) + Of(Account.OtherTable) + Of(Account.Text);
        return new AmountLedger(
            page.Printed.Numbers.Length + published.WholeOn(page.Number).Count + wholeLoose,
            Of(Account.Lines), Of(Account.Projects), Of(Account.Indicators), Of(Account.StatedFigures),
            cellsOnly, Of(Account.Text), Of(Account.KnownTable), Of(Account.Labels), Of(Account.Lost));
    }

    private bool IsLabel(PrintedNumber number, Dictionary<string, int> running)
    {
        if (page.State == PageState.Contents || published.LabelsOn(page.Number).Any(label =>
            label.Text.Contains(number.Text, StringComparison.Ordinal)))
        {
            return true;
        }

        if (running.TryGetValue(number.Text, out var count) && count > 0)
        {
            running[number.Text] = count - 1;
            return true;
        }

        return false;
    }

    /// <summary>
    /// A number that is parted at the end of a line, or set together with another one: a number in the same place holds it.
    /// </summary>
    private PublishedNumber? Around(PrintedNumber number)
    {
        PublishedNumber? taken = null;
        foreach (var candidate in published.SeparatedOn(page.Number))
        {
            if (candidate.Box.Contains(number.Box.CentreX, number.Box.CentreY)
                && (candidate.Text.Contains(number.Text, StringComparison.Ordinal)
                    || number.Text.Contains(candidate.Text, StringComparison.Ordinal)))
            {
                if (!candidate.IsTaken)
                {
                    return candidate;
                }

                taken ??= candidate.Text == number.Text ? null : candidate;
            }
        }

        return taken;
    }

    private static Dictionary<string, EqualNumbers> Equal(IReadOnlyList<PublishedNumber> numbers)
    {
        var byText = new Dictionary<string, EqualNumbers>(StringComparer.Ordinal);
        foreach (var number in numbers)
        {
            if (!byText.TryGetValue(number.Text, out var equal))
            {
                byText.Add(number.Text, equal = new EqualNumbers());
            }

            equal.Add(number);
        }

        return byText;
    }

    private static Dictionary<string, int> NumbersOf(IEnumerable<string> lines)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            foreach (var range in SeparatedNumbers.In(line))
            {
                numbers[line[range]] = numbers.GetValueOrDefault(line[range]) + 1;
            }
        }

        return numbers;
    }

    private void Take(PublishedNumber number)
    {
        number.IsTaken = true;
        Enter(number.Booking);
    }

    private void Enter(Booking booking)
    {
        accounts[(int)booking.Account]++;
        if (booking.Cause is { } cause)
        {
            causes[cause] = causes.GetValueOrDefault(cause) + 1;
        }
    }
}
