using System.Collections.Immutable;
using Extractor.Model;
using Extractor.Model.Evidence;
using Extractor.Model.Reference;
using Extractor.Normalizing.Divisions;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Performance;
using Extractor.Normalizing.Prose;
using Extractor.Normalizing.Sections;
using Extractor.Normalizing.Subjects;

namespace Extractor.Normalizing;

/// <summary>
/// The reviewed maps and catalogues of <c>pipelines/</c> that normalizing reads: subject catalogues by edition,
/// division codes, heading maps. They are embedded in this assembly, so that the program needs no folder beside it.
/// </summary>
public sealed class ReferenceData
{
    private static readonly Lazy<ReferenceData> Embedded = new(static () => From(MapFile.Embedded()));

    private ReferenceData(Dictionary<string, MapFile> files, MapFaults faults)
    {
        ReadingWords.Read(files, faults);
        ContentHash = MapFile.HashOf(files.Values);
        Subjects = SubjectCatalogue.Read(files, faults);
        Divisions = DivisionCatalogue.Read(files, faults);
        Headings = HeadingMaps.Read(files, faults);
        SectionHeadings = SectionHeadingRule.Read(files, faults);
        Figures = FigureRule.Read(files, faults);
        Performance = PerformanceMap.Read(files, faults);
        OrganisationChanges = Organisations.OrganisationChanges.Read(files, faults);
        FindingRules = Ledger.FindingRules.Read(files, faults);
    }

    /// <summary>Part of the key of the normalizing stage's artifacts: SHA-256 over all embedded maps, lower-case hex.</summary>
    public string ContentHash { get; }

    /// <summary>政府收支分类科目 by edition.</summary>
    public SubjectCatalogue Subjects { get; }

    /// <summary>GB/T 2260.</summary>
    public DivisionCatalogue Divisions { get; }

    /// <summary>Titles, column headings and row names as publishers print them.</summary>
    public HeadingMaps Headings { get; }

    /// <summary>The values of coded columns that the maps describe, with their names.</summary>
    public ImmutableArray<CodeList> CodeLists => [Headings.Kinds.CodeList, Ledger.FindingRules.CodeList(FindingRules)];

    /// <summary>What a heading of the narrative is about; the first rule that matches decides.</summary>
    public ImmutableArray<SectionHeadingRule> SectionHeadings { get; }

    /// <summary>What the words before a number in prose say that it is; the first rule that matches decides.</summary>
    public ImmutableArray<FigureRule> Figures { get; }

    /// <summary>Headings and labels of performance forms and lists.</summary>
    public PerformanceMap Performance { get; }

    /// <summary>Departments that follow one another; publishing links organisations by them.</summary>
    public ImmutableArray<OrganisationChange> OrganisationChanges { get; }

    /// <summary>What findings mean and what to do about them.</summary>
    public ImmutableArray<FindingRuleText> FindingRules { get; }

    /// <summary>Reads the maps that the assembly carries, once a process.</summary>
    /// <exception cref="InvalidDataException">A map has a fault; all faults are listed with file and line.</exception>
    public static ReferenceData Load() => Embedded.Value;

    /// <summary>Reads <paramref name="maps"/>: those of the assembly, or those that somebody is reviewing.</summary>
    /// <exception cref="InvalidDataException">A map has a fault; all faults are listed with file and line.</exception>
    public static ReferenceData From(IEnumerable<MapFile> maps)
    {
        ArgumentNullException.ThrowIfNull(maps);
        var faults = new MapFaults();
        var reference = new ReferenceData(maps.ToDictionary(static map => map.Name, StringComparer.Ordinal), faults);
        faults.ThrowIfAny();
        return reference;
    }
}
