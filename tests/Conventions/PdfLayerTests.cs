using Conventions.Rules;
using Extractor.Pdf;

namespace Conventions;

public sealed class PdfLayerTests
{
    /// <summary>Syntax (objects, files), what characters are, fonts, content, text; the lowest first.</summary>
    private static readonly IReadOnlyList<IReadOnlyList<string>> Layers =
    [
        ["Objects"],
        ["Encryption", "Filters"],
        ["Files"],
        ["Unicode"],
        ["CMaps"],
        ["Fonts"],
        ["Content"],
        ["Text"],
    ];

    [Fact]
    public void Violations_OfExtractorPdf_NoLayerUsesOneAbove() =>
        Verdict.None(LayerOrder.Violations(typeof(PdfDocument).Assembly, "Extractor.Pdf", Layers));

    [Fact]
    public void Strays_OfExtractorPdf_EveryNamespaceIsALayer() =>
        Verdict.None(LayerOrder.Strays(typeof(PdfDocument).Assembly, "Extractor.Pdf", Layers));

    [Fact]
    public void Violations_UseUpwardsOrSideways_IsReported()
    {
        var assembly = typeof(PdfLayerTests).Assembly;
        string[] pouring = ["Pouring"], deeply = ["Drinking.Deeply"];

        var upwards = LayerOrder.Violations(assembly, "Conventions.Samples", [deeply, pouring]);
        var sideways = LayerOrder.Violations(assembly, "Conventions.Samples", [[.. deeply, .. pouring]]);
        var downwards = LayerOrder.Violations(assembly, "Conventions.Samples", [pouring, deeply]);

        Assert.Contains("Conventions.Samples.Drinking.Deeply.HoldsAnotherStage -> Conventions.Samples.Pouring.Cup", upwards);
        Assert.Contains("Conventions.Samples.Drinking.Deeply.HoldsAnotherStage -> Conventions.Samples.Pouring.Cup", sideways);
        Assert.Empty(downwards);
        Assert.Contains("Conventions.Samples.Drinking.Deeply", LayerOrder.Strays(assembly, "Conventions.Samples", [pouring]));
    }
}
