namespace Extractor.Tables.Ruled;

/// <summary>Sets of numbered things that are joined two at a time (union by size, path halving).</summary>
internal sealed class DisjointSets
{
    private readonly int[] parents;
    private readonly int[] sizes;

    public DisjointSets(int count)
    {
        parents = new int[count];
        sizes = new int[count];
        for (var index = 0; index < count; index++)
        {
            parents[index] = index;
            sizes[index] = 1;
        }
    }

    public int RootOf(int item)
    {
        while (parents[item] != item)
        {
            parents[item] = parents[parents[item]];
            item = parents[item];
        }

        return item;
    }

    public int SizeOf(int root) => sizes[root];

    public void Join(int first, int second)
    {
        var one = RootOf(first);
        var other = RootOf(second);
        if (one == other)
        {
            return;
        }

        if (sizes[one] < sizes[other])
        {
            (one, other) = (other, one);
        }

        parents[other] = one;
        sizes[one] += sizes[other];
    }
}
