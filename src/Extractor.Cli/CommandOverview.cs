using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

namespace Extractor.Cli;

/// <summary>What the program says of itself as a whole: how to begin, and one line a command.</summary>
internal static class CommandOverview
{
    public static string Of(Command root)
    {
        var width = root.Subcommands.Max(static command => Usage(command).Length);
        var text = new StringBuilder(root.Description).AppendLine().AppendLine("""

            Begin with:
              extractor run FILE.pdf       one document
              extractor run FOLDER         every PDF below a folder
            Both end by saying what to open next.

            Commands ('extractor COMMAND --help' tells more):
            """);
        foreach (var command in root.Subcommands)
        {
            text.AppendLine($"  {Usage(command).PadRight(width)}  {FirstSentence(command.Description ?? string.Empty)}");
        }

        return text.Append(ExtractorCommand.ExitCodes).ToString();
    }

    private static string Usage(Command command) =>
        string.Join(' ', command.Arguments.Where(static argument => !argument.Hidden).Select(static argument => argument.Name)
            .Prepend(command.Name));

    private static string FirstSentence(string description)
    {
        var line = description.ReplaceLineEndings(" ");
        var end = line.IndexOfAny(['.', ':']);
        while (end >= 0 && end + 1 < line.Length && line[end + 1] != ' ')
        {
            end = line.IndexOfAny(['.', ':'], end + 1);
        }

        return end < 0 ? line : line[..end];
    }

    /// <summary>The help of the program is the overview, that of a command what the command says.</summary>
    internal sealed class Help(CommandLineAction ofCommands) : SynchronousCommandLineAction
    {
        public static HelpOption Option()
        {
            var option = new HelpOption();
            option.Action = new Help(option.Action!);
            return option;
        }

        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            if (parseResult.CommandResult.Parent is not null)
            {
                return ((SynchronousCommandLineAction)ofCommands).Invoke(parseResult);
            }

            parseResult.InvocationConfiguration.Output.WriteLine(Of(parseResult.CommandResult.Command));
            return 0;
        }
    }
}
