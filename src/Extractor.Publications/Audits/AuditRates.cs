using System.Collections.Immutable;

namespace Extractor.Publications.Audits;

/// <summary>A share of judged claims that are wrong, with the interval in which it lies with a confidence of 95 %.</summary>
/// <param name="Unknown">Claims that the page does not tell of; in no share.</param>
public sealed record AuditRate(string Name, int Wrong, int Judged, int Unknown)
{
    public double? Share => Judged == 0 ? null : (double)Wrong / Judged;

    public (double Low, double High) Interval => WilsonInterval.Of(Wrong, Judged);
}

/// <summary>What marks say of the lines that they judge.</summary>
/// <param name="Lines">Lines of which anything is wrong.</param>
/// <param name="ByField">Claims, by what they claim.</param>
/// <param name="ByKind">Lines, by kind of table.</param>
/// <param name="ByProof">Lines, by proof.</param>
/// <param name="Stale">Marks on claims that the publication makes no more; they count nowhere.</param>
/// <param name="WrongClaims">Each with its note.</param>
public sealed record AuditRates(
    AuditRate Lines,
    ImmutableArray<AuditRate> ByField,
    ImmutableArray<AuditRate> ByKind,
    ImmutableArray<AuditRate> ByProof,
    int Stale,
    ImmutableArray<(AuditedLine Line, AuditMark Mark)> WrongClaims)
{
    /// <exception cref="Runs.OutputException">The folder holds no publication that can be read.</exception>
    public static AuditRates Of(string folder, ImmutableArray<AuditMark> marks) =>
        Of(AuditContext.Of(folder, marks.Select(static mark => mark.LineId).ToHashSet(StringComparer.Ordinal)), marks);

    internal static AuditRates Of(ImmutableArray<AuditedLine> lines, ImmutableArray<AuditMark> marks)
    {
        var byId = lines.ToDictionary(static line => line.Line.LineId, StringComparer.Ordinal);
        var fields = AuditField.All.ToDictionary(static field => field.Name, StringComparer.Ordinal);
        var judged = marks.Where(mark => byId.TryGetValue(mark.LineId, out var line) && fields[mark.Field].Claim(line) == mark.Claim)
            .Select(mark => (Line: byId[mark.LineId], Mark: mark)).ToList();
        var byLine = judged.GroupBy(static pair => pair.Line).Select(static line => (line.Key.Line,
            Verdict: line.Any(static pair => pair.Mark.Verdict == AuditVerdict.Wrong) ? AuditVerdict.Wrong
                : line.Any(static pair => pair.Mark.Verdict == AuditVerdict.Right) ? AuditVerdict.Right
                : AuditVerdict.Unknown)).ToList();
        return new AuditRates(
            Rate("lines", byLine.Select(static line => line.Verdict)),
            [.. AuditField.All.Select(field => Rate(field.Name, judged.Where(pair => pair.Mark.Field == field.Name)
                .Select(static pair => pair.Mark.Verdict)))],
            [.. byLine.GroupBy(static line => line.Line.TableKey, StringComparer.Ordinal)
                .OrderBy(static kind => kind.Key, StringComparer.Ordinal)
                .Select(static kind => Rate(kind.Key, kind.Select(static line => line.Verdict)))],
            [.. byLine.GroupBy(static line => line.Line.Proof, StringComparer.Ordinal)
                .OrderBy(static proof => proof.Key, StringComparer.Ordinal)
                .Select(static proof => Rate(proof.Key, proof.Select(static line => line.Verdict)))],
            marks.Length - judged.Count,
            [.. judged.Where(static pair => pair.Mark.Verdict == AuditVerdict.Wrong)
                .OrderBy(static pair => pair.Line.Line.DocumentId, StringComparer.Ordinal).ThenBy(static pair => pair.Line.Line.PageNumber)
                .ThenBy(static pair => pair.Line.Line.LineId, StringComparer.Ordinal).ThenBy(static pair => pair.Mark.Field,
                StringComparer.Ordinal)]);
    }

    private static AuditRate Rate(string name, IEnumerable<AuditVerdict> verdicts)
    {
        var all = verdicts.ToList();
        var unknown = all.Count(static verdict => verdict == AuditVerdict.Unknown);
        return new AuditRate(name, all.Count(static verdict => verdict == AuditVerdict.Wrong), all.Count - unknown, unknown);
    }
}
