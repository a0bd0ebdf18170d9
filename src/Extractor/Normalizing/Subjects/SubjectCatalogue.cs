using System.Collections.Frozen;
using System.Globalization;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Reference;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Subjects;

/// <summary>
/// The national classification of government revenue and expenditure (政府收支分类科目) by edition. The Ministry of
/// Finance issues one a year; codes are withdrawn, renamed and given new meanings, so every question names the fiscal year.
/// </summary>
public sealed class SubjectCatalogue
{
    private const string LegacyEdition = "2009";

    private static readonly (Classification Classification, string File)[] Maps =
    [
        (Classification.Functional, "pipelines/subjects/functional.csv"),
        (Classification.DepartmentEconomic, "pipelines/subjects/economic_department.csv"),
        (Classification.GovernmentEconomic, "pipelines/subjects/economic_government.csv"),
        (Classification.Revenue, "pipelines/subjects/revenue.csv"),
    ];

    private static readonly WordSet Endings = ReadingWords.Of(WordList.SubjectEnding);
    private static readonly WordSet LevelMarks = ReadingWords.Of(WordList.SubjectLevelMark);

    /// <summary>支出: 教育 is looked for as 教育支出, too.</summary>
    public static string Ending { get; } = Endings.Words[0].Text;

    private readonly FrozenDictionary<Classification, ClassificationRows> classifications;
    private readonly SubjectEditions editions;

    private SubjectCatalogue(FrozenDictionary<Classification, ClassificationRows> classifications, SubjectEditions editions)
    {
        this.classifications = classifications;
        this.editions = editions;
    }

    internal static SubjectCatalogue Read(IReadOnlyDictionary<string, MapFile> files, MapFaults faults)
    {
        var sources = SourceIds(files, faults);
        var aliases = SubjectAlias.Read(files, sources, faults);
        var listed = SubjectEditions.Read(files, sources, faults);
        var editions = listed;
        var classifications = new Dictionary<Classification, ClassificationRows>();
        foreach (var (classification, name) in Maps)
        {
            if (files.TryGetValue(name, out var file))
            {
                var rows = SubjectRow.Read(file, sources, faults);
                var told = listed.With(file, rows, faults);
                editions = told.Newest > editions.Newest ? told : editions;
                var codes = rows.Select(static row => row.Code).ToHashSet(StringComparer.Ordinal);
                foreach (var alias in aliases.Where(alias => alias.Classification == classification && !codes.Contains(alias.Code)))
                {
                    faults.Add(SubjectAlias.FileName, alias.Line, $"code '{alias.Code}' is not in {name}");
                }

                classifications.Add(classification, new ClassificationRows(
                    classification, rows, [.. aliases.Where(alias =>
                        alias.Classification == classification && codes.Contains(alias.Code))]));
            }
            else
            {
                faults.Add(name, 1, "the map is missing");
            }
        }

        return new SubjectCatalogue(classifications.ToFrozenDictionary(), editions);
    }

    /// <summary>
    /// The edition that a document of <paramref name="fiscalYear"/> is read with: its own year where the maps describe it, the
    /// nearest that they describe otherwise, the newest where the year is not known.
    /// </summary>
    public string EditionOf(int? fiscalYear) => YearOf(fiscalYear).ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The subject with <paramref name="code"/> in the edition of <paramref name="fiscalYear"/>; where that edition lacks it,
    /// the one of the nearest edition since 2018, which says so (<see cref="SubjectEntry.IsInForce"/>); null where none has it.
    /// Documents before 2018 are looked up in the 2009 table last.
    /// </summary>
    public SubjectEntry? Find(Classification classification, string code, int? fiscalYear)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (!classifications.TryGetValue(classification, out var rows) || !rows.ByCode.TryGetValue(code, out var named))
        {
            return null;
        }

        var year = YearOf(fiscalYear);
        SubjectRow? best = null;
        foreach (var row in named)
        {
            if (!row.IsLegacy && (best is null || row.Distance(year) < best.Distance(year)))
            {
                best = row;
            }
        }

        best ??= fiscalYear < editions.Oldest ? named.FirstOrDefault(static row => row.IsLegacy) : null;
        return best is null ? null : rows.Entry(best, year);
    }

    /// <summary>Every subject of every edition: what is published of the classification.</summary>
    public IEnumerable<SubjectOfEdition> Published
    {
        get
        {
            foreach (var (classification, rows) in classifications.OrderBy(static pair => pair.Key))
            {
                for (var year = editions.Oldest; year <= editions.Newest; year++)
                {
                    var inForce = rows.ByCode.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
                        .SelectMany(static pair => pair.Value)
                        .Where(row => !row.IsLegacy && row.Distance(year) == 0);
                    foreach (var row in inForce.DistinctBy(static row => row.Code))
                    {
                        yield return new SubjectOfEdition(classification, row.Code, year.ToString(CultureInfo.InvariantCulture), row.Name,
                            row.Level, row.ParentCode, row.Documentation == SubjectDocumentation.Documented,
                            row.ValidTo == year ? rows.SuccessorOf(row, year) : null);
                    }
                }
            }
        }
    }

    /// <summary>
    /// Whether a name that a document prints beside <paramref name="code"/> is a name of that code: in any edition, by a reviewed
    /// alias, or with the subject above it told in brackets.
    /// </summary>
    public SubjectNaming NamingOf(Classification classification, string code, string nameAsPrinted)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(nameAsPrinted);
        if (!classifications.TryGetValue(classification, out var rows) || !rows.ByCode.TryGetValue(code, out var named))
        {
            return SubjectNaming.UnknownCode;
        }

        var folded = FoldedText.Of(nameAsPrinted);
        var bracket = folded.IndexOf('(', StringComparison.Ordinal);
        var bare = bracket > 0 && folded.EndsWith(')') ? folded[..bracket] : folded;
        var names = named.Select(static row => FoldedText.Of(row.Name)).ToList();
        if (names.Exists(name => name == folded || name == bare || AreAlikeButForEnding(name, folded) ||
            name.StartsWith(folded + "(", StringComparison.Ordinal)) || rows.IsAlias(code, folded, isMisprint: false))
        {
            return SubjectNaming.Agrees;
        }

        return rows.IsAlias(code, folded, isMisprint: true) || names.Exists(name => SubjectNameMatch.IsMisprint(folded, name))
            ? SubjectNaming.Misprinted : SubjectNaming.OtherName;
    }

    /// <summary>
    /// The subjects that <paramref name="nameAsPrinted"/> can mean in the edition of <paramref name="fiscalYear"/>: those of that
    /// name; if there is none, by the reviewed aliases; if there is none, those that bear the name in another edition since 2018.
    /// With <paramref name="parentCode"/> only subjects below it count, its own children before deeper ones; with
    /// <paramref name="level"/>, or the one that stands behind the name (其他支出(款)), only those of that level (其他支出 is a class, a
    /// group and an item).
    /// </summary>
    public SubjectNameMatch FindByName(
        Classification classification, string nameAsPrinted, int? fiscalYear, string? parentCode, SubjectLevel? level = null)
    {
        ArgumentNullException.ThrowIfNull(nameAsPrinted);
        var folded = FoldedText.Of(nameAsPrinted);
        if (folded.Length == 0 || !classifications.TryGetValue(classification, out var rows))
        {
            return SubjectNameMatch.None;
        }

        if (LevelMarks.EndOf(folded) is { } mark && SchemaName.TryParse<SubjectLevel>(LevelMarks.MeaningOf(mark)!, out var told))
        {
            (folded, level) = (folded[..^mark.Length], level ?? told);
        }

        var match = FindFolded(rows, folded, fiscalYear, parentCode, level);
        return match.Outcome == SubjectNameOutcome.None ? FindWithParentNamed(rows, folded, fiscalYear, parentCode, level) : match;
    }

    private SubjectNameMatch FindFolded(ClassificationRows rows, string folded, int? fiscalYear, string? parentCode,
        SubjectLevel? level)
    {
        var year = YearOf(fiscalYear);
        var bearers = (rows.ByName.TryGetValue(folded, out var found) ? found : []).Where(row => level is null || row.Level == level)
            .ToList();
        var inForce = Under(parentCode, bearers.Where(row => !row.IsLegacy && row.Distance(year) == 0));
        if (inForce.Length == 1)
        {
            return rows.Match(inForce, year, SubjectNameSource.Edition);
        }

        var meant = rows.Aliases.TryGetValue(folded, out var codes)
            ? Under(parentCode, codes.SelectMany(code => rows.ByCode[code]).Where(row =>
                (level is null || row.Level == level) && !row.IsLegacy && row.Distance(year) == 0))
            : [];
        if (inForce.Length + meant.Length > 0)
        {
            return rows.Match([.. inForce, .. meant], year, inForce.Length > 0 ? SubjectNameSource.Edition : SubjectNameSource.Alias);
        }

        var elsewhere = Under(parentCode, bearers.Where(static row => !row.IsLegacy));
        if (elsewhere.Length == 0 && fiscalYear < editions.Oldest)
        {
            elsewhere = Under(parentCode, bearers.Where(static row => row.IsLegacy));
        }

        return rows.Match(elsewhere, year, SubjectNameSource.OtherEdition);
    }

    /// <summary>行政运行（人力资源和社会保障管理事务）: some tables tell equal names apart by naming the subject above in brackets.</summary>
    private SubjectNameMatch FindWithParentNamed(
        ClassificationRows rows, string folded, int? fiscalYear, string? parentCode, SubjectLevel? level)
    {
        var bracket = folded.IndexOf('(', StringComparison.Ordinal);
        if (bracket <= 0 || !folded.EndsWith(')'))
        {
            return SubjectNameMatch.None;
        }

        var parents = FindFolded(rows, folded[(bracket + 1)..^1], fiscalYear, null, null).Candidates;
        var named = FindFolded(rows, folded[..bracket], fiscalYear, parentCode, level);
        return SubjectNameMatch.Of(
            [.. named.Candidates.Where(candidate => parents.Any(parent => candidate.ParentCode == parent.Code))], named.Source);
    }

    /// <summary>行政运行支出 for 行政运行, and the other way round.</summary>
    private static bool AreAlikeButForEnding(string name, string folded)
    {
        var (shorter, longer) = name.Length < folded.Length ? (name, folded) : (folded, name);
        return longer.StartsWith(shorter, StringComparison.Ordinal) && Endings.Matches(longer.AsSpan(shorter.Length));
    }

    private int YearOf(int? fiscalYear) => editions.Of(fiscalYear);

    private static SubjectRow[] Under(string? parentCode, IEnumerable<SubjectRow> rows)
    {
        if (string.IsNullOrEmpty(parentCode))
        {
            return [.. rows];
        }

        SubjectRow[] below = [.. rows.Where(row =>
            row.Code.Length > parentCode.Length && row.Code.StartsWith(parentCode, StringComparison.Ordinal))];
        SubjectRow[] children = [.. below.Where(row => row.ParentCode == parentCode)];
        return children.Length > 0 ? children : below;
    }

    private static FrozenSet<string> SourceIds(IReadOnlyDictionary<string, MapFile> files, MapFaults faults)
    {
        const string Name = "pipelines/subjects/sources.csv";
        if (!files.TryGetValue(Name, out var file))
        {
            faults.Add(Name, 1, "the map is missing");
            return [];
        }

        return MapTable.Read(file, ["id", "source", "description"], faults).Rows.Select(static row => row["id"])
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>One classification's rows, by code and by folded name.</summary>
    private sealed class ClassificationRows(Classification classification, List<SubjectRow> rows, IReadOnlyList<SubjectAlias> aliases)
    {
        public Dictionary<string, List<SubjectRow>> ByCode { get; } = Group(rows, static row => row.Code);

        public Dictionary<string, List<SubjectRow>> ByName { get; } = Group(rows, static row =>
            FoldedText.Of(row.Name));

        /// <summary>The codes that a folded alias stands for.</summary>
        public Dictionary<string, List<string>> Aliases { get; } = aliases
            .GroupBy(static alias => FoldedText.Of(alias.NameAsPrinted), StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group =>
                group.Select(static alias => alias.Code).ToList(), StringComparer.Ordinal);

        public bool IsAlias(string code, string folded, bool isMisprint) =>
            aliases.Any(alias => alias.Code == code && alias.IsMisprint == isMisprint && FoldedText.Of(alias.NameAsPrinted) == folded);

        public SubjectNameMatch Match(SubjectRow[] found, int year, SubjectNameSource source) =>
            SubjectNameMatch.Of([.. found.DistinctBy(static row => row.Code).OrderBy(static row => row.Code, StringComparer.Ordinal)
                .Select(row => Entry(row, year))], source);

        /// <summary>The one code that bears the name of an ended row from the next year on, and did not before.</summary>
        public string? SuccessorOf(SubjectRow ended, int year) =>
            ByName.GetValueOrDefault(FoldedText.Of(ended.Name), []).Where(row => !row.IsLegacy && row.Code != ended.Code
                && row.Level == ended.Level && row.ValidFrom == year + 1).Take(2).ToList() is [var only] ? only.Code : null;

        public SubjectEntry Entry(SubjectRow row, int year)
        {
            var distance = row.Distance(year);
            var edition = row.IsLegacy ? LegacyEdition
                : (year < row.ValidFrom ? year + distance : year - distance).ToString(CultureInfo.InvariantCulture);
            return new SubjectEntry(classification, row.Code, row.Name, row.Level, row.ParentCode, edition, row.Documentation,
                distance == 0 && !row.IsLegacy)
            { Funds = row.Funds };
        }

        private static Dictionary<string, List<SubjectRow>> Group(IEnumerable<SubjectRow> rows, Func<SubjectRow, string> key)
        {
            var groups = new Dictionary<string, List<SubjectRow>>(StringComparer.Ordinal);
            foreach (var row in rows)
            {
                var name = key(row);
                if (!groups.TryGetValue(name, out var group))
                {
                    groups.Add(name, group = []);
                }

                group.Add(row);
            }

            return groups;
        }
    }
}
