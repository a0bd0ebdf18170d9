namespace Extractor.Pdf.CMaps;

/// <summary>Character codes that share a rule: a code space, or codes that map to consecutive CIDs.</summary>
/// <param name="Length">Bytes of a code, 1 to 4.</param>
/// <param name="Low">First code.</param>
/// <param name="High">Last code.</param>
/// <param name="Cid">CID of the first code; 0 for a code space.</param>
internal readonly record struct CodeRange(int Length, uint Low, uint High, int Cid = 0)
{
    /// <summary>Whether a code lies in this code space: byte by byte, not as a number (9.7.6.2).</summary>
    public bool ContainsBytes(uint code)
    {
        for (var shift = (Length - 1) * 8; shift >= 0; shift -= 8)
        {
            var b = (code >> shift) & 0xFF;
            if (b < ((Low >> shift) & 0xFF) || b > ((High >> shift) & 0xFF))
            {
                return false;
            }
        }

        return true;
    }
}
