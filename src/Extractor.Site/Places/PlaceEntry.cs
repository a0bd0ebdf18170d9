using System.Text.Json;

namespace Extractor.Site.Places;

/// <summary>What is said of a place.</summary>
internal enum PlaceEntryKind
{
    Department,
    Government,
    Debt,
}

/// <summary>A department's account, a year of a government, or an amount of debt.</summary>
/// <param name="What">The department's key; the level of a government; measure, category, phase and level of debt.</param>
/// <param name="Year">Of the amount; 0 for departments.</param>
/// <param name="Amount">元; general public expenditure of a government, or the debt.</param>
/// <param name="Json">What will stand in the file.</param>
internal sealed record PlaceEntry(PlaceEntryKind Kind, string What, string DocumentId, int Year, decimal? Amount, byte[] Json)
{
    public static void Write(BinaryWriter writer, PlaceEntry entry)
    {
        writer.Write((byte)entry.Kind);
        writer.Write(entry.What);
        writer.Write(entry.DocumentId);
        writer.Write(entry.Year);
        writer.Write(entry.Amount is not null);
        writer.Write(entry.Amount ?? 0);
        writer.Write(entry.Json.Length);
        writer.Write(entry.Json);
    }

    public static PlaceEntry Read(BinaryReader reader)
    {
        var kind = (PlaceEntryKind)reader.ReadByte();
        var (what, document, year) = (reader.ReadString(), reader.ReadString(), reader.ReadInt32());
        var isKnown = reader.ReadBoolean();
        var amount = reader.ReadDecimal();
        return new PlaceEntry(kind, what, document, year, isKnown ? amount : null, reader.ReadBytes(reader.ReadInt32()));
    }
}

/// <summary>What stands beside a place in the list of all.</summary>
/// <param name="Departments">With an account.</param>
/// <param name="Governments">Years, phases and levels of its government.</param>
/// <param name="Spending">The government's general public expenditure (一般公共预算支出) of the latest year, the whole place before its own
/// level.</param>
/// <param name="Debt">Its debt (债务余额) at the end of the latest year of which all of it is known.</param>
internal sealed record PlaceSummary(int Departments, int Governments, int Debts, (int Year, decimal Amount)? Spending,
    (int Year, decimal Amount)? Debt)
{
    /// <summary>Accounts come before their budgets: what was, before what was expected.</summary>
    private static readonly string[] Phases = ["final_accounts", "execution", "adjusted", "budget"];

    public static PlaceSummary Of(IReadOnlyList<PlaceEntry> entries) => new(
        entries.Where(static entry => entry.Kind == PlaceEntryKind.Department).Select(static entry => entry.What)
            .Distinct(StringComparer.Ordinal).Count(),
        entries.Count(static entry => entry.Kind == PlaceEntryKind.Government),
        entries.Count(static entry => entry.Kind == PlaceEntryKind.Debt),
        SpendingOf(entries),
        DebtOf([.. entries.Where(static entry => entry.Kind == PlaceEntryKind.Debt)]));

    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("departments", Departments);
        json.WriteNumber("governments", Governments);
        json.WriteNumber("debts", Debts);
        WriteAmount("spending", Spending);
        WriteAmount("debt", Debt);

        void WriteAmount(string name, (int Year, decimal Amount)? value)
        {
            if (value is { } known)
            {
                json.WriteStartArray(name);
                json.WriteNumberValue(known.Year);
                json.WriteNumberValue(known.Amount);
                json.WriteEndArray();
            }
        }
    }

    private static (int, decimal)? SpendingOf(IEnumerable<PlaceEntry> entries) => entries
        .Where(static entry => entry is { Kind: PlaceEntryKind.Government, Amount: not null } && entry.What != "lower")
        .OrderByDescending(static entry => entry.What == "whole").ThenByDescending(static entry => entry.Year)
        .Select(static entry => ((int, decimal)?)(entry.Year, entry.Amount!.Value)).FirstOrDefault();

    private static (int, decimal)? DebtOf(List<PlaceEntry> debts)
    {
        foreach (var year in debts.GroupBy(static debt => debt.Year).OrderByDescending(static group => group.Key))
        {
            foreach (var (phase, level) in Phases.SelectMany(static phase => new[] { (phase, string.Empty), (phase, "whole") }))
            {
                decimal? Balance(string category) =>
                    year.FirstOrDefault(debt => debt.What == $"balance {category} {phase} {level}")?.Amount;
                if ((Balance("undivided") ?? (Balance("general") + Balance("special"))) is { } amount)
                {
                    return (year.Key, amount);
                }
            }
        }

        return null;
    }
}
