namespace Extractor.Extracting.Tables.Ruled;

/// <summary>Sets of numbered things that are joined two at a time (union by size, path halving).</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;
    private readonly int[] _sizes;

    public DisjointSets(int count)
    {
        _parents = new int[count];
        _sizes = new int[count];
        for (var index = 0; index < count; index++)
        {
            _parents[index] = index;
            _sizes[index] = 1;
        }
    }

    public int RootOf(int item)
    {
        while (_parents[item] != item)
        {
            _parents[item] = _parents[_parents[item]];
            item = _parents[item];
        }

        return item;
    }

    public int SizeOf(int root) => _sizes[root];

    public void Join(int first, int second)
    {
        var one = RootOf(first);
        var other = RootOf(second);
        if (one == other)
        {
            return;
        }

        if (_sizes[one] < _sizes[other])
        {
            (one, other) = (other, one);
        }

        _parents[other] = one;
        _sizes[one] += _sizes[other];
    }
}
