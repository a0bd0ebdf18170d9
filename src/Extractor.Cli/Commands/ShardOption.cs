using System.CommandLine;
using Extractor.Fetching;

namespace Extractor.Cli.Commands;

/// <summary><c>--shard 3/16</c> of the commands whose work can be divided.</summary>
internal static class ShardOption
{
    public static Option<Shard?> Create(string description) => new("--shard")
    {
        Description = description,
        HelpName = "I/N",
        CustomParser = static result =>
        {
            if (result.Tokens is [var token] && Shard.TryParse(token.Value, out var shard))
            {
                return shard;
            }

            result.AddError($"--shard is '{string.Join(' ', result.Tokens)}'; a share as 3/16 is expected: the third of sixteen, counted " +
                $"from 1.");
            return null;
        },
    };
}
