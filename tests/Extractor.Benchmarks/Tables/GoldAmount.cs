using System.Buffers;
using Extractor.Publications.Evaluation;

namespace Extractor.Benchmarks.Tables;

/// <summary>A printed amount with the row and the column that it stands in, read from the page by people.</summary>
/// <param name="Label">What names its row; empty where nothing does.</param>
/// <param name="Headings">Words of which its column's heading has one.</param>
internal sealed record GoldAmount(int Page, string Code, string Label, string Amount, string[] Headings)
{
    /// <summary>What numbers of rows are made of.</summary>
    private static readonly SearchValues<char> Numbering = SearchValues.Create("0123456789-.、_ ");

    /// <summary>What headings of a component's column say. Forms of 三公 are left out: their rows and columns change places.</summary>
    private static readonly Dictionary<string, string[]> WordsOf = new(StringComparer.Ordinal)
    {
        ["total"] = ["合计", "总计", "小计", "预算数", "决算数", "金额", "总额", "支出"],
        ["basic"] = ["基本支出"],
        ["project"] = ["项目支出"],
        ["personnel"] = ["人员"],
        ["public"] = ["公用"],
        ["revenue"] = ["预算数", "决算数", "金额", "收入", "合计"],
        ["expenditure"] = ["预算数", "决算数", "金额", "支出", "合计"],
        ["expenditure_general_public"] = ["一般公共"],
        ["expenditure_government_fund"] = ["政府性基金"],
        ["expenditure_state_capital"] = ["国有资本"],
    };

    /// <summary>The amounts of each document that lies below <paramref name="corpus"/>, by its path.</summary>
    public static SortedDictionary<string, List<GoldAmount>> Read(string gold, string corpus)
    {
        var amounts = new SortedDictionary<string, List<GoldAmount>>(StringComparer.Ordinal);
        foreach (var document in GoldReader.Read(gold))
        {
            var path = Path.Combine(corpus, document.File);
            if (File.Exists(path) && document.Lines is { } lines)
            {
                amounts[path] = [.. lines.Where(static line => WordsOf.ContainsKey(line.Column)).Select(static line => new GoldAmount(
                    line.Page, line.SubjectCode, Folding.Fold(line.Label.Split('>')[^1]), Folding.Fold(line.Amount),
                    WordsOf[line.Column]))];
            }
        }

        return amounts;
    }

    /// <summary>The amount stands in a cell of its own, its label in that row.</summary>
    public bool IsNamedIn(ReadTable table) => table.Rows.Any(row => row.Any(cell => cell.Text == Amount) && IsNamed(row));

    /// <summary>The amount stands in a cell of its own, its label in that row, its heading over that column.</summary>
    public bool IsReadIn(ReadTable table)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            foreach (var cell in table.Rows[row])
            {
                if (cell.Text == Amount && IsNamed(table.Rows[row]) && table.Above(row, cell).Any(IsHeading))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsNamed(IReadOnlyList<ReadCell> row) => Label.Length == 0 || row.Any(cell =>
        IsLabel(cell.Text) || (Label == "合计" && cell.Text is ("总计" or "支出合计" or "收入合计")));

    /// <summary>The label, alone or behind its code or number: 30101-基本工资.</summary>
    private bool IsLabel(string text) => text.EndsWith(Label, StringComparison.Ordinal)
        && !text.AsSpan(0, text.Length - Label.Length).ContainsAnyExcept(Numbering);

    private bool IsHeading(string text) => Array.Exists(Headings, word => text.Contains(word, StringComparison.Ordinal));
}
