using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Subjects;

namespace Extractor.Normalizing.Lines;

/// <summary>A row's subject and how it was found.</summary>
internal readonly record struct ResolvedSubject(string? Printed, string? Code, CodeEvidence Evidence, SubjectEntry? Entry,
    Classification Classification)
{
    /// <summary>
    /// The printed code is that of another name: the subject is the name's, and in doubt; where the name tells none, there is no entry and
    /// the code says no more than where the row stands.
    /// </summary>
    public bool IsAgainstName { get; init; }

    /// <summary>The code as its list has it; all printed digits (<see cref="Code"/>) tell where the row stands among others.</summary>
    public string? CanonicalCode => Code is null ? null : PrintedCode.Canonical(Classification, Code);

    public bool IsPlaceOnly => IsAgainstName && Entry is null;

    public static ResolvedSubject None(Classification classification) => new(null, null, CodeEvidence.None, null, classification);
}

/// <summary>
/// Finds the canonical code of the rows of one block, top to bottom: a split code is completed by the rows above, and a
/// name that stands under many parents is looked for under the code above it.
/// </summary>
internal sealed class SubjectResolver(SubjectCatalogue subjects, int? fiscalYear, Classification classification, bool hasCodes)
{
    private readonly Stack<string> above = new();
    private string codeClass = string.Empty, codeGroup = string.Empty;

    /// <summary>Codes that names of this unit's rows stand for: a group is printed once in a list.</summary>
    private readonly HashSet<string> named = new(StringComparer.Ordinal);

    private bool IsOfSubjects => classification is Classification.Functional or Classification.DepartmentEconomic
        or Classification.GovernmentEconomic;

    /// <summary>A total or a unit's row ends the branch.</summary>
    public void EndBranch()
    {
        above.Clear();
        named.Clear();
    }

    /// <summary>The rows of another unit begin: its list names the same subjects again.</summary>
    public void BeginUnit() => named.Clear();

    /// <summary>Reads a code printed in one cell, alone or with its name.</summary>
    public ResolvedSubject? FromOneCell(string printed)
    {
        if (PrintedCode.Read(printed) is { } code && PrintedCode.ClassificationOf(code.Digits) is { } found)
        {
            return Take(code.Digits, code.Digits, CodeEvidence.Printed, found);
        }

        return null;
    }

    /// <summary>Two digits alone in the code column: the level's own digits, to be completed by the code above (10 under 201).</summary>
    public ResolvedSubject? FromOwnLevel(string printed, string label)
    {
        var digits = FoldedText.Of(printed);
        if (digits.Length != 2 || digits.AsSpan().ContainsAnyExceptInRange('0', '9') || codeClass.Length == 0)
        {
            return null;
        }

        var asGroup = codeClass + digits;
        var asItem = codeGroup.Length > 0 ? codeGroup + digits : null;
        var name = FoldedText.Of(label);
        var code = asItem is not null && !Bears(asGroup, name) && Bears(asItem, name) ? asItem : asGroup;
        return Take(digits, code, CodeEvidence.SplitColumns, PrintedCode.ClassificationOf(code) ?? classification);
    }

    /// <summary>类 | 款 | 项 in columns of their own; a part that is blank is the one above.</summary>
    public ResolvedSubject? FromColumns(string printedClass, string printedGroup, string printedItem)
    {
        var first = Digits(printedClass);
        var second = Digits(printedGroup);
        var third = Digits(printedItem);
        if (first.Length + second.Length + third.Length == 0)
        {
            return null;
        }

        if (first.Length is 5 or 7 && second.Length == 0 && third.Length == 0)
        {
            return Take(first, first, CodeEvidence.Printed, PrintedCode.ClassificationOf(first) ?? classification);
        }

        if (first.Length >= 3)
        {
            codeClass = first[..3];
            codeGroup = first.Length >= 5 ? first[..5] : string.Empty;
        }

        if (codeClass.Length == 0)
        {
            return null;
        }

        // A class column may repeat while the group stays blank: then the row is the class itself, or the item names its group.
        var code = codeClass;
        if (second.Length > 0)
        {
            codeGroup = second.Length >= 5 && second.StartsWith(codeClass, StringComparison.Ordinal) ? second[..5]
                : second.Length == 3 && second[0] == codeClass[2] ? codeClass + second[1..]
                : codeClass + second.PadLeft(2, '0');
            code = codeGroup;
        }

        if (third.Length > 0)
        {
            code = third.Length >= 7 ? third
                : codeGroup.Length > 0 ? codeGroup + third.PadLeft(2, '0')
                : codeClass;
        }

        return code.Length is 3 or 5 or 7 or 9
            ? Take(first + second + third, code, CodeEvidence.SplitColumns, PrintedCode.ClassificationOf(code) ?? classification)
            : null;
    }

    /// <summary>The name alone would give a code; nothing is taken.</summary>
    public bool IsSubject(string name) =>
        above.Any(parent => Candidates(name, parent).Count == 1) || (!hasCodes && Highest(Candidates(name, null)) is not null);

    /// <summary>By the name alone: under the code above, then anywhere if it stands once.</summary>
    /// <param name="asClass">The row is printed as one of the highest level (一、教育支出).</param>
    public ResolvedSubject FromName(string name, bool asClass)
    {
        if (name.Length == 0 || !IsOfSubjects)
        {
            return ResolvedSubject.None(classification);
        }

        if (asClass)
        {
            foreach (var form in (ReadOnlySpan<string>)[name, name + SubjectCatalogue.Ending])
            {
                var classes = Candidates(form, null).Where(static entry => entry.Level == SubjectLevel.Class).ToList();
                if (classes.Count == 1)
                {
                    return Take(null, classes[0].Code, CodeEvidence.UniqueName, classification);
                }
            }

            return ResolvedSubject.None(classification);
        }

        foreach (var parent in above)
        {
            if (NextBelow(parent, Candidates(name, parent)) is { } only)
            {
                return TakeOnce(only.Code, CodeEvidence.NameUnderParent);
            }
        }

        // With codes printed elsewhere in the table, a row without one is no subject unless its parent vouches for it.
        return !hasCodes && Highest(Candidates(name, null)) is { } unique
            ? TakeOnce(unique.Code, CodeEvidence.UniqueName)
            : ResolvedSubject.None(classification);
    }

    /// <summary>
    /// The class or group of that name that the next printed code lies in; of 其他支出, which names both, the one that is not open yet.
    /// </summary>
    public ResolvedSubject? FromNameAbove(string name, string next)
    {
        var over = name.Length == 0 || !IsOfSubjects ? null : Candidates(name, null)
            .Where(entry => entry.Code.Length < next.Length && next.StartsWith(entry.Code, StringComparison.Ordinal) &&
                !above.Contains(entry.Code))
            .MinBy(static entry => entry.Code.Length);
        return over is null ? null : Take(null, over.Code, CodeEvidence.UniqueName, classification);
    }

    /// <summary>
    /// 公路水路运输 stands under 214 and again under its 超长期特别国债安排的支出: a functional group or item that the list has printed
    /// already is another one of the same name.
    /// </summary>
    private ResolvedSubject TakeOnce(string code, CodeEvidence evidence) =>
        classification == Classification.Functional && code.Length > 3 && !named.Add(code)
            ? ResolvedSubject.None(classification)
            : Take(null, code, evidence, classification);

    /// <summary>
    /// Some documents number their rows by themselves (302 03 水费; 30203 is 咨询费): where the printed name is the catalogue's name of
    /// one other code of the same level under the same parent, and not a name of the printed code, the name is the row's subject. A part of
    /// a group stays where it is, without a subject: its group adds it up.
    /// </summary>
    public ResolvedSubject ByName(ResolvedSubject printed, string label)
    {
        if (printed is not { Entry: not null, CanonicalCode: { Length: > 3 } code } ||
            printed.Evidence is not (CodeEvidence.Printed or CodeEvidence.SplitColumns))
        {
            return printed;
        }

        var name = PrintedCode.NameIn(label);
        if (name.Length == 0 || subjects.NamingOf(printed.Classification, code, name) != SubjectNaming.OtherName)
        {
            return printed;
        }

        var others = subjects.FindByName(printed.Classification, name, fiscalYear, code[..^2]).Candidates
            .Where(entry => entry.Code.Length == code.Length &&
                entry.Code.StartsWith(code.AsSpan(0, code.Length - 2), StringComparison.Ordinal))
            .ToList();
        return others is not [var other] || other.Code == code ? printed
            : code.Length < printed.Code!.Length ? printed with { Entry = null, IsAgainstName = true }
            : printed with { Code = other.Code, Entry = other, Evidence = CodeEvidence.NameUnderParent, IsAgainstName = true };
    }

    /// <summary>
    /// 302 06 办公设备购置费 where other names below 302 have codes that are not theirs: its number is the list's own too, and so is that of
    /// the parent if it bears another name (303 离退休人员经费).
    /// </summary>
    /// <param name="misnumbered">The codes whose parts are numbered so.</param>
    public ResolvedSubject ByList(ResolvedSubject printed, string label, ImmutableHashSet<string> misnumbered) =>
        printed is { Entry: not null, IsAgainstName: false, CanonicalCode: { Length: >= 3 } code } &&
        (misnumbered.Contains(code) || misnumbered.Contains(code[..^2])) &&
        printed.Evidence is CodeEvidence.Printed or CodeEvidence.SplitColumns &&
        Numbering.Of(PrintedCode.NameIn(label)).Rest is { Length: > 0 } name &&
        subjects.NamingOf(printed.Classification, code, name) == SubjectNaming.OtherName
            ? printed with { Entry = null, IsAgainstName = true }
            : printed;

    private IReadOnlyList<SubjectEntry> Candidates(string name, string? parent)
    {
        var match = subjects.FindByName(classification, name, fiscalYear, parent);
        if (match.Candidates.IsEmpty && !name.EndsWith(SubjectCatalogue.Ending, StringComparison.Ordinal))
        {
            match = subjects.FindByName(classification, name + SubjectCatalogue.Ending, fiscalYear, parent);
        }

        return match.Candidates;
    }

    /// <summary>
    /// 公路水路运输 is 21401 below 214 and 2149801 below its 21498: of namesakes under one parent the row is the parent's own child.
    /// </summary>
    internal static SubjectEntry? NextBelow(string parent, IReadOnlyList<SubjectEntry> candidates) =>
        candidates is [var only] ? only
            : candidates.Where(entry => entry.Code.Length == parent.Length + 2).ToList() is [var child] ? child
            : null;

    /// <summary>其他支出 names a class, its group and its item: by itself it is the class. Other namesakes tell nothing.</summary>
    internal static SubjectEntry? Highest(IReadOnlyList<SubjectEntry> candidates)
    {
        var highest = candidates.MinBy(static entry => entry.Code.Length);
        return highest is not null && candidates.All(entry => entry.Code.StartsWith(highest.Code, StringComparison.Ordinal)) ? highest
            : null;
    }

    private bool Bears(string code, string name) =>
        subjects.Find(classification, code, fiscalYear) is { } entry &&
            string.Equals(FoldedText.Of(entry.Name), name, StringComparison.Ordinal);

    private ResolvedSubject Take(string? printed, string code, CodeEvidence evidence, Classification found)
    {
        while (above.TryPeek(out var top) && !(code.Length > top.Length && code.StartsWith(top, StringComparison.Ordinal)))
        {
            above.Pop();
        }

        above.Push(code);
        if (code.Length >= 3)
        {
            codeClass = code[..3];
            codeGroup = code.Length >= 5 ? code[..5] : string.Empty;
        }

        return new ResolvedSubject(printed, code, evidence, subjects.Find(found, PrintedCode.Canonical(found, code), fiscalYear),
            found);
    }

    private static string Digits(string printed)
    {
        var folded = FoldedText.Of(printed);
        return folded.AsSpan().ContainsAnyExceptInRange('0', '9') ? string.Empty : folded;
    }
}
