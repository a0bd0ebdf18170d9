namespace Conventions.Rules;

/// <summary>Fails a test with every place where a rule is broken, one a line.</summary>
internal static class Verdict
{
    public static void None(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all.Prepend($"{all.Count} places:")));
    }
}
