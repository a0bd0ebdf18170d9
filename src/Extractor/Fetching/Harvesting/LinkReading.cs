using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Extractor.Fetching.Archive;
using Extractor.Fetching.Publishers;
using Extractor.Model.Documents;

namespace Extractor.Fetching.Harvesting;

/// <summary>What links say of the documents behind them; what they do not say stays unknown.</summary>
internal static partial class LinkReading
{
    /// <param name="texts">The nearest first: the attachment's, then those of the pages that led to it.</param>
    public static DocumentHint HintOf(PublisherDefinition publisher, Listing? listing, string? landing, ImmutableArray<string> texts) =>
        new(
        landing,
        texts.FirstOrDefault(static text => text.Length > 0) ?? string.Empty,
        publisher.DivisionCode,
        listing?.DepartmentName ?? DepartmentOf(publisher, texts),
        listing?.FiscalYear ?? texts.Select(YearOf).FirstOrDefault(static year => year is not null),
        texts.Select(KindOf).FirstOrDefault(static kind => kind != DocumentKind.Other, DocumentKind.Other));

    /// <summary>The day that an address carries: t20260212_1.html, /2026/3/2/; of a month the last day.</summary>
    public static DateOnly? DateOf(Uri address)
    {
        var path = address.AbsolutePath;
        if (Day().Match(path) is { Success: true } day && Date(day.Groups[1].Value, day.Groups[2].Value, day.Groups[3].Value) is { } found)
        {
            return found;
        }

        return Month().Match(path) is { Success: true } month && Date(month.Groups[1].Value, month.Groups[2].Value, "01") is { } first
            ? first.AddMonths(1).AddDays(-1)
            : null;
    }

    private static DateOnly? Date(string year, string month, string day) =>
        DateOnly.TryParseExact($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var date) ? date : null;

    private static string? DepartmentOf(PublisherDefinition publisher, ImmutableArray<string> texts) =>
        texts.Where(static text => text.Length > 0)
            .Select(text => publisher.Expected.Departments
                .Where(department => text.Contains(department, StringComparison.Ordinal)
                    || (department.StartsWith(publisher.Name, StringComparison.Ordinal) && department.Length > publisher.Name.Length + 1 &&
                        text.AsSpan().Contains(department.AsSpan(publisher.Name.Length), StringComparison.Ordinal)))
                .MaxBy(static department => department.Length))
            .FirstOrDefault(static department => department is not null);

    private static int? YearOf(string text) =>
        Year().Match(text) is { Success: true } match && RequestRules.TryParseFiscalYear(match.Groups[1].Value, out var year) ? year : null;

    private static DocumentKind KindOf(string text)
    {
        if (text.Contains("自评", StringComparison.Ordinal))
        {
            return DocumentKind.PerformanceSelfEvaluation;
        }

        if (text.Contains("决算", StringComparison.Ordinal) && !text.Contains("预算", StringComparison.Ordinal))
        {
            return DocumentKind.DepartmentFinalAccounts;
        }

        return text.Contains("预算", StringComparison.Ordinal) && !text.Contains("决算", StringComparison.Ordinal)
            ? text.Contains("政府预算", StringComparison.Ordinal) || text.Contains("财政预算", StringComparison.Ordinal)
                ? DocumentKind.GovernmentBudget : DocumentKind.DepartmentBudget
            : DocumentKind.Other;
    }

    [GeneratedRegex(@"(?<!\d)(20\d\d)\s*年")]
    private static partial Regex Year();

    [GeneratedRegex(@"/(?:[a-zA-Z](?=\d{8}_)|art/)?(20\d\d)/?(\d{1,2})/?(\d{1,2})[_/]")]
    private static partial Regex Day();

    [GeneratedRegex(@"/(20\d\d)/?(0[1-9]|1[0-2])/")]
    private static partial Regex Month();
}
