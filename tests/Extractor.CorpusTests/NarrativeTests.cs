namespace Extractor.CorpusTests;

/// <summary>The narrative of the shared real documents: every character is in a section, and nearly all under a heading.</summary>
public sealed class NarrativeTests
{
    /// <summary>Covers and dividers of the tables stand under no heading: 1.0 % of the characters when this was written.</summary>
    private const double UnderHeadings = 0.985;

    [Fact]
    public void Extract_EverySharedDocument_LosesNoCharacterOfItsNarrativePages()
    {
        Assert.SkipUnless(SharedFiles.Exist, "../shared/corpus is not beside the repository");

        Assert.All(SharedDocuments.All, static document => Assert.True(
            document.Narrative.Lost == 0,
            $"{document.File.Name}: {document.Narrative.Lost} of {document.Narrative.Printed} characters"));
    }

    [Fact]
    public void Extract_SharedDocuments_HaveTheirNarrativeUnderHeadings()
    {
        Assert.SkipUnless(SharedFiles.Exist, "../shared/corpus is not beside the repository");

        var all = SharedDocuments.All.Sum(static document => (double)document.Narrative.InSections);
        var under = SharedDocuments.All.Sum(static document => (double)document.Narrative.UnderHeadings);

        Assert.InRange(under / all, UnderHeadings, 1);
    }
}
