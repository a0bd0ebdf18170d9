using System.Collections.Immutable;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Normalizing.Divisions;
using Extractor.Normalizing.Maps;

namespace Extractor.Normalizing.Identity;

/// <summary>What was found out about a document, and the doubts that came up.</summary>
public sealed record IdentityReading(DocumentIdentity Identity, ImmutableArray<Finding> Findings);

/// <summary>
/// Who and what a document is: issuer, division, fiscal year, kind, scope and title by agreement of its own evidence.
/// In this order: the cover or the title over the first text; labels and titles of tables; headings and sentences; last
/// the file name, and that only where it names an issuer in full and the document itself says nothing.
/// What was asked for decides nothing; it is compared with what was found.
/// </summary>
public static class DocumentIdentityReader
{
    /// <summary>Characters of text in which mentioned places are counted.</summary>
    private const int MentionLimit = 60_000;

    public static IdentityReading Read(ExtractedDocument document, ReferenceData reference)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(reference);
        var findings = new IdentityFindings();
        if (document.Pages.IsEmpty)
        {
            return new IdentityReading(Nothing(document), findings.ToImmutable());
        }

        var own = OwnEvidence.Of(document);
        if (own.Government is { } government)
        {
            var identityOfGovernment = GovernmentIdentity.Of(document, government, reference.Divisions, out var ofPlace);
            findings.Add(document, own, identityOfGovernment, ofPlace);
            return new IdentityReading(identityOfGovernment, findings.ToImmutable());
        }

        var fileName = own.IsSilent || own.Issuer is null || own.FiscalYear is null ? FileNameTitle.Read(document.File.FileName) : null;
        var kind = own.IsSilent ? fileName?.Kind ?? DocumentKind.Other : own.Kind;
        var mayTakeFileName = fileName is not null && kind == fileName.Kind;
        var (issuer, issuerEvidence) = own.Issuer is { } named ? (named, own.IssuerEvidence)
            : mayTakeFileName ? (fileName!.Issuer, IdentityEvidence.FileName) : ((string?)null, IdentityEvidence.None);
        var (year, yearEvidence) = own.FiscalYear is { } printed ? ((int?)printed, own.YearEvidence)
            : mayTakeFileName && fileName!.Year is { } claimed ? (claimed, IdentityEvidence.FileName) : (null, IdentityEvidence.None);
        var place = PlaceOf(document, own, issuer, reference.Divisions);
        var outcome = RequestComparison.Of(
            document.File.Request, place.Division?.Code, place.Outcome == IssuerPlaceOutcome.National, year, issuer);
        var identity = new DocumentIdentity(
            kind,
            own.Scope ?? (own.IsSilent || own.Scope is null && mayTakeFileName ? fileName?.Scope : null),
            year,
            own.Title,
            issuer,
            place.Division?.Code,
            place.Division?.Name,
            issuerEvidence,
            yearEvidence,
            outcome);
        findings.Add(document, own, identity, place);
        return new IdentityReading(identity, findings.ToImmutable());
    }

    private static IssuerPlace PlaceOf(ExtractedDocument document, OwnEvidence own, string? issuer, DivisionCatalogue divisions)
    {
        var text = document.Pages.SelectMany(static page => page.Lines).Select(static line => line.Text)
            .Concat(issuer is null ? [] : [issuer])
            .Concat(document.Tables.SelectMany(static table => table.Cells).Select(static cell => cell.Text));
        var mentions = new PlaceMentions(text, divisions, MentionLimit);
        var name = own.Place ?? issuer;
        if (name is null)
        {
            return own.TitlePlace is { } title ? IssuerPlace.OfTitle(title, divisions, mentions) : IssuerPlace.None;
        }

        var place = IssuerPlace.Of(FoldedText.Of(name), divisions, mentions);
        if (own.Place is null || issuer is null)
        {
            return place;
        }

        // 上海市2026年市级单位预算 names the city, the issuer may name a district of it: the deeper of two that agree.
        var byName = IssuerPlace.Of(FoldedText.Of(issuer), divisions, mentions);
        return place.Division is null || (byName.Division is not null && divisions.IsWithin(byName.Division, place.Division)) ? byName
            : place;
    }

    /// <summary>No page could be read: a web page, a broken file. Its name is no evidence of what it does not hold.</summary>
    private static DocumentIdentity Nothing(ExtractedDocument document) => new(
        DocumentKind.Other, null, null, null, null, null, null, IdentityEvidence.None, IdentityEvidence.None,
        RequestComparison.Of(document.File.Request, null, false, null, null));
}
