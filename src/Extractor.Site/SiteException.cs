namespace Extractor.Site;

/// <summary>Why a site cannot be made.</summary>
public enum SiteFault
{
    /// <summary>There is no publication, or it is not whole.</summary>
    NoPublication,

    /// <summary>The site's folder cannot be written.</summary>
    NotWritten,

    /// <summary>This program was built without what runs in the browser.</summary>
    NoPages,
}

/// <summary>A site cannot be made; the message says what to do.</summary>
public sealed class SiteException(SiteFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public SiteFault Fault { get; } = fault;
}
