using System.Collections.Immutable;
using CsvHelper;
using Extractor.Fetching;
using Extractor.Fetching.Publishers;
using Extractor.Model.Documents;

namespace Extractor.Runs.Definitions;

/// <summary>
/// Reads an address list: CSV in UTF-8 with the columns <c>url</c> and, as far as known, <c>title, department_name, fiscal_year,
/// division_code</c>.
/// </summary>
internal static class AddressListReader
{
    private static readonly string[] Columns = ["url", "title", "department_name", "fiscal_year", "division_code"];

    public static ImmutableArray<ListedAddress> Read(string path, string? divisionCode, ICollection<DefinitionFault> faults)
    {
        try
        {
            using var text = new StreamReader(path);
            using var csv = CsvReader.Create(text, new CsvReaderOptions
            {
                HasHeader = false,
                Separator = ',',
                TrackLineNumbers = true,
                OnMalformedRecord = record => faults.Add(new DefinitionFault(path, (int)record.LineNumber,
                    $"no well-formed CSV: {record.Reason}")),
            });
            return Read(csv, path, divisionCode, faults);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Add(new DefinitionFault(path, 0, $"the address list cannot be read: {error.Message}"));
            return [];
        }
    }

    private static ImmutableArray<ListedAddress> Read(CsvReader csv, string path, string? divisionCode, ICollection<DefinitionFault> faults)
    {
        var headings = csv.Read() ? csv.Current.ToArray() : [];
        foreach (var unknown in headings.Except(Columns, StringComparer.Ordinal))
        {
            faults.Add(new DefinitionFault(path, 1, $"an address list has no column '{unknown}'; it takes {string.Join(", ", Columns)}"));
        }

        if (!headings.Contains("url", StringComparer.Ordinal))
        {
            faults.Add(new DefinitionFault(path, 1, "an address list needs the column 'url'"));
            return [];
        }

        var addresses = ImmutableArray.CreateBuilder<ListedAddress>();
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            var row = csv.Current.ToArray();
            if (row.Length != headings.Length)
            {
                faults.Add(new DefinitionFault(path, line, $"{row.Length} values stand under {headings.Length} columns"));
                continue;
            }

            string? Value(string column) => Array.IndexOf(headings, column) is >= 0 and var index && !string.IsNullOrWhiteSpace(row[index])
                ? row[index].Trim() : null;
            if (!Uri.TryCreate(Value("url"), UriKind.Absolute, out var address) ||
                (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            {
                faults.Add(new DefinitionFault(path, line, $"'{Value("url")}' is no http or https address"));
                continue;
            }

            var division = Value("division_code") ?? divisionCode;
            if (division is not null && !RequestRules.IsDivisionCode(division))
            {
                faults.Add(new DefinitionFault(path, line, $"'{division}' is no division code; six digits of GB/T 2260 are expected"));
            }

            int? year = null;
            if (Value("fiscal_year") is { } yearText)
            {
                if (RequestRules.TryParseFiscalYear(yearText, out var parsed))
                {
                    year = parsed;
                }
                else
                {
                    faults.Add(new DefinitionFault(path, line, $"'{yearText}' is no fiscal year; four digits are expected"));
                }
            }

            addresses.Add(new ListedAddress(address, new DocumentRequest(division, Value("department_name"), year), Value("title")));
        }

        return addresses.ToImmutable();
    }
}
