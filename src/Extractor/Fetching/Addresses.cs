namespace Extractor.Fetching;

/// <summary>Addresses as they are asked for.</summary>
internal static class Addresses
{
    /// <summary>What is sent of an address: what follows # stays with the reader.</summary>
    public static Uri WithoutFragment(this Uri address) => new UriBuilder(address) { Fragment = string.Empty }.Uri;
}
