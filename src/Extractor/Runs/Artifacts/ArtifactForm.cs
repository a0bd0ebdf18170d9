using Extractor.Model.Evidence;
using Extractor.Runs.Documents;

namespace Extractor.Runs.Artifacts;

/// <summary>
/// How an artifact is written and read back: the values of its records in the order in which they are declared, enumerations as numbers,
/// nothing for what is reckoned from the rest. The form may change with any build, since the key of an artifact carries these sources.
/// </summary>
/// <remarks>Read in the order of writing: arguments and initializers are evaluated as they stand.</remarks>
internal sealed record ArtifactForm<T>(Action<ArtifactWriter, T> Write, Func<ArtifactReader, T> Read);

/// <summary>The forms of the artifacts, and what they have in common.</summary>
internal static class ArtifactForms
{
    public static ArtifactForm<StoredExtraction> Extraction { get; } = new(ExtractionForm.Write, ExtractionForm.Read);

    public static ArtifactForm<StoredMeaning> Meaning { get; } = new(MeaningForm.Write, MeaningForm.Read);

    public static ArtifactForm<DocumentOutcome> Outcome { get; } = new(OutcomeForm.Write, OutcomeForm.Read);

    public static void Finding(this ArtifactWriter writer, Finding finding)
    {
        writer.Text(finding.Rule);
        writer.Number((int)finding.Severity);
        writer.Text(finding.MessageZh);
        writer.Text(finding.MessageEn);
        writer.NumberOrNull(finding.PageNumber);
        writer.BoxOrNull(finding.Box);
        writer.Text(finding.Expected);
        writer.Text(finding.Actual);
        writer.Text(finding.Cause);
        writer.List(finding.Places, Place);
        writer.Number(finding.PlaceCount);
    }

    public static Finding Finding(this ArtifactReader reader) => new(reader.Text(), (Severity)reader.Int32(), reader.Text(),
        reader.Text(), reader.Int32OrNull(), reader.BoxOrNull(), reader.TextOrNull(), reader.TextOrNull())
    {
        Cause = reader.TextOrNull(),
        Places = reader.List(Place),
        PlaceCount = reader.Int32(),
    };

    private static void Place(ArtifactWriter writer, FindingPlace place)
    {
        writer.NumberOrNull(place.PageNumber);
        writer.BoxOrNull(place.Box);
        writer.Text(place.Expected);
        writer.Text(place.Actual);
        writer.NumberOrNull(place.TableOrdinal);
        writer.NumberOrNull(place.Row);
        writer.NumberOrNull(place.Column);
        writer.Text(place.CheckId);
    }

    private static FindingPlace Place(ArtifactReader reader) => new(reader.Int32OrNull(), reader.BoxOrNull(), reader.TextOrNull(),
        reader.TextOrNull())
    {
        TableOrdinal = reader.Int32OrNull(),
        Row = reader.Int32OrNull(),
        Column = reader.Int32OrNull(),
        CheckId = reader.TextOrNull(),
    };
}
