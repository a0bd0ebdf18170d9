using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Normalizing.Divisions;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>
/// Whose money a government's document shows: the government of the place that its cover names, else its captions, else of the
/// place in which nearly all places of its rows lie.
/// </summary>
internal static class GovernmentIdentity
{
    /// <summary>The name of every local government: that of its division and this word.</summary>
    private const string Government = "人民政府";

    /// <summary>The issuer where the money is the country's.</summary>
    private const string Central = "中央人民政府";

    /// <summary>Places that rows must name before they tell the region.</summary>
    private const int FewestPlaces = 5;

    /// <summary>Of these places so many in a hundred must lie in the region.</summary>
    private const int LeastShare = 80;

    /// <summary>Titles of tables that are looked at.</summary>
    private const int MostTitles = 200;

    public static DocumentIdentity Of(ExtractedDocument document, GovernmentEvidence evidence, DivisionCatalogue divisions,
        out IssuerPlace place)
    {
        (place, var seen) = PlaceOf(document, evidence, divisions);
        var isNational = place.Outcome == IssuerPlaceOutcome.National;
        var issuer = isNational ? Central : place.Division is { } division ? division.Name + Government : null;
        var outcome = RequestComparison.Of(document.File.Request, place.Division?.Code, isNational, evidence.Year, issuer);
        return new DocumentIdentity(evidence.Kind, null, evidence.Year, evidence.Title, issuer, place.Division?.Code,
            place.Division?.Name, seen, evidence.YearEvidence, outcome)
        { Level = evidence.Level };
    }

    private static (IssuerPlace Place, IdentityEvidence Evidence) PlaceOf(ExtractedDocument document, GovernmentEvidence evidence,
        DivisionCatalogue divisions)
    {
        var cover = document.Pages.Where(static page => page.Number <= 4 && !page.Lines.IsEmpty).Take(2)
            .Select(static page => string.Concat(page.Lines.Take(14).Select(static line => FoldedText.Of(line.Text))));
        var texts = (evidence.Title is { } title ? [FoldedText.Of(title)] : ImmutableArray<string>.Empty).Concat(cover)
            .Select(static text => (Text: text, Evidence: IdentityEvidence.Cover))
            .Concat(evidence.Titles.Take(MostTitles).Select(static table => (Text: table.Folded, Evidence: IdentityEvidence.Tables)));
        foreach (var (text, source) in texts)
        {
            if (NamedIn(text, divisions) is { } named)
            {
                return (new IssuerPlace(IssuerPlaceOutcome.Found, named, null), source);
            }
        }

        if (evidence.Title is { } national && FoldedText.Of(national).Contains("中央", StringComparison.Ordinal))
        {
            return (new IssuerPlace(IssuerPlaceOutcome.National, null, null), IdentityEvidence.Cover);
        }

        return RegionOf(document, divisions) is { } region
            ? (new IssuerPlace(IssuerPlaceOutcome.Found, region, null), IdentityEvidence.Tables)
            : (IssuerPlace.None, IdentityEvidence.None);
    }

    /// <summary>The first division that the text names in full (保定市), or shortly with its kind (迪庆州), and the deeper ones behind
    /// it.</summary>
    private static Division? NamedIn(string text, DivisionCatalogue divisions)
    {
        for (var start = 0; start + 2 < text.Length; start++)
        {
            var named = divisions.NamedAt(text, start).Where(static division => division.IsInForce && division.Name.Length >= 3)
                .ToImmutableArray();
            if (named is [var one])
            {
                return Deeper(text, start + one.Name.Length, one, divisions);
            }

            if (named.IsEmpty && divisions.AbbreviatedAt(text, start) is { } brief)
            {
                return Deeper(text, start + brief.Length, brief.Division, divisions);
            }
        }

        return null;
    }

    private static Division Deeper(string text, int end, Division division, DivisionCatalogue divisions)
    {
        while (divisions.NamedAt(text, end).FirstOrDefault(below => below.IsInForce && below.Code != division.Code &&
            divisions.IsWithin(below, division)) is { } deeper)
        {
            (division, end) = (deeper, end + deeper.Name.Length);
        }

        return division;
    }

    /// <summary>The smallest division in which nearly all places lie that rows name.</summary>
    private static Division? RegionOf(ExtractedDocument document, DivisionCatalogue divisions)
    {
        var places = document.Tables.SelectMany(static table => table.Cells).Select(static cell => cell.Text)
            .Where(static text => text.Length is >= 3 and <= 12).Select(FoldedText.Of).Distinct(StringComparer.Ordinal)
            .Select(name => divisions.FindByName(name).Where(static division => division.IsInForce).ToImmutableArray())
            .Where(static named => named.Length == 1).Select(static named => named[0]).ToList();
        return places.Count < FewestPlaces ? null : places.SelectMany(place => WithAbove(place, divisions))
            .GroupBy(static division => division.Code, StringComparer.Ordinal)
            .Where(group => group.Count() * 100 >= LeastShare * places.Count)
            .Select(static group => group.First()).OrderByDescending(static division => division.Level)
            .ThenBy(static division => division.Code, StringComparer.Ordinal).FirstOrDefault();
    }

    private static IEnumerable<Division> WithAbove(Division place, DivisionCatalogue divisions)
    {
        for (var division = place; division is not null; division = divisions.ParentOf(division))
        {
            yield return division;
        }
    }
}
