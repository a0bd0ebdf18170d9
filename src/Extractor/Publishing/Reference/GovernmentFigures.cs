using System.Collections.Immutable;
using Extractor.Parquet;
using Extractor.Publishing.Facts.Governments;
using Extractor.Publishing.Storage;

namespace Extractor.Publishing.Reference;

/// <summary>A row of <c>government_figures</c>, as published.</summary>
internal sealed record StatedGovernmentFigure(
    string DocumentId, string DivisionCode, string IssuerCode, string? IssuerName, int? FiscalYear, int Year, string Phase, string? Level,
    string Name, decimal Yuan, decimal RoundingYuan, string LineId, bool IsOwn, bool AddsUp);

/// <summary>The headline figures of a government by year, phase and level, by their name; each from the document that counts.</summary>
/// <param name="DocumentId">The one that most of them are from.</param>
/// <param name="FiscalYear">Of that document.</param>
internal sealed record GovernmentYear(
    string DocumentId, string DivisionCode, string? DivisionName, int? FiscalYear, int Year, string Phase, string? Level,
    ImmutableSortedDictionary<string, StatedGovernmentFigure> Headlines);

/// <summary>One figure in two documents: a row of <c>government_figure_checks</c>.</summary>
internal sealed record GovernmentFigureCheck(StatedGovernmentFigure Stated, StatedGovernmentFigure Published)
{
    public decimal DifferenceYuan => Stated.Yuan - Published.Yuan;

    public decimal ToleranceYuan => Stated.RoundingYuan + Published.RoundingYuan;

    public PriorYearOutcome Outcome => Math.Abs(DifferenceYuan) <= ToleranceYuan ? PriorYearOutcome.Equal : PriorYearOutcome.Restated;
}

/// <summary>
/// What all documents of a publication print of governments, over its partitions: a budget of one year tells how the year before was
/// executed, a province the debt of its cities. Memory holds the headline figures, some dozens a document.
/// </summary>
internal sealed class GovernmentFigures
{
    private readonly ImmutableArray<StatedGovernmentFigure> figures;

    public GovernmentFigures(IEnumerable<StatedGovernmentFigure> figures) => this.figures =
    [
        .. figures.OrderByDescending(static figure => figure.IsOwn).ThenByDescending(static figure => figure.FiscalYear)
            .ThenByDescending(static figure => figure.AddsUp).ThenBy(static figure => figure.DocumentId, StringComparer.Ordinal)
            .ThenBy(static figure => figure.LineId, StringComparer.Ordinal),
    ];

    /// <param name="files">Of any datasets, below <paramref name="folder"/>.</param>
    public static GovernmentFigures Read(string folder, IReadOnlyCollection<PublishedFile> files) => new(
        files.Where(static file => file.Dataset == GovernmentFactDatasets.Figures.Schema.Name)
            .SelectMany(file => RowsOf(Path.Combine(folder, file.Path))));

    /// <summary>
    /// One a place, year, phase and level: of several documents the figure of the latest, of its files the one that adds up.
    /// </summary>
    public IEnumerable<GovernmentYear> Years() => figures.Where(static figure => figure.IsOwn)
        .GroupBy(static figure => (figure.DivisionCode, figure.Year, figure.Phase, figure.Level))
        .OrderBy(static year => year.Key.DivisionCode, StringComparer.Ordinal).ThenBy(static year => year.Key.Year)
        .ThenBy(static year => year.Key.Phase, StringComparer.Ordinal).ThenBy(static year => year.Key.Level, StringComparer.Ordinal)
        .Select(static year =>
        {
            var headlines = year.DistinctBy(static figure => figure.Name).ToImmutableSortedDictionary(static figure => figure.Name,
                static figure => figure, StringComparer.Ordinal);
            var most = headlines.Values.GroupBy(static figure => figure.DocumentId, StringComparer.Ordinal)
                .OrderByDescending(static document => document.Count()).ThenBy(static document => document.Key, StringComparer.Ordinal)
                .First().First();
            return new GovernmentYear(most.DocumentId, most.DivisionCode, most.IssuerName, most.FiscalYear, year.Key.Year, year.Key.Phase,
                year.Key.Level, headlines);
        });

    /// <summary>
    /// Every figure that a second document states too, against the document of the government itself. A table by place tells no level: it
    /// is held against the whole government, or where its document names no level against that.
    /// </summary>
    public IEnumerable<GovernmentFigureCheck> Checks() => figures
        .GroupBy(static figure => (figure.DivisionCode, figure.Year, figure.Phase, figure.Name))
        .OrderBy(static same => same.Key.DivisionCode, StringComparer.Ordinal).ThenBy(static same => same.Key.Year)
        .ThenBy(static same => same.Key.Phase, StringComparer.Ordinal).ThenBy(static same => same.Key.Name, StringComparer.Ordinal)
        .SelectMany(static same => ChecksOf([.. same]));

    private static IEnumerable<GovernmentFigureCheck> ChecksOf(ImmutableArray<StatedGovernmentFigure> same)
    {
        var own = same.Where(static figure => figure.IssuerCode == figure.DivisionCode)
            .GroupBy(static figure => figure.Level ?? string.Empty, StringComparer.Ordinal)
            .ToDictionary(static level => level.Key, static level => level.First(), StringComparer.Ordinal);
        foreach (var stated in same.OrderBy(static figure => figure.Level, StringComparer.Ordinal))
        {
            var isOfPlace = stated.IssuerCode != stated.DivisionCode;
            if ((own.GetValueOrDefault(stated.Level ?? string.Empty) ?? (isOfPlace ? own.GetValueOrDefault(string.Empty) : null)) is { } its
                && its.DocumentId != stated.DocumentId)
            {
                yield return new GovernmentFigureCheck(stated, its);
            }
        }
    }

    private static IEnumerable<StatedGovernmentFigure> RowsOf(string path)
    {
        using var reader = ParquetFileReader.Open(path);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            string?[] Strings(string column) => reader.ReadStrings(group, column);

            var (documents, places, issuers) = (Strings("document_id"), Strings("division_code"), Strings("issuer_division_code"));
            var (issuerNames, phases, levels) = (Strings("issuer_division_name"), Strings("phase"), Strings("government_level"));
            var (names, lines) = (Strings("figure"), Strings("line_id"));
            var (fiscalYears, years) = (reader.ReadInt32s(group, "fiscal_year"), reader.ReadInt32s(group, "amount_year"));
            var (amounts, roundings) = (reader.ReadDecimals(group, "amount_yuan"), reader.ReadDecimals(group, "rounding_yuan"));
            var (own, addsUp) = (reader.ReadBooleans(group, "is_own"), reader.ReadBooleans(group, "adds_up"));
            for (var row = 0; row < documents.Length; row++)
            {
                yield return new StatedGovernmentFigure(documents[row]!, places[row]!, issuers[row]!, issuerNames[row], fiscalYears[row],
                    years[row]!.Value, phases[row]!, levels[row], names[row]!, amounts[row]!.Value, roundings[row]!.Value, lines[row]!,
                    own[row] == true, addsUp[row] == true);
            }
        }
    }
}
