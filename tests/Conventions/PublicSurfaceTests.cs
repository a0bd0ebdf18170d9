using Conventions.Rules;
using Extractor.Pdf;
using Extractor.Tables;

namespace Conventions;

public sealed class PublicSurfaceTests
{
    /// <summary>Set to 1, the file is written anew; to be reviewed like code.</summary>
    private const string Switch = "ACCEPT_PUBLIC_SURFACE";

    [Theory]
    [InlineData(typeof(PdfDocument))]
    [InlineData(typeof(PdfTable))]
    public void Of_Library_IsWhatWasReviewed(Type type)
    {
        var path = Path.Combine(Repository.Source, type.Assembly.GetName().Name!, "PublicSurface.txt");
        var surface = PublicSurface.Of(type.Assembly);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllLines(path, surface);
        }

        var reviewed = File.ReadAllLines(path);
        Verdict.None(
        [
            .. surface.Except(reviewed).Select(static line => "not reviewed: " + line),
            .. reviewed.Except(surface).Select(static line => "gone: " + line),
        ]);
    }

    [Fact]
    public void Of_ThisAssembly_NamesTypesAndMembers()
    {
        var surface = PublicSurface.Of(typeof(PublicSurfaceTests).Assembly);

        Assert.Contains("Conventions.Samples.Pouring.Pourer : static class", surface);
        Assert.Contains("Conventions.Samples.Pouring.Pourer.Pour() : String", surface);
        Assert.Contains("Conventions.Samples.Pouring.Cup.Text : String { get; init; }", surface);
        Assert.Contains("Conventions.Samples.Pouring.Cup.new(String Text)", surface);
        Assert.DoesNotContain(surface, static line => line.Contains("GetHashCode", StringComparison.Ordinal));
    }
}
