using System.Collections.Immutable;
using System.Globalization;
using Extractor.Model.Budget;
using Extractor.Model.Documents;
using Extractor.Model.Evidence;
using Extractor.Normalizing.Divisions;

namespace Extractor.Normalizing.Identity;

/// <summary>The doubts about who a document is, and whether it is what was asked for.</summary>
internal sealed class IdentityFindings
{
    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();

    public ImmutableArray<Finding> ToImmutable() => findings.ToImmutable();

    public void Add(ExtractedDocument document, OwnEvidence own, DocumentIdentity identity, IssuerPlace place)
    {
        if (own.IsSilent)
        {
            Note(FindingRule.IdentityWithoutText, Severity.Warning,
                "文件没有可读文字（扫描件或损坏文件），无法从正文确定部门、年度和种类；请做文字识别或重新下载后再处理。",
                "The document has no readable text (a scan, or a damaged file): issuer, year and kind cannot be read from it; recognise " +
                "its text or fetch it again.",
                null, null);
        }

        if (own.LabelIssuer is { } label)
        {
            Note(FindingRule.IssuerDisagrees, Severity.Warning,
                $"封面部门为“{identity.DepartmentName}”，表格部门为“{label}”；请核对原文，数据按封面记录。",
                $"The cover names the issuer '{identity.DepartmentName}', the tables name '{label}'; look at the document, the data " +
                $"follow the cover.",
                identity.DepartmentName, label);
        }

        if (own.CoverYear is { } cover && identity.FiscalYear is { } year &&
            (cover != year || (own.Years.Tables is { } table && table != cover)))
        {
            var other = cover != year ? year : own.Years.Tables!.Value;
            Note(FindingRule.YearDisagrees, Severity.Warning,
                $"封面年度为{Text(cover)}年，表格年度为{Text(other)}年；请核对原文，数据按{Text(year)}年记录。",
                $"The cover says {Text(cover)}, the tables say {Text(other)}; look at the document, the data take {Text(year)}.",
                Text(cover), Text(other));
        }

        if (identity.IssuerEvidence == IdentityEvidence.FileName || identity.YearEvidence == IdentityEvidence.FileName)
        {
            Note(FindingRule.IdentityFromFileName, Severity.Note,
                $"正文未印部门或年度，取自文件名“{document.File.FileName}”，属最弱证据，使用前请核对。",
                $"The document does not print its issuer or year; taken from the file name '{document.File.FileName}', the weakest " +
                $"evidence; check it before use.",
                null, document.File.FileName);
        }

        if (place.Outcome == IssuerPlaceOutcome.Zone)
        {
            Note(FindingRule.DivisionOfZone, Severity.Note,
                $"“{place.Zone}”在GB/T 2260中没有代码，区划记为其所在的{place.Division!.Name}（{place.Division.Code}），按区划汇总时请留意。",
                $"'{place.Zone}' has no code in GB/T 2260; the division is the one it lies in, {place.Division.Name} " +
                $"({place.Division.Code}); mind it when you add up by place.",
                null, place.Zone);
        }

        if (place.Outcome == IssuerPlaceOutcome.National)
        {
            Note(FindingRule.NationalIssuer, Severity.Note,
                $"“{identity.DepartmentName}”为中央单位，GB/T 2260不给全国编码，区划留空，无须处理。",
                $"'{identity.DepartmentName}' is a national organ; GB/T 2260 has no code for the whole country, so the division is left " +
                $"blank; nothing is to be done.",
                null, identity.DepartmentName);
        }

        if (identity.Outcome == IdentityOutcome.Contradicted)
        {
            var request = document.File.Request;
            Note(FindingRule.IdentityContradictsRequest, Severity.Warning,
                $"要求的是区划{request.DivisionCode ?? "（未指明）"}、部门“{request.DepartmentName ?? "（未指明）"}”、" +
                $"年度{Text(request.FiscalYear)}；文件是区划{identity.DivisionCode ?? "（无）"}、部门“{identity.DepartmentName ?? "（无）"}”、" +
                $"年度{Text(identity.FiscalYear)}。请检查来源定义或链接。",
                $"Asked for division {request.DivisionCode ?? "(any)"}, issuer '{request.DepartmentName ?? "(any)"}', year " +
                $"{Text(request.FiscalYear)}; the document is division {identity.DivisionCode ?? "(none)"}, issuer " +
                $"'{identity.DepartmentName ?? "(none)"}', year {Text(identity.FiscalYear)}. Check the source definition or the link.",
                request.DivisionCode, identity.DivisionCode);
        }
    }

    private static string Text(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "—";

    private void Note(string rule, Severity severity, string chinese, string english, string? expected, string? actual) =>
        findings.Add(new Finding(rule, severity, chinese, english, 1, null, expected, actual));
}
