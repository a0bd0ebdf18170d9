using System.Globalization;
using Extractor.Site.Generating;

namespace Extractor.Site.Places;

/// <summary>What the departments of each place print as 本年支出合计, added up for a year, phase and extent.</summary>
internal sealed class PlaceSums
{
    private readonly SortedDictionary<string, List<PlaceSum>> accounts = new(StringComparer.Ordinal);

    /// <param name="entries">Of the place; one document for an account of a department.</param>
    public void Add(string code, IEnumerable<PlaceEntry> entries)
    {
        foreach (var account in entries.Where(static entry => entry.Kind == PlaceEntryKind.Department).GroupBy(AccountOf))
        {
            if (!accounts.TryGetValue(account.Key, out var sums))
            {
                accounts.Add(account.Key, sums = []);
            }

            sums.Add(new PlaceSum(code, account.Count(), account.Sum(static entry => entry.Amount ?? 0),
                account.Count(static entry => entry.Amount is null)));
        }
    }

    /// <summary><c>places/YEAR-PHASE-SCOPE.json</c></summary>
    public void Write(string data)
    {
        foreach (var (account, sums) in accounts)
        {
            JsonFile.Write(Path.Combine(data, "places", account + ".json"), json =>
            {
                json.WriteStartArray();
                foreach (var sum in sums.OrderBy(static sum => sum.Code, StringComparer.Ordinal))
                {
                    json.WriteStartArray();
                    json.WriteStringValue(sum.Code);
                    json.WriteNumberValue(sum.Departments);
                    json.WriteNumberValue(sum.Expenditure);
                    json.WriteNumberValue(sum.Without);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
            });
        }
    }

    private static string AccountOf(PlaceEntry entry) => entry.What.Split(' ') is [var phase, var scope, ..]
        ? string.Create(CultureInfo.InvariantCulture, $"{entry.Year}-{phase}-{scope}") : throw new InvalidOperationException(entry.What);

    /// <param name="Expenditure">元.</param>
    /// <param name="Without">Departments without a total, which are not in the sum.</param>
    private sealed record PlaceSum(string Code, int Departments, decimal Expenditure, int Without);
}
