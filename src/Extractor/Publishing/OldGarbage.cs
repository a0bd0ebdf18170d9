namespace Extractor.Publishing;

/// <summary>
/// Documents and row groups live just long enough to die among the old objects, where a collector leaves them for long on a machine with
/// memory to spare: thousands of documents would take hundreds of megabytes. So it is told to look when the old objects have grown.
/// </summary>
internal sealed class OldGarbage
{
    private const long MostGrowth = 96 * 1024 * 1024;
    private const int OldestGeneration = 2;
    private const int LargeObjects = 3;

    private long before = OldBytes();
    private int collecting;

    /// <summary>By any worker, after each document.</summary>
    public void CollectWhereGrown()
    {
        if (OldBytes() - Volatile.Read(ref before) > MostGrowth && Interlocked.Exchange(ref collecting, 1) == 0)
        {
            GC.Collect();
            Volatile.Write(ref before, OldBytes());
            Volatile.Write(ref collecting, 0);
        }
    }

    /// <summary>As the last collection left them, whichever it was.</summary>
    private static long OldBytes()
    {
        var generations = GC.GetGCMemoryInfo(GCKind.Any).GenerationInfo;
        return generations[OldestGeneration].SizeAfterBytes + generations[LargeObjects].SizeAfterBytes;
    }
}
