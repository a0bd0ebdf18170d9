using Extractor.Model.Layout;

namespace Extractor.Site.Figures;

/// <summary>An amount and the line that printed it, or the first of the lines whose sum it is.</summary>
/// <param name="Proof">Of the weakest line: contradicted before unproven before proven.</param>
/// <param name="Table">Ordinal of the line's table.</param>
/// <param name="Lines">How many lines it is the sum of; 1 where it is printed.</param>
/// <param name="Sentence">Where the text states it; null where a table prints it, or what it is the sum of.</param>
internal readonly record struct Figure(decimal Amount, Proof Proof, int Table, string Line, int Page, int Lines, Box? Sentence = null);

/// <summary>Whether a check confirms an amount; the number stands in the data files.</summary>
internal enum Proof
{
    Proven,
    Unproven,
    Contradicted,
}

/// <summary>Values of <c>proof</c> in the data.</summary>
internal static class ProofNames
{
    public static Proof Of(string proof) => proof switch
    {
        "proven" => Proof.Proven,
        "contradicted" => Proof.Contradicted,
        _ => Proof.Unproven,
    };
}

/// <summary>A fact under a subject (科目).</summary>
/// <param name="Code">Null where no code was found.</param>
/// <param name="UnitName">预算单位 of the row.</param>
/// <param name="Basis">The tables that the facts of the document are from.</param>
internal sealed record SubjectFigure(string? Code, string? Name, string? UnitName, string Fund, string Basis, Figure Figure);

/// <summary>A total of a document, with that of the year before and the change where the document prints them.</summary>
internal readonly record struct Total(Figure? Current, Figure? Prior, Figure? Change);
