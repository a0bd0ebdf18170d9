using System.CommandLine;
using System.CommandLine.Parsing;

namespace Extractor.Cli;

/// <summary>What is wrong with the arguments, and what was probably meant.</summary>
internal static class ArgumentFaults
{
    /// <returns>None where the arguments can be used.</returns>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.Action is CommandOverview.Help)
        {
            return [];
        }

        var command = parsed.CommandResult.Command;
        var strange = StrangeOptions(parsed).ToList();
        if (strange.Count > 0)
        {
            return [.. strange.Select(option => $"'{option}' is no option of '{PathOf(parsed.CommandResult)}'" +
                Meant(NearestName.Of(option, NamesOf(OptionsOf(parsed.CommandResult)))))];
        }

        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var first, ..])
        {
            return [LooksLikeSource(first)
                ? $"'{first}' is no command; did you mean '{PathOf(parsed.CommandResult)} run {first}'?"
                : $"'{first}' is no command of '{PathOf(parsed.CommandResult)}'" +
                    Meant(NearestName.Of(first, command.Subcommands.Select(static subcommand => subcommand.Name)))];
        }

        return [.. parsed.Errors.Select(static error => error.Message)];
    }

    /// <summary>The command as it is typed: <c>extractor run</c>.</summary>
    public static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : result.Command.Name;

    /// <summary>Words that look like options and were taken for arguments, up to <c>--</c>.</summary>
    private static IEnumerable<string> StrangeOptions(ParseResult parsed) => parsed.Tokens
        .TakeWhile(static token => token.Type != TokenType.DoubleDash)
        .Where(static token => token.Type == TokenType.Argument && token.Value.StartsWith('-') &&
            token.Value.TrimStart('-') is [var letter, ..] && char.IsAsciiLetter(letter))
        .Select(static token => token.Value.Split('=')[0]);

    private static IEnumerable<Option> OptionsOf(CommandResult result) => result.Parent is CommandResult parent
        ? result.Command.Options.Concat(OptionsOf(parent).Where(static option => option.Recursive))
        : result.Command.Options;

    private static IEnumerable<string> NamesOf(IEnumerable<Option> options) =>
        options.SelectMany(static option => option.Aliases.Prepend(option.Name)).Where(static name => name.StartsWith('-'));

    private static string Meant(string? name) => name is null ? string.Empty : $"; did you mean '{name}'?";

    private static bool LooksLikeSource(string word) => File.Exists(word) || Directory.Exists(word) ||
        Path.GetExtension(word).ToUpperInvariant() is ".PDF" or ".YAML" or ".YML";
}
