using Extractor.Site.Assets;
using Extractor.Site.Tests;

[assembly: AssemblyFixture(typeof(DemoSite))]
[assembly: AssemblyFixture(typeof(SharedSite))]

namespace Extractor.Site.Tests;

/// <summary>A publication and the site that is made of it, once for all tests.</summary>
public abstract class PublishedSite : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Folder of the publication.</summary>
    internal string Data => folder["data"];

    /// <summary>Folder of the site; there only where <see cref="ReasonMissing"/> is null.</summary>
    internal string Site => folder["site"];

    internal string Folder => folder.Path;

    /// <summary>Why there is no site; null where there is one.</summary>
    internal string? ReasonMissing { get; private set; }

    /// <summary>Where the documents of the run lie, and the arguments of the run.</summary>
    /// <returns>Null where the documents are not there.</returns>
    private protected abstract (string Documents, string[] Run)? Prepare();

    internal void SkipUnlessThere() => Assert.SkipUnless(ReasonMissing is null, ReasonMissing ?? string.Empty);

    public async ValueTask InitializeAsync()
    {
        if (Prepare() is not { } sources)
        {
            ReasonMissing = "../shared/corpus is not beside the checkout.";
            return;
        }

        var run = await CommandRun.OfAsync([.. sources.Run, "--out", Data, "--store", folder["store"]]);
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        if (!BrowserAssets.AreBuiltIn)
        {
            ReasonMissing = "The pages of the site are not built in: Node or its packages were missing when Extractor.Site was built.";
            return;
        }

        var site = await CommandRun.OfAsync("site", "--data", Data, "--out", Site, "--documents", sources.Documents);
        Assert.True(site.ExitCode == 0, site.Error);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>The project's own corpus.</summary>
public sealed class DemoSite : PublishedSite
{
    private protected override (string Documents, string[] Run)? Prepare() =>
        (Repository.Root, ["run", Path.Combine(Repository.Root, "pipelines", "demo.yaml")]);
}

/// <summary>Some real documents: a table over 328 pages, cells over page edges, figures that contradict each other.</summary>
public sealed class SharedSite : PublishedSite
{
    private static readonly string[] Beginnings = ["zhuhai/医疗保障局", "beijing/民政局", "xian/住房和建设局", "chongqing/商务局_1"];

    private protected override (string Documents, string[] Run)? Prepare()
    {
        var corpus = Path.Combine(Repository.Root, "..", "shared", "corpus");
        if (!Directory.Exists(corpus))
        {
            return null;
        }

        var documents = Path.Combine(Folder, "documents");
        Directory.CreateDirectory(documents);
        foreach (var beginning in Beginnings)
        {
            foreach (var path in Directory.GetFiles(Path.Combine(corpus, Path.GetDirectoryName(beginning)!), Path.GetFileName(beginning) +
                "*"))
            {
                File.Copy(path, Path.Combine(documents, Path.GetFileName(path)));
            }
        }

        // A whole government (保定), with its debt.
        File.Copy(Path.Combine(corpus, "..", "governments", "00585e7096ad.pdf"), Path.Combine(documents, "government.pdf"));
        return (documents, ["run", "--folder", documents]);
    }
}

/// <summary>The checked-out sources.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Extractor.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Extractor.sln is above no folder of the tests.");
    }
}
