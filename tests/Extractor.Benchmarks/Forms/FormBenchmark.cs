using System.Globalization;
using Extractor.Benchmarks.Stages;
using Extractor.Model;
using Extractor.Model.Budget;
using Extractor.Model.Evidence;
using Extractor.Tests.Normalizing.Lines;

namespace Extractor.Benchmarks.Forms;

/// <summary>
/// Typeset forms (<c>node corpus/provinces/typeset.mjs FOLDER</c>) read from their PDFs and held against the meaning of every printed
/// amount: lines that say something else, by proof; amounts that became no line; sums that accuse a form of what was not planted in it.
/// </summary>
internal static class FormBenchmark
{
    /// <summary>A line stands where the truth does: the same printed figure, better in its own column and row.</summary>
    private const int SameFigure = 100, SameColumn = 10, SameTable = 3, SameRow = 1;

    public static int Run(BenchmarkOptions options)
    {
        var folder = options.Text("--forms");
        if (folder is null || !Directory.EnumerateFiles(folder, "*.csv").Any())
        {
            Console.Error.WriteLine("--forms names no folder of typeset forms.");
            return 2;
        }

        var documents = PublishingRounds.Read(folder).Select(static document => document.Load())
            .OrderBy(static document => document.Extracted.File.ArchiveLocation, StringComparer.Ordinal);
        var sums = new int[6];
        foreach (var document in documents)
        {
            var name = Path.GetFileNameWithoutExtension(document.Extracted.File.ArchiveLocation);
            var truth = FormTruth.Read(Path.Combine(folder, name + ".csv"));
            var faults = new List<string>();
            int[] counts = [.. Compare(document, truth, faults)];
            Console.WriteLine($"{name,-12} {Words(counts)}");
            if (options.Has("--all"))
            {
                faults.ForEach(static fault => Console.WriteLine("  " + fault));
            }

            sums = [.. sums.Zip(counts, static (sum, count) => sum + count)];
        }

        Console.WriteLine($"{"all",-12} {Words(sums)}");
        return 0;
    }

    private static string Words(int[] counts) => string.Create(CultureInfo.InvariantCulture,
        $"{counts[0],5} amounts {counts[1],5} proven  wrong: {counts[2]} proven, {counts[3]} other  unread {counts[4]}  " +
        $"false accusations {counts[5]}");

    private static IEnumerable<int> Compare(NormalizedDocument document, IReadOnlyList<FormTruth> truth, List<string> faults)
    {
        var lines = document.Lines.OrderBy(static line => line.TableOrdinal).ThenBy(static line => line.Row)
            .ThenBy(static line => line.Column).ToList();
        var byId = lines.ToDictionary(static line => line.LineId, StringComparer.Ordinal);
        var pairs = Align(truth, lines);
        var planted = pairs.Where(static pair => pair.Truth.IsPlanted).Select(static pair => pair.Line.TableOrdinal).ToHashSet();
        var (wrongProven, wrongOther) = (0, 0);
        foreach (var (expected, line) in pairs)
        {
            if (string.Join("; ", FormMeaning.Differences(line, byId, field => expected.Fields[field])) is { Length: > 0 } difference)
            {
                wrongProven += line.Proof == Proof.Proven ? 1 : 0;
                wrongOther += line.Proof == Proof.Proven ? 0 : 1;
                faults.Add($"{SchemaName.Of(line.Proof)} table {expected.Table} row {expected.Row} column {expected.Column} " +
                    $"{expected.Name} {expected.Value}: {difference}");
            }
        }

        // Numbers of which the truth knows nothing are no amounts of this budget: a line of them says too much.
        var paired = pairs.Select(static pair => pair.Line).ToHashSet();
        foreach (var line in lines.Where(line => !paired.Contains(line)))
        {
            wrongProven += line.Proof == Proof.Proven ? 1 : 0;
            wrongOther += line.Proof == Proof.Proven ? 0 : 1;
            faults.Add($"{SchemaName.Of(line.Proof)} page {line.PageNumber} {line.SubjectNameAsPrinted} {line.ValueAsPrinted}: " +
                "no amount of the form");
        }

        var read = pairs.Select(static pair => pair.Truth).ToHashSet();
        var unread = truth.Where(row => !read.Contains(row)).ToList();
        faults.AddRange(unread.GroupBy(static row => (row.Table, row.Column)).Select(static column =>
            $"unread table {column.Key.Table} column {column.Key.Column}: {column.Count()} amounts, first {column.First().Name} " +
            column.First().Value));
        var accusing = document.Checks.Where(check => check.Outcome == CheckOutcome.Fails &&
            !check.MemberLineIds.Any(member => planted.Contains(byId[member].TableOrdinal))).ToList();
        faults.AddRange(accusing.Select(check => $"accuses by {check.Rule}: expected {check.ExpectedYuan}, got {check.ActualYuan}, " +
            $"page {byId[check.MemberLineIds[0]].PageNumber}"));
        return [truth.Count, lines.Count(static line => line.Proof == Proof.Proven), wrongProven, wrongOther, unread.Count, accusing.Count];
    }

    /// <summary>The dearest common order of both: repeated heads and cut pages move rows, and no amount overtakes another.</summary>
    private static List<(FormTruth Truth, BudgetLine Line)> Align(IReadOnlyList<FormTruth> truth, List<BudgetLine> lines)
    {
        var tables = lines.Select(static line => line.TableOrdinal).Distinct().ToList();
        var best = new int[truth.Count + 1, lines.Count + 1];
        for (var first = truth.Count - 1; first >= 0; first--)
        {
            for (var second = lines.Count - 1; second >= 0; second--)
            {
                var worth = Worth(truth[first], lines[second]);
                best[first, second] = Math.Max(Math.Max(best[first + 1, second], best[first, second + 1]),
                    worth == 0 ? 0 : worth + best[first + 1, second + 1]);
            }
        }

        var pairs = new List<(FormTruth, BudgetLine)>();
        for (int first = 0, second = 0; first < truth.Count && second < lines.Count;)
        {
            var worth = Worth(truth[first], lines[second]);
            if (worth > 0 && best[first, second] == worth + best[first + 1, second + 1])
            {
                pairs.Add((truth[first++], lines[second++]));
            }
            else if (best[first, second] == best[first + 1, second])
            {
                first++;
            }
            else
            {
                second++;
            }
        }

        return pairs;

        int Worth(FormTruth expected, BudgetLine line) => FormMeaning.Folded(expected.Value) != FormMeaning.Folded(line.ValueAsPrinted) ? 0
            : SameFigure + (expected.Column == line.Column ? SameColumn : 0) + (expected.Row == line.Row ? SameRow : 0) +
                (expected.Table == tables.IndexOf(line.TableOrdinal) + 1 ? SameTable : 0);
    }
}
