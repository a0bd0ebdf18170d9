// Small types that break one rule each, so that the rules are shown to see it.
#pragma warning disable CA1051, CA1052, CA1812, CA2211, CA1823, IDE0051, CA1819, CA2227, CA1002, CA1034
namespace Conventions.Samples.Pouring
{
    public static class Pourer
    {
        public const int Version = 3;

        public static string Pour() => "poured";
    }

    public sealed record Cup(string Text);
}

namespace Conventions.Samples.Drinking.Deeply
{
    public sealed class CallsAnotherStage
    {
        public static int Drink() => Pouring.Pourer.Pour().Length;
    }

    public sealed class HoldsAnotherStage
    {
        private readonly List<Pouring.Cup> cups = [];

        public int Count => cups.Count;
    }

    public sealed class KeepsToItself
    {
        public static string Drink() => new([.. "drunk".Reverse()]);
    }
}

namespace Conventions.Samples.Changing
{
    public sealed class CanBeSet
    {
        public int Value { get; set; }
    }

    public class NotSealed
    {
        public int Value { get; init; }
    }

    public record struct NotReadonly(int Value);

    public sealed record HoldsArray(int[] Values);

    public sealed record HoldsList(IReadOnlyDictionary<string, List<int>> Values);

    public sealed class HasField
    {
        public int Value;
    }

    public sealed record Sound(int Value, System.Collections.Immutable.ImmutableArray<string> Names)
    {
        public int Twice => 2 * Value;
    }
}
