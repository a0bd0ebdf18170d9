using System.Net;

namespace Extractor.Site.Serving;

/// <summary>What to serve.</summary>
/// <param name="Site">A site of <c>extractor site</c>.</param>
/// <param name="Data">Folder of the publication, in which <c>reviews.csv</c> is kept; null to serve without saving decisions.</param>
/// <param name="Address">Loopback unless a person says otherwise.</param>
/// <param name="Port">0 for any that is free.</param>
public sealed record ServeOptions(string Site, string? Data, IPAddress Address, int Port);
