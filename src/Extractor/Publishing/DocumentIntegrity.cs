using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;

namespace Extractor.Publishing;

/// <summary>
/// What must hold within a document before its rows may stand beside those of others: ids unique, references whole,
/// amounts publishable. A document that breaks this (a fault of this program, not of the document) does not stop the
/// publication: what was derived from it is withheld, and it is published as partial with an error that says so.
/// </summary>
internal static class DocumentIntegrity
{
    /// <summary>The rule of the finding that a withheld document gets.</summary>
    public const string Rule = FindingRule.InconsistentRows;

    /// <summary>DECIMAL(18,2) holds 16 digits before the point.</summary>
    private const decimal AmountLimit = 9_999_999_999_999_999m;

    /// <summary>Faults named in the finding.</summary>
    private const int ToldFaults = 5;

    public static NormalizedDocument WithholdInconsistent(NormalizedDocument document, out bool isWithheld)
    {
        var structure = StructureFaults(document.Extracted);
        var faults = structure.Count > 0 ? structure : MeaningFaults(document);
        isWithheld = faults.Count > 0;
        if (!isWithheld)
        {
            return document;
        }

        var told = string.Join("; ", faults.Take(ToldFaults)) + (faults.Count > ToldFaults ? $"; … ({faults.Count})" : string.Empty);
        var finding = new Finding(
            Rule,
            Severity.Error,
            $"本程序对该文件得出的数据自相矛盾，已予扣留：{told}。请向本程序的维护者报告此文件。",
            $"What this program derived from the document is inconsistent and was withheld: {told}. Report the file to the maintainers.",
            null,
            null,
            null,
            null);
        var extracted = document.Extracted with
        {
            Status = document.Extracted.Status == DocumentStatus.Complete ? DocumentStatus.Partial : document.Extracted.Status,
            StatusReason = document.Extracted.StatusReason is { } reason ? $"{reason} {finding.MessageEn}" : finding.MessageEn,
        };
        if (structure.Count > 0)
        {
            extracted = extracted with { Tables = [], Sections = [] };
        }

        return document with
        {
            Extracted = extracted,
            Tables = structure.Count > 0 ? [] : DistinctBy(document.Tables, static meaning => meaning.TableOrdinal),
            Sections = structure.Count > 0 ? [] : DistinctBy(document.Sections, static meaning => meaning.SectionOrdinal),
            Lines = [],
            Projects = [],
            Indicators = [],
            StatedFigures = [],
            Checks = [],
            Findings = [.. document.Findings.Select(other => WithoutReferences(other, structure.Count > 0)), finding],
            Ledger =
            [
                .. document.Ledger.Select(page => structure.Count > 0 ? page.WithoutAnything() : page.WithoutMeanings()),
            ],
        };
    }

    /// <summary>The places stay; the rows that they point at are withheld.</summary>
    private static Finding WithoutReferences(Finding finding, bool withoutTables) => finding with
    {
        Places =
        [
            .. finding.Places.Select(place => place with
            {
                CheckId = null,
                TableOrdinal = withoutTables ? null : place.TableOrdinal,
            }),
        ],
    };

    private static List<string> StructureFaults(ExtractedDocument document)
    {
        var faults = new List<string>();
        Unique(faults, "table", document.Tables.Select(static table => table.Ordinal));
        var sections = Unique(faults, "section", document.Sections.Select(static section => section.Ordinal));
        Refer(faults, "parent section", sections, document.Sections.Select(static section => section.ParentOrdinal).OfType<int>());
        return faults;
    }

    private static List<string> MeaningFaults(NormalizedDocument document)
    {
        var faults = new List<string>();
        Unique(faults, "meaning of table", document.Tables.Select(static meaning => meaning.TableOrdinal));
        Unique(faults, "meaning of section", document.Sections.Select(static meaning => meaning.SectionOrdinal));
        var tables = document.Extracted.Tables.Select(static table => table.Ordinal).ToHashSet();
        var sections = document.Extracted.Sections.Select(static section => section.Ordinal).ToHashSet();
        var lines = Unique(faults, "line", document.Lines.Select(static line => line.LineId));
        var checks = Unique(faults, "check", document.Checks.Select(static check => check.CheckId));
        Refer(faults, "table of a line", tables, document.Lines.Select(static line => line.TableOrdinal));
        Refer(faults, "table of an indicator", tables, document.Indicators.Select(static indicator => indicator.TableOrdinal));
        Refer(faults, "section of a stated figure", sections, document.StatedFigures.Select(static figure => figure.SectionOrdinal));
        var places = document.Findings.SelectMany(static finding => finding.Places).ToList();
        Refer(faults, "table of a finding", tables, places.Select(static place => place.TableOrdinal).OfType<int>());
        Refer(faults, "check of a finding", checks, places.Select(static place => place.CheckId).OfType<string>());
        Refer(faults, "parent line", lines, document.Lines.Select(static line => line.ParentLineId).OfType<string>());
        Refer(faults, "member of a check", lines, document.Checks.SelectMany(static check => check.MemberLineIds));
        foreach (var line in document.Lines)
        {
            Limit(faults, line.AmountYuan);
        }

        foreach (var check in document.Checks)
        {
            Limit(faults, check.ExpectedYuan);
            Limit(faults, check.ActualYuan);
            Limit(faults, check.DifferenceYuan);
            Limit(faults, check.ToleranceYuan);
        }

        foreach (var project in document.Projects)
        {
            Limit(faults, project.AmountYuan);
            Limit(faults, project.PriorChangeYuan);
            Limit(faults, project.ExecutedYuan);
        }

        foreach (var figure in document.StatedFigures)
        {
            Limit(faults, figure.AmountYuan);
        }

        return faults;
    }

    private static void Limit(List<string> faults, decimal? amount)
    {
        if (amount is > AmountLimit or < -AmountLimit)
        {
            faults.Add($"amount of {amount} yuan has more than 16 digits");
        }
    }

    private static HashSet<T> Unique<T>(List<string> faults, string what, IEnumerable<T> ids)
    {
        var seen = new HashSet<T>();
        foreach (var id in ids)
        {
            if (!seen.Add(id))
            {
                faults.Add($"{what} '{id}' is there twice");
            }
        }

        return seen;
    }

    private static void Refer<T>(List<string> faults, string what, HashSet<T> known, IEnumerable<T> ids)
    {
        foreach (var id in ids)
        {
            if (!known.Contains(id))
            {
                faults.Add($"{what} '{id}' does not exist");
            }
        }
    }

    private static ImmutableArray<T> DistinctBy<T>(ImmutableArray<T> items, Func<T, int> ordinal) =>
        [.. Enumerable.DistinctBy(items, ordinal)];
}
