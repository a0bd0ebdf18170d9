using System.Reflection;
using System.Text.RegularExpressions;

namespace Conventions.Rules;

/// <summary>Stages are namespaces below one root; none may use another. Checked in the assembly and in the source.</summary>
internal static partial class StageIsolation
{
    /// <summary>Uses of one stage by another in compiled code, as <c>Namespace.Type -> Namespace.Type</c>.</summary>
    public static IReadOnlyList<string> Uses(Assembly assembly, string rootNamespace, IReadOnlyList<string> stages) =>
        [.. from type in assembly.GetTypes()
            let stage = StageOf(type, rootNamespace, stages)
            where stage is not null
            from other in TypeUse.Of(type)
            let otherStage = StageOf(other, rootNamespace, stages)
            where otherStage is not null && otherStage != stage
            let arrow = $"{type.FullName} -> {other.FullName}"
            orderby arrow
            select arrow];

    /// <summary>
    /// Names of another stage in the source of one: constants are folded away by the compiler and leave no trace in the assembly.
    /// </summary>
    public static IReadOnlyList<string> Mentions(string source, string rootNamespace, string stage, IReadOnlyList<string> stages)
    {
        var code = CommentOrText().Replace(source, " ");
        return [.. from other in stages
                   where other != stage
                   from Match match in Regex.Matches(code,
                       $@"(?<![\w.])(?:global\s*::\s*)?(?:{Regex.Escape(rootNamespace)}\s*\.\s*)?{other}\s*[.;]")
                   select match.Value];
    }

    private static string? StageOf(Type type, string rootNamespace, IReadOnlyList<string> stages) =>
        stages.FirstOrDefault(stage =>
            type.Namespace is { } name
            && (name == $"{rootNamespace}.{stage}" || name.StartsWith($"{rootNamespace}.{stage}.", StringComparison.Ordinal)));

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""", RegexOptions.Singleline)]
    private static partial Regex CommentOrText();
}
