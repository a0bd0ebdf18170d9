using FsCheck;
using FsCheck.Fluent;

namespace Extractor.Pdf.Tests.Fixtures;

/// <summary>Property tests with a fixed seed: the same cases on every machine.</summary>
internal static class Properties
{
    private const ulong Seed = 20260312;
    private const ulong Gamma = 8675309;

    public static void Hold<T>(Func<T, bool> property, int cases = 300) =>
        Prop.ForAll(property).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(Seed, Gamma));

    public static void Hold<T>(Gen<T> generator, Func<T, bool> property, int cases = 300) =>
        Prop.ForAll(Arb.From(generator), property).Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(Seed, Gamma));
}
