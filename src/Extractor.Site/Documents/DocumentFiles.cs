using System.Runtime.InteropServices;
using System.Text;
using Extractor.Publications.Documents;
using Extractor.Publications.Rows;

namespace Extractor.Site.Documents;

/// <summary>
/// Puts the published files into the site as <c>documents/HASH.pdf</c>, so that their pages can be drawn. A file is taken
/// only when its bytes are those that were read; where it is not found, the site shows the tables without the page.
/// </summary>
internal sealed class DocumentFiles(IReadOnlyList<string> folders, string staging, string siteBefore)
{
    private readonly DocumentPlaces places = new(folders);
    private int found;
    private int missing;

    /// <summary>Files that the site has.</summary>
    public int Found => found;

    /// <summary>PDF files that were found nowhere.</summary>
    public int Missing => missing;

    /// <returns>Whether the site has the file.</returns>
    public bool TryTake(DocumentRow document)
    {
        if (document.MediaType != "application/pdf")
        {
            return false;
        }

        var relative = Path.Combine("documents", document.DocumentId + ".pdf");
        var target = Path.Combine(staging, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        foreach (var place in places.Of(document).Append(Path.Combine(siteBefore, relative)))
        {
            if (DocumentPlaces.HoldsBytesOf(document, place))
            {
                if (!TryLink(place, target))
                {
                    File.Copy(place, target, overwrite: true);
                }

                Interlocked.Increment(ref found);
                return true;
            }
        }

        Interlocked.Increment(ref missing);
        return false;
    }

    /// <summary>A second name for the bytes, on one file system; false where the platform or the file system cannot.</summary>
    private static bool TryLink(string existing, string added) =>
        (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        && new FileInfo(existing).LinkTarget is null
        && Link(Encoding.UTF8.GetBytes(existing + '\0'), Encoding.UTF8.GetBytes(added + '\0')) == 0;

    [DllImport("libc", EntryPoint = "link")]
    private static extern int Link(byte[] existing, byte[] added);
}
