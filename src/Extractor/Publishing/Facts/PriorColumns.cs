using Extractor.Model.Budget;

namespace Extractor.Publishing.Facts;

/// <summary>What a document prints of the year before (上年预算数), beside the amounts of the year.</summary>
internal sealed class PriorColumns
{
    private readonly ILookup<FactLinePlace, BudgetLine> lines;

    public PriorColumns(NormalizedDocument document, Phase phase) => lines = document.Lines
        .Where(line => line.Phase == phase && line is { Period: Period.Prior, Qualifier: null })
        .ToLookup(FactLinePlace.Of);

    /// <summary>Of the same rows, components and funds; null where one of them prints none, or several.</summary>
    public Traced? Of(Traced counted)
    {
        if (lines.Count == 0 || counted.Lines.IsEmpty)
        {
            return null;
        }

        var found = counted.Lines.Select(line => lines[line.Place].Take(2).ToList()).ToList();
        return found.TrueForAll(static prior => prior.Count == 1) ? Traced.Sum(found.Select(static prior => Traced.Of(prior[0]))) : null;
    }
}
