namespace Extractor.Pdf.Files;

/// <summary>Names what bytes are that are no PDF.</summary>
internal static class FileSignature
{
    /// <summary>How far into the bytes the header may stand: 1024 by custom of readers (formerly annex H.3), with a margin.</summary>
    public const int HeaderWindow = 4096;

    public static string Describe(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? "The file is empty." : "The file is no PDF.";
}
