using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Extractor.Publications.Documents;
using Extractor.Publications.Rows;
using Extractor.Site.Departments;

namespace Extractor.Benchmarks.Site;

/// <summary>
/// As many published documents as asked for, made of the budgets of a publication: their tables, projects and sections under
/// other places, years and amounts. Cells and checks are left out; nothing that is measured reads them.
/// </summary>
internal sealed class SyntheticDocuments
{
    private static readonly string[] Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50",
            "51", "52", "53", "54", "61", "62", "63", "64", "65",
    ];

    private const string Syllables = "安北昌成大东福光海河华江景兰乐林龙明南宁平清庆泉荣山石顺泰通同望文西仙兴阳永玉远云泽昭正中舟";
    private const int FirstYear = 2022;
    private const int Years = 5;

    private readonly List<PublishedDocument> templates;

    public SyntheticDocuments(PublicationReader publication)
    {
        templates = [.. publication.Documents()
            .Where(static document => Account.Of(document.Header) is not null)
            .Select(static document => document with { Cells = [], Pages = [], Checks = [], CheckMembers = [], Findings = [] })];
    }

    public int Templates => templates.Count;

    /// <summary>Year by year, as a publication hands them out.</summary>
    public IEnumerable<PublishedDocument> Make(int count)
    {
        for (var number = 0; number < count; number++)
        {
            yield return Make(number, count);
        }
    }

    private PublishedDocument Make(int number, int count)
    {
        var template = templates[number % templates.Count];
        // Every year has the same departments: a template in a place.
        var ofYear = number % Math.Max(1, count / Years);
        var place = ofYear / templates.Count;
        var placeName = string.Concat(Syllables[place % Syllables.Length], Syllables[place / Syllables.Length % Syllables.Length],
            place % 3 == 0 ? '市' : '县');
        var factor = 1m + (number % 97 / 100m);
        return template with
        {
            Header = template.Header with
            {
                DocumentId = Convert.ToHexStringLower(
                    SHA256.HashData(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)))),
                DivisionCode = Provinces[place % Provinces.Length] + (1000 + (place / Provinces.Length))
                    .ToString(CultureInfo.InvariantCulture),
                DivisionName = placeName,
                DepartmentName = placeName + NameWithoutPlace(template.Header),
                FiscalYear = FirstYear + (number / Math.Max(1, count / Years)),
                SupersedesDocumentId = null,
            },
            Lines = [.. template.Lines.Select(line => line with { AmountYuan = decimal.Round(line.AmountYuan * factor, 2) })],
            Projects = [.. template.Projects.Select(project =>
                project with { ProjectName = $"{project.ProjectName}（{placeName}）", AmountYuan = project.AmountYuan * factor })],
        };
    }

    private static string NameWithoutPlace(DocumentRow header) =>
        header.DivisionName is { } place ? header.DepartmentName!.Replace(place, string.Empty, StringComparison.Ordinal)
            : header.DepartmentName!;
}
