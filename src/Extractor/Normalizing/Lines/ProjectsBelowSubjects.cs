using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Normalizing.Headings;
using Extractor.Normalizing.Ledger;
using Extractor.Normalizing.Maps;
using Extractor.Normalizing.Subjects;

namespace Extractor.Normalizing.Lines;

/// <summary>
/// 公路养护 without a code, below it 214 | 01 | 06 农村公路养护补助: lists of projects that name each subject above its projects print its
/// code beside these alone.
/// </summary>
internal static class ProjectsBelowSubjects
{
    /// <returns>Null where not every row with a code stands below one without that bears the name of its code.</returns>
    public static ImmutableArray<TableRow>? Read(ImmutableArray<TableRow> rows, TableContext context)
    {
        ImmutableArray<TableRow>.Builder? read = null;
        var head = -1;
        for (var index = 0; index < rows.Length; index++)
        {
            if (rows[index] is not { Kind: RowKind.Detail, IsUnit: false })
            {
                head = -1;
            }
            else if (rows[index].Subject is not { Printed: not null, CanonicalCode: { } code } subject)
            {
                head = index;
            }
            else if (head >= 0 && subject is { Classification: Classification.Functional, Entry: { } entry } &&
                FoldedText.Of(rows[head].Label) == FoldedText.Of(entry.Name) &&
                context.Reference.Subjects.NamingOf(subject.Classification, code, rows[index].Label) == SubjectNaming.OtherName)
            {
                read ??= rows.ToBuilder();
                read[head] = rows[head] with { Subject = subject with { Printed = null, Evidence = CodeEvidence.UniqueName } };
                read[index] = rows[index] with
                {
                    Subject = ResolvedSubject.None(subject.Classification),
                    Others = [new PrintedSubject(subject.Classification, code, entry.Name)],
                    SubjectAbove = subject.Code,
                };
            }
            else
            {
                return null;
            }
        }

        return read?.ToImmutable();
    }
}
