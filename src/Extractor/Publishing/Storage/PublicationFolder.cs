namespace Extractor.Publishing.Storage;

/// <summary>
/// The output folder of a publication, locked against other publishers, with a staging folder in which the next
/// publication grows. <see cref="Commit"/> puts it in place.
/// <para>
/// Where the output folder can be replaced as a whole, staging lies beside it and the two change their names in one
/// step: a reader sees the old publication or the new one, and the decisions of reviewers go along. Where it cannot (a
/// mounted volume, a parent that may not be written, files of others in the folder), staging lies inside, and the datasets
/// are moved in one after the other; if that is cut off, the next publisher completes it before anything else.
/// </para>
/// </summary>
internal sealed class PublicationFolder : IDisposable
{
    private const string StagingInside = ".publishing";
    private const string CompleteMarker = ".complete";

    private readonly IReadOnlySet<string> ownEntries;
    private readonly PublisherLock publisherLock;
    private readonly bool replacesWhole;

    private PublicationFolder(string output, string staging, IReadOnlySet<string> ownEntries, PublisherLock publisherLock,
        bool replacesWhole)
    {
        this.ownEntries = ownEntries;
        Output = output;
        Staging = staging;
        this.publisherLock = publisherLock;
        this.replacesWhole = replacesWhole;
    }

    /// <summary>What readers see.</summary>
    public string Output { get; }

    /// <summary>Empty when opened.</summary>
    public string Staging { get; }

    /// <param name="ownEntries">Names that a publication has in its folder; anything else belongs to somebody else.</param>
    /// <exception cref="PublishingException">Another publisher is at work in the folder.</exception>
    public static PublicationFolder Open(string outputFolder, IReadOnlySet<string> ownEntries)
    {
        var output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outputFolder));
        if (Directory.Exists(output))
        {
            output = new DirectoryInfo(output).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? output;
        }
        else if (File.Exists(output))
        {
            throw new PublishingException($"'{output}' is a file; datasets are published into a folder. Choose another one.");
        }

        var parent = Path.GetDirectoryName(output);
        var publisherLock = parent is null ? null : TryLockBeside(parent, output);
        var replacesWhole = publisherLock is not null;
        if (publisherLock is null)
        {
            Directory.CreateDirectory(output);
            publisherLock = PublisherLock.Take(Path.Combine(output, StagingInside), output);
        }

        try
        {
            CompleteInside(output);
            if (parent is not null)
            {
                CompleteBeside(parent, output, ownEntries);
            }

            replacesWhole = replacesWhole && CanReplace(parent!, output, ownEntries);
            var staging = replacesWhole ? BesideName(parent!, output, "publishing") : Path.Combine(output, StagingInside);
            DeleteFolder(staging);
            Directory.CreateDirectory(staging);
            return new PublicationFolder(output, staging, ownEntries, publisherLock, replacesWhole);
        }
        catch
        {
            publisherLock.Dispose();
            throw;
        }
    }

    /// <summary>The staged publication becomes what readers see.</summary>
    public void Commit()
    {
        if (!replacesWhole)
        {
            File.WriteAllBytes(Path.Combine(Staging, CompleteMarker), []);
            CompleteInside(Output);
            return;
        }

        if (!Directory.Exists(Output))
        {
            Directory.Move(Staging, Output);
            return;
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Staging, File.GetUnixFileMode(Output));
        }

        using (var reviews = HeldReviews.Hold(Output))
        {
            reviews.LinkInto(Staging);
            if (!AtomicFiles.TryExchange(Staging, Output))
            {
                if (OperatingSystem.IsWindows())
                {
                    // No folder moves there while a file in it is open.
                    reviews.Dispose();
                }

                var previous = BesideName(Path.GetDirectoryName(Output)!, Output, "previous");
                Directory.Move(Output, previous);
                Directory.Move(Staging, Output);
                DeleteReplaced(previous, Output, ownEntries);
            }
        }

        // After an exchange, staging holds the publication before.
        DeleteReplaced(Staging, Output, ownEntries);
    }

    /// <summary>Forgets what is staged and not committed, and lets the next publisher in.</summary>
    public void Dispose()
    {
        try
        {
            if (!File.Exists(Path.Combine(Staging, CompleteMarker)))
            {
                DeleteFolder(Staging);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next publisher tries again.
        }

        publisherLock.Dispose();
    }

    private static string BesideName(string parent, string output, string purpose) =>
        Path.Combine(parent, $".{Path.GetFileName(output)}.{purpose}");

    /// <summary>The lock beside the output folder; null where its parent may not be written.</summary>
    private static PublisherLock? TryLockBeside(string parent, string output)
    {
        try
        {
            Directory.CreateDirectory(parent);
            return PublisherLock.Take(BesideName(parent, output, "publishing"), output);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException && Directory.Exists(output))
        {
            return null;
        }
    }

    /// <summary>Completes what a publisher inside the folder could not: all was staged, some was moved.</summary>
    private static void CompleteInside(string output)
    {
        var staging = Path.Combine(output, StagingInside);
        if (!File.Exists(Path.Combine(staging, CompleteMarker)))
        {
            DeleteFolder(staging);
            return;
        }

        var replaced = Path.Combine(staging, ".replaced");
        Directory.CreateDirectory(replaced);
        foreach (var entry in new DirectoryInfo(staging).EnumerateFileSystemInfos().Where(static entry => entry.Name[0] != '.')
            .OrderBy(static entry => entry.Name, StringComparer.Ordinal))
        {
            var target = Path.Combine(output, entry.Name);
            if (entry is FileInfo file)
            {
                file.MoveTo(target, overwrite: true);
                continue;
            }

            if (Directory.Exists(target))
            {
                DeleteFolder(Path.Combine(replaced, entry.Name));
                Directory.Move(target, Path.Combine(replaced, entry.Name));
            }

            Directory.Move(entry.FullName, target);
        }

        DeleteFolder(staging);
    }

    /// <summary>Brings back the publication of a publisher that ended between its two moves.</summary>
    private static void CompleteBeside(string parent, string output, IReadOnlySet<string> ownEntries)
    {
        var previous = BesideName(parent, output, "previous");
        if (Directory.Exists(output))
        {
            // Ended after an exchange, staging holds the publication before.
            DeleteReplaced(BesideName(parent, output, "publishing"), output, ownEntries);
        }

        if (!Directory.Exists(previous))
        {
            return;
        }

        if (Directory.Exists(output))
        {
            DeleteReplaced(previous, output, ownEntries);
        }
        else
        {
            Directory.Move(previous, output);
        }
    }

    /// <summary>
    /// Whether the folder may change its place: nobody works in it, it holds nothing of others, and lies on the file
    /// system of its parent.
    /// </summary>
    private static bool CanReplace(string parent, string output, IReadOnlySet<string> ownEntries)
    {
        if (!Directory.Exists(output))
        {
            return true;
        }

        if (IsWithin(Environment.CurrentDirectory, output)
            || OfOthers(output, ownEntries).Any())
        {
            return false;
        }

        var probe = BesideName(parent, output, "probe");
        var inside = Path.Combine(output, ".probe");
        try
        {
            DeleteFolder(probe);
            DeleteFolder(inside);
            Directory.CreateDirectory(probe);
            Directory.Move(probe, inside);
            Directory.Delete(inside);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            DeleteFolder(probe);
            return false;
        }
    }

    private static IEnumerable<FileSystemInfo> OfOthers(string output, IReadOnlySet<string> ownEntries) =>
        new DirectoryInfo(output).EnumerateFileSystemInfos().Where(entry =>
            !ownEntries.Contains(entry.Name) && entry.Name is not (HeldReviews.FileName or HeldReviews.WritingName));

    /// <summary>Deletes the publication before; what others put into it while the next was made moves there.</summary>
    private static void DeleteReplaced(string replaced, string output, IReadOnlySet<string> ownEntries)
    {
        if (!Directory.Exists(replaced))
        {
            return;
        }

        foreach (var entry in OfOthers(replaced, ownEntries).Where(entry => !Path.Exists(Path.Combine(output, entry.Name))).ToList())
        {
            var target = Path.Combine(output, entry.Name);
            if (entry is FileInfo file)
            {
                file.MoveTo(target);
            }
            else
            {
                Directory.Move(entry.FullName, target);
            }
        }

        DeleteFolder(replaced);
    }

    private static bool IsWithin(string path, string folder) =>
        (path + Path.DirectorySeparatorChar).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
