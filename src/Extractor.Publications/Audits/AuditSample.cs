using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extractor.Publications.Reading;
using Extractor.Publications.Rows;
using Extractor.Runs;

namespace Extractor.Publications.Audits;

/// <summary>Which lines are drawn.</summary>
/// <param name="Count">As many as there are, at most.</param>
/// <param name="Seed">The same seed draws the same lines of the same publication.</param>
/// <param name="Proof">Only lines with this proof; null for all.</param>
public sealed record AuditRequest(int Count, int Seed, string? Proof);

/// <summary>
/// Lines of a publication drawn by kind of table, city and document: each kind has the share of its lines, at least one; within a kind
/// the cities take turns, within a city its documents, and within a document chance decides.
/// </summary>
public static class AuditSample
{
    /// <exception cref="OutputException">The folder holds no publication that can be read.</exception>
    public static ImmutableArray<AuditedLine> Draw(string folder, AuditRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var taken = Allocate(Strata(folder, request.Proof), request);
        var chosen = new Dictionary<(string Kind, string Document), PriorityQueue<string, (ulong, string)>>();
        foreach (var row in Keys(folder, request.Proof, taken.Keys.Select(static key => key.Document).ToHashSet(StringComparer.Ordinal)))
        {
            if (taken.TryGetValue((row.Kind, row.Document), out var wanted))
            {
                if (!chosen.TryGetValue((row.Kind, row.Document), out var lines))
                {
                    chosen.Add((row.Kind, row.Document), lines = new PriorityQueue<string, (ulong, string)>(Largest));
                }

                lines.Enqueue(row.Line, (Chance(request.Seed, row.Line), row.Line));
                if (lines.Count > wanted)
                {
                    lines.Dequeue();
                }
            }
        }

        return AuditContext.Of(folder, chosen.Values.SelectMany(static lines => lines.UnorderedItems)
            .Select(static item => item.Element).ToHashSet(StringComparer.Ordinal));
    }

    private static readonly Comparer<(ulong, string)> Largest = Comparer<(ulong Chance, string Line)>.Create(static (one, other) =>
        one.Chance != other.Chance ? other.Chance.CompareTo(one.Chance) : string.CompareOrdinal(other.Line, one.Line));

    private static Dictionary<(string Kind, string City, string Document), int> Strata(string folder, string? proof)
    {
        var strata = new Dictionary<(string, string, string), int>();
        foreach (var row in Keys(folder, proof, null))
        {
            var key = (row.Kind, row.City, row.Document);
            strata[key] = strata.GetValueOrDefault(key) + 1;
        }

        return strata;
    }

    private static IEnumerable<(string Line, string Kind, string City, string Document)> Keys(string folder, string? proof,
        IReadOnlySet<string>? documents)
    {
        using var snapshot = PublishedSnapshot.Open(folder, BudgetLineRow.Dataset);
        foreach (var row in snapshot.PartialRows(BudgetLineRow.Dataset, "document_id", documents))
        {
            if (proof is null || row.Text("proof") == proof)
            {
                yield return (row.Text("line_id")!, row.Text("table_key")!, row.Text("division_code") ?? string.Empty,
                    row.Text("document_id")!);
            }
        }
    }

    /// <summary>How many lines of each kind and document.</summary>
    private static Dictionary<(string Kind, string Document), int> Allocate(
        Dictionary<(string Kind, string City, string Document), int> strata, AuditRequest request)
    {
        var kinds = strata.GroupBy(static stratum => stratum.Key.Kind, StringComparer.Ordinal)
            .OrderBy(static kind => kind.Key, StringComparer.Ordinal).ToList();
        var quotas = AuditQuota.Of([.. kinds.Select(static kind => kind.Sum(static stratum => stratum.Value))], request.Count);
        var taken = new Dictionary<(string, string), int>();
        for (var index = 0; index < kinds.Count; index++)
        {
            var cities = kinds[index].GroupBy(static stratum => stratum.Key.City, StringComparer.Ordinal)
                .OrderBy(city => Chance(request.Seed, kinds[index].Key + city.Key)).ThenBy(static city => city.Key, StringComparer.Ordinal)
                .Select(city => new Queue<(string Document, int Left)>(city
                    .OrderBy(stratum => Chance(request.Seed, kinds[index].Key + stratum.Key.Document))
                    .ThenBy(static stratum => stratum.Key.Document, StringComparer.Ordinal)
                    .Select(static stratum => (stratum.Key.Document, stratum.Value))))
                .ToList();
            for (var left = quotas[index]; left > 0;)
            {
                foreach (var city in cities.Where(static city => city.Count > 0))
                {
                    if (left-- > 0)
                    {
                        var (document, lines) = city.Dequeue();
                        taken[(kinds[index].Key, document)] = taken.GetValueOrDefault((kinds[index].Key, document)) + 1;
                        if (lines > 1)
                        {
                            city.Enqueue((document, lines - 1));
                        }
                    }
                }
            }
        }

        return taken;
    }

    private static ulong Chance(int seed, string text) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{text}")));
}
