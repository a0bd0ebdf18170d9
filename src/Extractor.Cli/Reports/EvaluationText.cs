using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Model;
using Extractor.Publications.Evaluation;

namespace Extractor.Cli.Reports;

/// <summary>An evaluation for people: one table of scores a part, then what is missed and extra.</summary>
internal static class EvaluationText
{
    public static string Of(EvaluationReport report, int listed)
    {
        var text = new StringBuilder();
        foreach (var (part, total) in report.Totals)
        {
            text.Append(SchemaName.Of(part)).AppendLine();
            foreach (var document in report.Documents)
            {
                if (document.Parts.TryGetValue(part, out var score))
                {
                    Line(text, document.Name + (document.IsPublished ? string.Empty : " (not published)"), score);
                }
            }

            Line(text, "all", total);
            text.AppendLine();
        }

        foreach (var document in report.Documents)
        {
            foreach (var (part, score) in document.Parts)
            {
                Differences(text, $"{document.Name} {SchemaName.Of(part)} missed", score.Missed, listed);
                Differences(text, $"{document.Name} {SchemaName.Of(part)} extra", score.Extra, listed);
            }
        }

        return text.ToString().TrimEnd();
    }

    private static void Line(StringBuilder text, string name, Score score)
    {
        text.Append(CultureInfo.InvariantCulture, $"  {name,-22} recall {Share(score.Recall)} ({score.Found} of {score.Expected})   " +
            $"precision {Share(score.Precision)} ({score.Right} of {score.Published})");
        foreach (var (detail, tally) in score.Details.Where(static detail => detail.Value.Judged > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"   {detail} {Share(tally.Share)}");
        }

        text.AppendLine();
    }

    private static void Differences(StringBuilder text, string heading, ImmutableArray<Difference> differences, int listed)
    {
        if (differences.IsEmpty)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{heading}: {differences.Length}").AppendLine();
        foreach (var difference in differences.Take(listed))
        {
            text.Append(CultureInfo.InvariantCulture, $"  p{difference.Page}: {difference.Text}").AppendLine();
        }

        if (differences.Length > listed)
        {
            text.Append(CultureInfo.InvariantCulture, $"  … {differences.Length - listed} more (--all)").AppendLine();
        }
    }

    private static string Share(double share) => (100 * share).ToString("F2", CultureInfo.InvariantCulture).PadLeft(6) + " %";
}
