using System.Text.Json;

namespace Extractor.Site.Places;

/// <summary>What is said of a place.</summary>
internal enum PlaceEntryKind
{
    Department,
    Government,
    Debt,

    /// <summary>What a department spends under a subject.</summary>
    Spending,
}

/// <summary>A department's account, a year of a government, or an amount of debt.</summary>
/// <param name="What">Phase, extent and key of a department's account; phase and level of a government; measure, category, phase and level
/// of debt; phase, extent and subject of spending.</param>
/// <param name="Year">Of the amount.</param>
/// <param name="Amount">元; a department's expenditure, general public expenditure of a government, the debt, or what is spent.</param>
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
internal sealed record PlaceSummary(int Departments, int Governments, int Debts, LatestAmount? Spending, LatestAmount? Debt)
{
    /// <summary>Of what was, not of what was expected; accounts first.</summary>
    private static readonly string[] Phases = ["final_accounts", "execution"];

    /// <summary>What is known later of a year comes later.</summary>
    private static readonly string[] Later = ["budget", "adjusted", "execution", "final_accounts"];

    public static PlaceSummary Of(IReadOnlyList<PlaceEntry> entries) => new(
        entries.Where(static entry => entry.Kind == PlaceEntryKind.Department).Select(static entry => entry.What.Split(' ')[^1])
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
        WriteAmounts(json);
    }

    /// <summary>What is known of the government's spending and debt.</summary>
    public void WriteAmounts(Utf8JsonWriter json)
    {
        WriteAmount("spending", Spending);
        WriteAmount("debt", Debt);

        void WriteAmount(string name, LatestAmount? value)
        {
            if (value is { } known)
            {
                json.WriteStartArray(name);
                json.WriteNumberValue(known.Year);
                json.WriteNumberValue(known.Amount);
                json.WriteStringValue(known.Phase);
                json.WriteStringValue(known.Level);
                json.WriteEndArray();
            }
        }
    }

    private static LatestAmount? SpendingOf(IEnumerable<PlaceEntry> entries) => entries
        .Where(static entry => entry is { Kind: PlaceEntryKind.Government, Amount: not null })
        .Select(static entry => LatestAmount.Of(entry.Year, entry.Amount!.Value, entry.What))
        .Where(static amount => amount.Level != "lower")
        .OrderByDescending(static amount => amount.Level == "whole").ThenByDescending(static amount => amount.Year)
        .ThenByDescending(static amount => Array.IndexOf(Later, amount.Phase)).FirstOrDefault();

    /// <summary>
    /// General and special debt of the latest year that has both: one figure for all debt may be of one kind only, and counts where no
    /// year has both. What is expected of a year is no balance.
    /// </summary>
    private static LatestAmount? DebtOf(List<PlaceEntry> debts)
    {
        var known = debts.ToLookup(static debt => (debt.Year, debt.What));
        var phases = Phases.SelectMany(static phase => new[] { $"{phase} ", $"{phase} whole" }).ToList();
        var scopes = debts.Select(static debt => debt.Year).Distinct().OrderDescending()
            .SelectMany(year => phases.Select(phase => (Year: year, Ending: phase))).ToList();
        return scopes
            .Select(scope => (Scope: scope, Yuan: Balance("general", scope.Year, scope.Ending) +
                Balance("special", scope.Year, scope.Ending)))
            .Concat(scopes.Select(scope => (Scope: scope, Yuan: Balance("undivided", scope.Year, scope.Ending))))
            .Where(static debt => debt.Yuan is not null)
            .Select(static debt => LatestAmount.Of(debt.Scope.Year, debt.Yuan!.Value, debt.Scope.Ending))
            .FirstOrDefault();

        decimal? Balance(string category, int year, string ending) =>
            known[(year, $"balance {category} {ending}")].FirstOrDefault()?.Amount;
    }
}

/// <summary>An amount of the latest year that has it, with the phase and the level of the government (null where it is not said).</summary>
internal sealed record LatestAmount(int Year, decimal Amount, string Phase, string? Level)
{
    /// <param name="what">Phase and level: <c>execution whole</c>, or <c>execution </c> without a level.</param>
    public static LatestAmount Of(int year, decimal amount, string what)
    {
        var words = what.Split(' ');
        return new LatestAmount(year, amount, words[0], words[1].Length == 0 ? null : words[1]);
    }
}
