using System.Text.Json;
using Extractor.Publications.Documents;
using Extractor.Publications.Rows;
using Extractor.Site.Departments;
using Extractor.Site.Figures;
using Extractor.Site.Generating;
using Extractor.Site.Subjects;

namespace Extractor.Site.Places;

/// <summary>
/// <c>data/places/44/CODE.json</c>: a place (地区): the figures of its government, its debt by year, whoever publishes it, and its
/// departments; <c>data/places.json</c>: all places with the latest of them; <c>data/places/YEAR-PHASE-SCOPE.json</c>: what the departments
/// of each place spend in all; <c>data/places-first.json</c>: the governments of the first screen.
/// </summary>
/// <remarks>Facts of governments are few against those of departments: they are kept by document until it comes by.</remarks>
internal sealed class PlaceIndex(string data, string spill, Accounts accounts, PublicationReader publication, SubjectNames names)
    : IDisposable
{
    /// <summary>So many governments stand on the first screen: provinces before cities before counties.</summary>
    private const int OnFirstScreen = 34;

    /// <summary>Of <see cref="DivisionRow.DivisionLevel"/>.</summary>
    private static readonly string[] LevelsUpwards = ["county", "prefecture", "province"];

    private static readonly string[] TotalsOfDepartments = ["expenditure", "general_public", "three_public"];

    private readonly ILookup<string, PrintedMeasure> years = MeasuresOf(publication)
        .ToLookup(static measure => measure.DocumentId, StringComparer.Ordinal);

    private readonly ILookup<string, FactGovernmentDebtRow> debts = publication.GovernmentDebts()
        .ToLookup(static row => row.DocumentId, StringComparer.Ordinal);

    private readonly SpilledRows<PlaceEntry> rows = new(Path.Combine(spill, "places"), PlaceEntry.Write, PlaceEntry.Read);

    /// <summary>The department's account for its place.</summary>
    public void Add(DocumentRow document, Account account, DocumentFigures figures)
    {
        if (document.DivisionCode is not { } code)
        {
            return;
        }

        var json = JsonFile.Fragment(json => WriteDepartment(json, document, account, figures.TotalsWithStated));
        rows.Add(code, new PlaceEntry(PlaceEntryKind.Department, $"{account.Phase} {account.Scope} {account.Department.Key}",
            document.DocumentId, account.Year, figures.TotalsWithStated.GetValueOrDefault("expenditure").Current?.Amount, json));
        foreach (var subject in figures.Functional.Where(static row => row.Code is not null)
            .GroupBy(static row => row.Code!, StringComparer.Ordinal))
        {
            rows.Add(code, new PlaceEntry(PlaceEntryKind.Spending, $"{account.Phase} {account.Scope} {subject.Key}", document.DocumentId,
                account.Year, subject.Sum(static row => row.Figure.Amount), []));
        }
    }

    /// <summary>What the document says of governments: figures of its own, debt of every place it names.</summary>
    public void Add(PublishedDocument document)
    {
        var id = document.Header.DocumentId;
        if (!years.Contains(id) && !debts.Contains(id))
        {
            return;
        }

        var ordinals = document.Tables.ToDictionary(static table => table.TableId, static table => table.Ordinal, StringComparer.Ordinal);
        var lines = document.Lines.Where(line => ordinals.ContainsKey(line.TableId))
            .ToDictionary(static line => line.LineId, StringComparer.Ordinal);
        Figure? FigureOf(decimal? yuan, string? lineId) =>
            yuan is { } amount && lineId is not null && lines.TryGetValue(lineId, out var line)
            ? new Figure(amount, ProofNames.Of(line.Proof), ordinals[line.TableId], lineId, line.PageNumber, 1) : null;

        foreach (var year in years[id].GroupBy(static measure => measure.Year))
        {
            AddYear(year.Key, id, year.Select(measure => (measure.Name, FigureOf(measure.Yuan, measure.LineId))));
        }

        foreach (var debt in debts[id])
        {
            if (debt.PlaceCode is { } code && FigureOf(debt.AmountYuan, debt.LineId) is { } figure)
            {
                AddDebt(code, debt, figure);
            }
        }
    }

    public void Complete()
    {
        var known = publication.Divisions().GroupBy(static division => division.DivisionCode, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Last(), StringComparer.Ordinal);
        var places = new SortedDictionary<string, PlaceSummary>(StringComparer.Ordinal);
        var sums = new PlaceSums();
        foreach (var (code, entries) in rows.Groups())
        {
            var counted = entries
                .Where(entry => entry.Kind is not (PlaceEntryKind.Department or PlaceEntryKind.Spending)
                    || !accounts.IsRepeated(entry.DocumentId)).ToList();
            if (counted.Count > 0)
            {
                places.Add(code, PlaceSummary.Of(counted));
                sums.Add(code, counted);
                WritePlace(code, known, counted);
            }
        }

        sums.Write(data);
        JsonFile.Write(Path.Combine(data, "places.json"), json =>
        {
            json.WriteStartArray();
            foreach (var (code, place) in places)
            {
                json.WriteStartObject();
                json.WriteString("code", code);
                json.WriteString("name", known.GetValueOrDefault(code)?.DivisionName ?? code);
                json.WriteKnown("parent", known.GetValueOrDefault(code)?.ParentCode);
                place.Write(json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        var governments = places.Where(static place => place.Value is { Spending: not null } or { Debt: not null })
            .OrderByDescending(place => Array.IndexOf(LevelsUpwards, known.GetValueOrDefault(place.Key)?.DivisionLevel))
            .Take(OnFirstScreen).ToList();
        JsonFile.Write(Path.Combine(data, "places-first.json"), json =>
        {
            json.WriteStartArray();
            foreach (var (code, place) in governments)
            {
                json.WriteStartObject();
                json.WriteString("code", code);
                json.WriteString("name", known.GetValueOrDefault(code)?.DivisionName ?? code);
                place.WriteAmounts(json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    public void Dispose() => rows.Dispose();

    /// <summary>A year of a government takes each figure from the document that says it best.</summary>
    private static IEnumerable<PrintedMeasure> MeasuresOf(PublicationReader publication)
    {
        var documents = publication.GovernmentFigures().GroupBy(static figure => figure.LineId, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First().DocumentId, StringComparer.Ordinal);
        foreach (var year in publication.GovernmentYears())
        {
            foreach (var (name, yuan, line) in GovernmentMeasures.Of(year))
            {
                if (yuan is not null && line is not null)
                {
                    yield return new PrintedMeasure(documents.GetValueOrDefault(line, year.DocumentId), year, name, yuan, line);
                }
            }
        }
    }

    private void AddYear(GovernmentYearRow year, string document, IEnumerable<(string Name, Figure? Figure)> figures)
    {
        var found = figures.Where(static figure => figure.Figure is not null).ToList();
        if (found.Count == 0)
        {
            return;
        }

        var general = found.Find(static figure => figure.Name == "general_public_expenditure").Figure?.Amount;
        rows.Add(year.DivisionCode, new PlaceEntry(PlaceEntryKind.Government, $"{year.Phase} {year.GovernmentLevel}", document,
            year.AmountYear, general, JsonFile.Fragment(json =>
            {
                json.WriteStartObject();
                json.WriteString("document", document);
                json.WriteNumber("year", year.AmountYear);
                json.WriteString("phase", year.Phase);
                json.WriteKnown("level", year.GovernmentLevel);
                json.WriteStartObject("figures");
                foreach (var (name, figure) in found)
                {
                    json.WritePropertyName(name);
                    json.WriteFigure(figure!.Value);
                }

                json.WriteEndObject();
                json.WriteEndObject();
            })));
    }

    private void AddDebt(string code, FactGovernmentDebtRow debt, Figure figure) =>
        rows.Add(code, new PlaceEntry(PlaceEntryKind.Debt, $"{debt.Measure} {debt.Category} {debt.Phase} {debt.GovernmentLevel}",
            debt.DocumentId, debt.AmountYear, debt.AmountYuan, JsonFile.Fragment(json =>
            {
                json.WriteStartArray();
                json.WriteStringValue(debt.DocumentId);
                json.WriteNumberValue(debt.AmountYear);
                json.WriteStringValue(debt.Phase);
                json.WriteStringValue(debt.GovernmentLevel);
                json.WriteStringValue(debt.Category);
                json.WriteStringValue(debt.Measure);
                json.WriteFigure(figure);
                json.WriteEndArray();
            })));

    private void WritePlace(string code, Dictionary<string, DivisionRow> known, IReadOnlyList<PlaceEntry> entries) =>
        JsonFile.Write(Path.Combine(data, "places", code[..2], code + ".json"), json =>
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("name", known.GetValueOrDefault(code)?.DivisionName ?? code);
            json.WriteStartArray("above");
            for (var above = known.GetValueOrDefault(code)?.ParentCode; above is not null && known.TryGetValue(above, out var division);
                above = division.ParentCode)
            {
                json.WriteStartArray();
                json.WriteStringValue(above);
                json.WriteStringValue(division.DivisionName);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            WriteEntries(json, "governments", PlaceEntryKind.Government, entries);
            WriteEntries(json, "debts", PlaceEntryKind.Debt, entries);
            WriteEntries(json, "departments", PlaceEntryKind.Department, entries);
            WriteSpending(json, [.. entries.Where(static entry => entry.Kind == PlaceEntryKind.Spending)]);
            json.WriteEndObject();
        });

    private void WriteSpending(Utf8JsonWriter json, IReadOnlyList<PlaceEntry> entries)
    {
        var spent = entries.Select(static entry =>
            (entry.Year, Words: entry.What.Split(' '), Amount: entry.Amount!.Value, entry.DocumentId)).ToList();
        json.WriteStartArray("spending");
        foreach (var account in spent.GroupBy(static entry => (entry.Year, Phase: entry.Words[0], Scope: entry.Words[1]))
            .OrderBy(static group => group.Key))
        {
            json.WriteStartObject();
            json.WriteNumber("year", account.Key.Year);
            json.WriteString("phase", account.Key.Phase);
            json.WriteString("scope", account.Key.Scope);
            json.WriteStartArray("subjects");
            foreach (var subject in account.GroupBy(static entry => entry.Words[2], StringComparer.Ordinal)
                .OrderBy(static group => group.Key, StringComparer.Ordinal))
            {
                json.WriteStartArray();
                json.WriteStringValue(subject.Key);
                json.WriteNumberValue(subject.Sum(static entry => entry.Amount));
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteStartObject("departments");
            foreach (var (code, documents) in account
                .SelectMany(static entry => SubjectNames.LevelsOf(entry.Words[2]).Select(code => (Code: code, entry.DocumentId)))
                .Distinct().CountBy(static entry => entry.Code, StringComparer.Ordinal)
                .OrderBy(static count => count.Key, StringComparer.Ordinal))
            {
                json.WriteNumber(code, documents);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("names");
        foreach (var code in spent.SelectMany(static entry => SubjectNames.LevelsOf(entry.Words[2])).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal))
        {
            json.WriteKnown(code, names.NameOf(code));
        }

        json.WriteEndObject();
    }

    private static void WriteDepartment(Utf8JsonWriter json, DocumentRow document, Account account,
        IReadOnlyDictionary<string, Total> totals)
    {
        json.WriteStartObject();
        json.WriteString("key", account.Department.Key);
        json.WriteString("name", account.Department.Name);
        json.WriteAccount(account, document);
        json.WriteStartObject("totals");
        foreach (var name in TotalsOfDepartments)
        {
            if (totals.GetValueOrDefault(name).Current is { } figure)
            {
                json.WritePropertyName(name);
                json.WriteFigure(figure);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEntries(Utf8JsonWriter json, string name, PlaceEntryKind kind, IReadOnlyList<PlaceEntry> entries)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries.Where(entry => entry.Kind == kind))
        {
            json.WriteRawValue(entry.Json);
        }

        json.WriteEndArray();
    }

    private sealed record PrintedMeasure(string DocumentId, GovernmentYearRow Year, string Name, decimal? Yuan, string LineId);
}
