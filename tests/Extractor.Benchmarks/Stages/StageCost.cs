namespace Extractor.Benchmarks.Stages;

/// <summary>What the stages cost over a folder: of the processor, all threads of the process, and in bytes allocated.</summary>
internal sealed class StageCost(int stages)
{
    private readonly TimeSpan[] processor = new TimeSpan[stages];
    private readonly long[] allocated = new long[stages];
    private TimeSpan processorThen;
    private long allocatedThen;

    /// <summary>Of all stages, in seconds.</summary>
    public double Seconds => processor.Sum(static time => time.TotalSeconds);

    public double SecondsOf(int stage) => processor[stage].TotalSeconds;

    public long BytesOf(int stage) => allocated[stage];

    /// <summary>What follows belongs to a stage.</summary>
    public void Begin()
    {
        processorThen = Environment.CpuUsage.TotalTime;
        allocatedThen = GC.GetAllocatedBytesForCurrentThread();
    }

    /// <summary>What went since the last call was this stage's; what follows is another's.</summary>
    public void End(int stage)
    {
        processor[stage] += Environment.CpuUsage.TotalTime - processorThen;
        allocated[stage] += GC.GetAllocatedBytesForCurrentThread() - allocatedThen;
        Begin();
    }
}
