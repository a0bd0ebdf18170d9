using System.Collections.Immutable;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Model.Tables;
using Extractor.Runs.Documents;

namespace Extractor.Runs.Artifacts;

/// <summary>The form of a <see cref="DocumentOutcome"/>.</summary>
internal static class OutcomeForm
{
    public static void Write(ArtifactWriter writer, DocumentOutcome outcome)
    {
        writer.Text(outcome.Id.Value);
        writer.Text(outcome.ArchiveLocation);
        writer.Number((int)outcome.Status);
        writer.Text(outcome.StatusReason);
        writer.Number((int)outcome.Kind);
        writer.NumberOrNull(outcome.FiscalYear);
        writer.Text(outcome.DivisionCode);
        writer.Number(outcome.Pages);
        Write(writer, outcome.PageStates, static state => (int)state);
        Write(writer, outcome.Tables, static key => (int)key);
        writer.Number(outcome.Lines);
        Write(writer, outcome.Checks, static check => (int)check);
        Write(writer, outcome.Findings, static severity => (int)severity);
    }

    public static DocumentOutcome Read(ArtifactReader reader) => new(
        IdOf(reader.Text()),
        reader.Text(),
        (DocumentStatus)reader.Int32(),
        reader.TextOrNull(),
        (DocumentKind)reader.Int32(),
        reader.Int32OrNull(),
        reader.TextOrNull(),
        reader.Int32(),
        Read(reader, static state => (PageState)state),
        Read(reader, static key => (TableKey)key),
        reader.Int32(),
        Read(reader, static check => (CheckOutcome)check),
        Read(reader, static severity => (Severity)severity));

    private static DocumentId IdOf(string text)
    {
        try
        {
            return new DocumentId(text);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    private static void Write<TKey>(ArtifactWriter writer, ImmutableSortedDictionary<TKey, int> counts, Func<TKey, int> number)
        where TKey : struct, Enum => writer.List([.. counts], (target, count) =>
        {
            target.Number(number(count.Key));
            target.Number(count.Value);
        });

    private static ImmutableSortedDictionary<TKey, int> Read<TKey>(ArtifactReader reader, Func<int, TKey> key)
        where TKey : struct, Enum
    {
        var counts = ImmutableSortedDictionary.CreateBuilder<TKey, int>();
        foreach (var (number, count) in reader.List(static source => (source.Int32(), source.Int32())))
        {
            counts[key(number)] = count;
        }

        return counts.ToImmutable();
    }
}
