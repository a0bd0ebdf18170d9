using System.Xml.Linq;

namespace Conventions.Rules;

/// <summary>What a project file refers to, as written in it.</summary>
internal sealed record ProjectReferences(string Project, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public static ProjectReferences Read(string name, XDocument project) => new(
        name,
        [.. Includes(project, "ProjectReference").Select(static path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .Order(StringComparer.Ordinal)],
        [.. Includes(project, "PackageReference").Order(StringComparer.Ordinal)]);

    /// <summary>Projects that it refers to beyond those that it may.</summary>
    public IReadOnlyList<string> Beyond(params string[] allowed) =>
        [.. Projects.Except(allowed, StringComparer.Ordinal).Select(other => $"{Project} -> {other}")];

    private static IEnumerable<string> Includes(XDocument project, string element) =>
        project.Descendants(element).Select(static item => (string?)item.Attribute("Include") ?? "?");
}
