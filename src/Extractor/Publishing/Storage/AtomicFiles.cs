using System.Runtime.InteropServices;
using System.Text;

namespace Extractor.Publishing.Storage;

/// <summary>What file systems can do in one step and .NET does not offer; each tells false where the platform cannot.</summary>
internal static class AtomicFiles
{
    /// <summary>Linux: paths are relative to the working directory, as anywhere else.</summary>
    private const int AtWorkingDirectory = -100;

    /// <summary>RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS have one value.</summary>
    private const uint Exchange = 2;

    /// <summary>Two folders change their names with each other; nobody ever sees one of them missing.</summary>
    public static bool TryExchange(string first, string second)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                return ExchangeOnLinux(AtWorkingDirectory, Name(first), AtWorkingDirectory, Name(second), Exchange) == 0;
            }

            return OperatingSystem.IsMacOS() && ExchangeOnMac(Name(first), Name(second), Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>A second name for the bytes of a file, on the same file system.</summary>
    public static bool TryLink(string existing, string added) =>
        (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) && Link(Name(existing), Name(added)) == 0;

    private static byte[] Name(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "renameat2")]
    private static extern int ExchangeOnLinux(int oldFolder, byte[] oldPath, int newFolder, byte[] newPath, uint flags);

    [DllImport("libc", EntryPoint = "renamex_np")]
    private static extern int ExchangeOnMac(byte[] oldPath, byte[] newPath, uint flags);

    [DllImport("libc", EntryPoint = "link")]
    private static extern int Link(byte[] existing, byte[] added);
}
