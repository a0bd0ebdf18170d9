using System.Globalization;
using Extractor.Model;
using Extractor.Publications.Differences;

namespace Extractor.Cli.Reports;

/// <summary>Differences for people: a heading a document, a row a line, totals at the end.</summary>
internal static class DifferenceText
{
    private const int ShownOfHash = 12;

    public static void Write(TextWriter output, IEnumerable<DocumentDifference> differences, DifferenceTotals totals, int listed)
    {
        foreach (var difference in differences)
        {
            output.WriteLine(Heading(difference));
            if (difference.Change is ChangeKind.Added or ChangeKind.Removed)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {difference.Lines.Length:N0} lines"));
                continue;
            }

            foreach (var line in difference.Lines.Take(listed))
            {
                output.WriteLine($"  {Row(line)}");
            }

            if (difference.Lines.Length > listed)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    … {difference.Lines.Length - listed:N0} more (--all)"));
            }
        }

        output.WriteLine(totals.Documents.Count == 0
            ? "nothing changed / 没有变化"
            : $"documents / 文件: {Counts(totals.Documents)}{Environment.NewLine}lines / 数据: {Counts(totals.Lines)}");
    }

    private static string Heading(DocumentDifference difference)
    {
        var document = difference.Document;
        var place = document.DivisionName ?? document.DivisionCode ?? "?";
        var year = document.FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "?";
        var bytes = difference.Change == ChangeKind.Superseded
            ? $"{difference.Before!.DocumentId[..ShownOfHash]} -> {difference.After!.DocumentId[..ShownOfHash]}"
            : document.DocumentId[..ShownOfHash];
        return $"{Sign(difference.Change)} {year} {place} {document.DepartmentName ?? "?"} {document.Kind} " +
            $"{SchemaName.Of(difference.Change)} {bytes} {document.ArchiveLocation}";
    }

    private static string Row(LineDifference line)
    {
        var key = line.Key;
        string?[] what = [key.TableKey, key.UnitName, key.SubjectCode ?? key.ItemKey, line.Name, key.Direction, key.Component, key.Fund,
            key.Period];
        var amounts = line.Change switch
        {
            ChangeKind.Added => Yuan(line.After!.AmountYuan),
            ChangeKind.Removed => Yuan(line.Before!.AmountYuan),
            _ => $"{Yuan(line.Before!.AmountYuan)} -> {Yuan(line.After!.AmountYuan)} " +
                $"({line.DifferenceYuan!.Value.ToString("+#,##0.00;-#,##0.00", CultureInfo.InvariantCulture)})",
        };
        var place = string.Create(CultureInfo.InvariantCulture, $"p{(line.After ?? line.Before)!.Page}");
        return $"{Sign(line.Change)} {string.Join(' ', what.Where(static part => part is not null))}: {amounts} 元 {place}";
    }

    private static string Yuan(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static char Sign(ChangeKind change) => change switch
    {
        ChangeKind.Added => '+',
        ChangeKind.Removed => '-',
        ChangeKind.Superseded => '>',
        _ => '~',
    };

    private static string Counts<TCount>(IReadOnlyDictionary<ChangeKind, TCount> counts)
        where TCount : IFormattable =>
        counts.Count == 0
            ? "none"
            : string.Join(", ", counts.Select(static count =>
                $"{count.Value.ToString("N0", CultureInfo.InvariantCulture)} {SchemaName.Of(count.Key)}"));
}
