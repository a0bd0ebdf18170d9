using System.CommandLine;
using System.Globalization;
using Extractor.Fetching.Harvesting;
using Extractor.Fetching.Pages;
using Extractor.Fetching.Publishers;
using Extractor.Fetching.Requests;
using Extractor.Model;
using Extractor.Model.Evidence;
using Extractor.Runs;
using Extractor.Runs.Definitions;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor fetch try</c>: one page by one recipe, every link with what becomes of it.</summary>
internal static class FetchTryCommand
{
    private const long MostBytes = 50 << 20;

    public static Command Create(CommandStreams streams)
    {
        var page = new Argument<string>("PAGE") { Description = "Address of a page, or a file that was saved from one." };
        var recipe = new Option<string?>("--recipe")
        {
            Description = "A recipe: its name in pipelines/publishers/recipes, or a file. Without it all of them are tried, a line each.",
            HelpName = "RECIPE",
        };
        var role = new Option<string?>("--as")
        {
            Description = "'listing' or 'article'. Default: a listing where it has entries, else an article.",
            HelpName = "ROLE",
        };
        var address = new Option<string?>("--address")
        {
            Description = "Where a saved page came from; its relative links are relative to it.",
            HelpName = "URL",
        };
        var contact = new Option<string?>("--contact")
        {
            Description = "Sent with the request, as of fetch; needed for an address.",
            HelpName = "ADDRESS",
        };
        var html = new Option<string?>("--html")
        {
            Description = "Draw the page into this file: green is taken, red is unexplained, grey is left.",
            HelpName = "FILE",
        };
        var all = new Option<bool>("--all") { Description = "Print every link that is left, not only those that are unexplained." };
        var isPrivate = new Option<bool>("--allow-private-addresses") { Description = "Ask also a host in one's own network." };
        var command = new Command("try",
            "Reads one page by a recipe and prints what becomes of each link: taken, or left and why; next pages, department, year.")
        {
            page, recipe, role, address, contact, html, all, isPrivate,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await Task.Yield();
            var place = parsed.GetValue(page)!;
            var chosen = (parsed.GetValue(recipe) is { } named ? [PathOf(named)] : Recipes())
                .Select(PublisherReader.ReadRecipe).ToList();
            var (bytes, charset, from) = File.Exists(place) ? (await File.ReadAllBytesAsync(place, cancellationToken), null,
                    AddressOf(parsed.GetValue(address) ?? "http://www.example.gov.cn/page/index.html"))
                : await AskAsync(AddressOf(place), parsed.GetValue(contact), parsed.GetValue(isPrivate), cancellationToken);
            bool? isListing = parsed.GetValue(role) switch
            {
                null => null,
                "listing" => true,
                "article" => false,
                var other => throw new WrongArgumentException($"--as is '{other}'; listing or article is expected"),
            };
            var trials = chosen.Select(tried => (Recipe: tried, Trial: PageTrial.Of(bytes, charset, from, tried, isListing)))
                .OrderByDescending(static tried => tried.Trial.Links.Count(static link => link.TakenAs is not null))
                .ThenBy(static tried => tried.Trial.Links.Count(static link => link.IsUnexplained)).ToList();
            streams.Output.WriteLine($"{trials[0].Trial.Title}\n{trials[0].Trial.Address}");
            if (!trials.Exists(static tried => tried.Trial.IsOfBudgets))
            {
                streams.Output.WriteLine("NEITHER ITS TITLE NOR A LINK SPEAKS OF A BUDGET OR OF ACCOUNTS: is it the page that was meant?");
            }

            foreach (var (tried, trial) in trials)
            {
                Write(streams.Output, trial, tried);
            }

            if (trials is [var only])
            {
                WriteLinks(streams.Output, only.Trial, parsed.GetValue(all));
            }

            streams.Output.WriteLine($"NEXT: {NextStep(trials[0].Trial, trials[0].Recipe)}");
            if (parsed.GetValue(html) is { } drawing)
            {
                await File.WriteAllTextAsync(drawing, trials[0].Trial.Draw(bytes, charset), cancellationToken);
            }

            return (int)ExitCode.Complete;
        });
        return command;
    }

    private static void Write(TextWriter writer, PageTrial trial, Recipe recipe)
    {
        var left = trial.Links.Count(static link => link.TakenAs is null);
        var unexplained = trial.Links.Count(static link => link.IsUnexplained);
        var taken = trial.Links.Where(static link => link.TakenAs is not null).CountBy(static link => link.TakenAs!.Value)
            .Select(static role => $"{Number(role.Value)} {SchemaName.Of(role.Key)}").ToList();
        writer.WriteLine($"{(trial.IsListing ? "a listing" : "an article")} by {recipe.Name}: " +
            $"{(taken.Count == 0 ? "nothing is taken" : string.Join(", ", taken))}; {Number(left)} links are left, " +
            $"{Number(unexplained)} of them unexplained"
            + (trial.Announced.Records is { } records ? $"; it says {Number(records)} records" : string.Empty)
            + (trial.Announced.Pages is { } pages ? $"; it says {Number(pages)} pages" : string.Empty)
            + (trial.IsListing ? string.Empty : $"; it discloses as {SchemaName.Of(trial.Form)}")
            + (trial.Nature == PageNature.Ordinary ? string.Empty : $"; A HARVEST WOULD TELL IT AS {SchemaName.Of(trial.Nature)}"));
    }

    /// <summary>What a person does after this page on the way to a definition.</summary>
    private static string NextStep(PageTrial trial, Recipe recipe)
    {
        var unread = trial.Links.FirstOrDefault(static link => link.Reason is LinkRefusals.ListNotRead or LinkRefusals.WrittenByScripts);
        var next = First(LinkRole.Article) ?? First(LinkRole.Page) ?? First(LinkRole.Column);
        return trial.Nature != PageNature.Ordinary ? "save the page with a browser and try the file: the host gave no page to read"
            : !trial.IsListing && trial.Form == DisclosureForm.None
                ? "nothing is disclosed here; try the listing that leads here, or this page with --as listing"
            : !trial.IsListing
                ? $"write the definition with recipe {recipe.Name}; extractor fetch CODE.yaml --archive DIR --contact ADDRESS --check"
            : next is not null ? $"extractor fetch try {next.Address.AbsoluteUri} --recipe {recipe.Name} --contact ADDRESS" +
                (next.TakenAs == LinkRole.Article ? "; it must disclose" : "; the list, or more of it, is there")
            : First(LinkRole.Document) is not null
                ? $"write the definition with recipe {recipe.Name}; extractor fetch CODE.yaml --archive DIR --contact ADDRESS --check"
            : unread is null ? "another recipe, or the page that has the list: nothing leads on from here"
            : unread.Address.Fragment.Length == 0
                ? $"the list is asked for at {unread.Address.AbsoluteUri}; look in a browser what is sent there, and try that address"
            : "the list is written by scripts; look in a browser which address gives it, and try that address";

        TriedLink? First(LinkRole role) => trial.Links.FirstOrDefault(link => link.TakenAs == role);
    }

    private static void WriteLinks(TextWriter writer, PageTrial trial, bool all)
    {
        foreach (var link in trial.Links.Where(link => all || link.TakenAs is not null || link.IsUnexplained))
        {
            writer.WriteLine(link.TakenAs is { } role
                ? $"take  {SchemaName.Of(role),-10} {link.FiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "-",-4} " +
                    $"{link.DepartmentName ?? "-"} | {link.Text} | {link.Address.AbsoluteUri}"
                : $"{(link.IsUnexplained ? "LEFT?" : "left ")} {link.Reason} | {link.Text} | {link.Address.AbsoluteUri}");
        }
    }

    private static async Task<(byte[] Bytes, string? Charset, Uri Address)> AskAsync(Uri address, string? contact, bool allowPrivate,
        CancellationToken cancellationToken)
    {
        var settings = RequestSettings.Default(FetchCommand.Contact(contact ?? throw new WrongArgumentException(
            "an address is asked for: give --contact, so that the site's keeper can reach you")));
        var scratch = Directory.CreateTempSubdirectory("extractor-try-");
        try
        {
            using var fetcher = new PageFetcher(settings, TimeProvider.System);
            var answer = await fetcher.FetchAsync(
                new PageRequest(address, null, null, Politeness.Default.Delay, MostBytes, allowPrivate, scratch.FullName),
                cancellationToken);
            return answer is { BodyPath: { } body, Fault: null }
                ? (await File.ReadAllBytesAsync(body, cancellationToken), answer.Charset, answer.FinalAddress)
                : throw new WrongArgumentException($"{address} gave no page: {answer.Fault ?? $"status {answer.Status}"}");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static string PathOf(string recipe) =>
        File.Exists(recipe) ? recipe
        : Recipes().FirstOrDefault(known => Path.GetFileNameWithoutExtension(known) == recipe)
            ?? throw new WrongArgumentException($"there is no recipe '{recipe}', neither a file nor in pipelines/publishers/recipes");

    /// <summary>Those of the checkout that the command runs in, in whatever folder of it.</summary>
    private static IEnumerable<string> Recipes()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var recipes = Path.Combine(folder.FullName, "pipelines", "publishers", "recipes");
            if (Directory.Exists(recipes))
            {
                return Directory.GetFiles(recipes, "*.yaml").Order(StringComparer.Ordinal);
            }
        }

        throw new WrongArgumentException("pipelines/publishers/recipes is neither here nor in a folder above: name a file with --recipe");
    }

    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : throw new WrongArgumentException($"'{text}' is neither a file nor an http or https address");

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
