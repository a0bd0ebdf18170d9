using System.Globalization;
using System.Text.Json;
using Extractor.Publications.Rows;
using Extractor.Site.Figures;
using Extractor.Site.Generating;

namespace Extractor.Site.Departments;

/// <summary>
/// <c>data/departments/44/KEY.json</c>: the documents of a department over the years with their totals, and
/// <c>data/kinds/HASH/YEAR-PHASE.json</c>: the totals of the same department elsewhere.
/// </summary>
internal sealed class DepartmentIndex : IDisposable
{
    private readonly string data;
    private readonly Accounts accounts;
    private readonly SpilledRows<Entry> departments;
    private readonly SpilledRows<Entry> kinds;

    public DepartmentIndex(string data, string spill, Accounts accounts)
    {
        this.data = data;
        this.accounts = accounts;
        departments = new SpilledRows<Entry>(Path.Combine(spill, "departments"), Entry.Write, Entry.Read);
        kinds = new SpilledRows<Entry>(Path.Combine(spill, "kinds"), Entry.Write, Entry.Read);
    }

    /// <summary>Folder of the department's file below <c>data/departments</c>.</summary>
    public static string FolderOf(string key) => key[..2];

    /// <summary>Name of the files of departments of one kind.</summary>
    public static string FileOfKind(string kind) => StableHash.Of(kind).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>Every department, in the order of their keys, once the index is complete.</summary>
    public List<FoundDepartment> Found { get; } = [];

    /// <param name="totals">Null where the document is neither budget nor final accounts.</param>
    public void Add(DocumentRow document, Account? account, IReadOnlyDictionary<string, Total>? totals)
    {
        if (DepartmentName.Of(document) is not { } department)
        {
            return;
        }

        departments.Add(department.Key, EntryOf(json => WriteDocument(json, document, account, totals)));
        if (account is not null && totals is { Count: > 0 })
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{FileOfKind(department.Kind)}/{account.Year}-{account.Phase}");
            kinds.Add(key, EntryOf(json => WritePeer(json, document, account, totals)));
        }

        Entry EntryOf(Action<Utf8JsonWriter> write) =>
            new(document.DocumentId, department, document.DivisionCode, document.DivisionName, document.FiscalYear,
                document.FiscalYear is not null && totals is { Count: > 0 }, JsonFile.Fragment(write));
    }

    public void Complete()
    {
        foreach (var (key, rows) in departments.Groups())
        {
            JsonFile.Write(Path.Combine(data, "departments", FolderOf(key), key + ".json"), json => WriteDepartment(json, key, rows));
            Found.Add(new FoundDepartment(key, rows[0].Department.Name, rows[0].DivisionName, rows.Count,
                rows.Max(static row => row.Year),
                [.. rows.Where(static row => row.HasFigures).Select(static row => row.Year!.Value).Distinct().OrderDescending()]));
        }

        Found.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));

        foreach (var (key, rows) in kinds.Groups())
        {
            JsonFile.Write(Path.Combine(data, "kinds", key + ".json"), json =>
            {
                json.WriteStartArray();
                foreach (var row in rows.Where(row => !accounts.IsRepeated(row.DocumentId)).OrderBy(static row =>
                    row.DivisionCode, StringComparer.Ordinal).ThenBy(static row => row.DocumentId, StringComparer.Ordinal))
                {
                    json.WriteRawValue(row.Json);
                }

                json.WriteEndArray();
            });
        }
    }

    public void Dispose()
    {
        departments.Dispose();
        kinds.Dispose();
    }

    private void WriteDepartment(Utf8JsonWriter json, string key, IReadOnlyList<Entry> rows)
    {
        var first = rows[0];
        json.WriteStartObject();
        json.WriteString("key", key);
        json.WriteString("name", first.Department.Name);
        json.WriteString("kind", first.Department.Kind);
        json.WriteString("kindFile", FileOfKind(first.Department.Kind));
        json.WriteKnown("divisionCode", first.DivisionCode);
        json.WriteKnown("divisionName", first.DivisionName);
        json.WriteStartArray("documents");
        foreach (var row in rows)
        {
            json.WriteRawValue(row.Json);
        }

        json.WriteEndArray();
        json.WriteStartArray("repeated");
        foreach (var row in rows.Where(row => accounts.IsRepeated(row.DocumentId)))
        {
            json.WriteStringValue(row.DocumentId);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter json, DocumentRow document, Account? account, IReadOnlyDictionary<string,
        Total>? totals)
    {
        json.WriteStartObject();
        json.WriteString("kind", document.Kind);
        json.WriteKnown("title", document.Title);
        json.WriteKnown("printedName", document.DepartmentName);
        json.WriteKnown("supersedes", document.SupersedesDocumentId);
        if (account is not null)
        {
            json.WriteAccount(account, document);
            json.WriteTotals(totals!);
        }
        else
        {
            json.WriteString("id", document.DocumentId);
            json.WriteKnown("year", document.FiscalYear);
            json.WriteString("status", document.Status);
        }

        json.WriteEndObject();
    }

    private static void WritePeer(Utf8JsonWriter json, DocumentRow document, Account account, IReadOnlyDictionary<string, Total> totals)
    {
        json.WriteStartObject();
        json.WriteString("key", account.Department.Key);
        json.WriteString("name", account.Department.Name);
        json.WriteKnown("divisionCode", document.DivisionCode);
        json.WriteKnown("divisionName", document.DivisionName);
        json.WriteAccount(account, document);
        json.WriteStartObject("totals");
        foreach (var (name, total) in totals)
        {
            if (total.Current is { } figure)
            {
                json.WritePropertyName(name);
                json.WriteFigure(figure);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <param name="HasFigures">Totals of its year.</param>
    /// <param name="Json">What will stand in the file.</param>
    private sealed record Entry(string DocumentId, DepartmentName Department, string? DivisionCode, string? DivisionName, int? Year,
        bool HasFigures, byte[] Json)
    {
        public static void Write(BinaryWriter writer, Entry entry)
        {
            writer.Write(entry.DocumentId);
            writer.Write(entry.Department.Key);
            writer.Write(entry.Department.Name);
            writer.Write(entry.Department.Kind);
            writer.Write(entry.DivisionCode ?? string.Empty);
            writer.Write(entry.DivisionName ?? string.Empty);
            writer.Write(entry.Year ?? 0);
            writer.Write(entry.HasFigures);
            writer.Write(entry.Json.Length);
            writer.Write(entry.Json);
        }

        public static Entry Read(BinaryReader reader) => new(
            reader.ReadString(),
            new DepartmentName(reader.ReadString(), reader.ReadString(), reader.ReadString()),
            Known(reader.ReadString()),
            Known(reader.ReadString()),
            reader.ReadInt32() is var year and not 0 ? year : null,
            reader.ReadBoolean(),
            reader.ReadBytes(reader.ReadInt32()));

        private static string? Known(string text) => text.Length == 0 ? null : text;
    }
}

/// <summary>A department that documents are of.</summary>
/// <param name="Year">Of the latest document.</param>
/// <param name="Years">With totals, the latest first.</param>
internal sealed record FoundDepartment(string Key, string Name, string? DivisionName, int Documents, int? Year,
    IReadOnlyList<int> Years);
