using System.Globalization;
using Extractor.Publications.Documents;
using Extractor.Publications.Rows;
using Extractor.Site.Departments;
using Extractor.Site.Generating;

namespace Extractor.Site.Plain;

/// <summary>
/// <c>read/</c>: a page of plain HTML for each document and department, for link previews, search engines and browsers without JavaScript;
/// <c>read/index.html</c> and <c>read/place/44.html</c> lead to all of them.
/// </summary>
/// <param name="departments">Complete before this part is.</param>
internal sealed class PlainPages(string site, DepartmentIndex departments) : ISitePart
{
    private static readonly (string Name, Func<DepartmentYearRow, decimal?> Yuan)[] Figures =
    [
        ("本年收入合计", static year => year.RevenueYuan),
        ("本年支出合计", static year => year.ExpenditureYuan),
        ("一般公共预算支出", static year => year.GeneralPublicYuan),
        ("人员经费", static year => year.PersonnelYuan),
        ("公用经费", static year => year.PublicYuan),
        ("“三公”经费", static year => year.ThreePublicYuan),
    ];

    private readonly string folder = Path.Combine(site, "read");
    private readonly Dictionary<string, List<ReadDocument>> documents = new(StringComparer.Ordinal);

    public void Add(PublishedDocument document)
    {
        var header = document.Header;
        var department = DepartmentName.Of(header);
        var title = DocumentTitle.Of(header);
        var figures = document.Facts.Years is [var year]
            ? Figures.Select(figure => (figure.Name, Yuan: figure.Yuan(year))).Where(static figure => figure.Yuan is not null).ToList()
            : [];
        var path = $"document/{header.DocumentId[..2]}/{header.DocumentId}.html";
        documents.TryAdd(department?.Key ?? "none", []);
        documents[department?.Key ?? "none"].Add(new ReadDocument(path, title, header.FiscalYear,
            figures.Find(static figure => figure.Name == "本年支出合计").Yuan));
        Write(document, title, department, figures).WriteTo(Path.Combine(folder, path));
    }

    public void Complete()
    {
        foreach (var department in departments.Found)
        {
            Write(department, documents[department.Key]);
        }

        var provinces = departments.Found.GroupBy(static department => department.Key.StartsWith("none", StringComparison.Ordinal)
            ? "none" : DepartmentIndex.FolderOf(department.Key), StringComparer.Ordinal).ToList();
        foreach (var province in provinces)
        {
            WritePlace(province.Key, province);
        }

        var index = new PlainHtml("../", "预算凭证台 · Budget evidence desk", "公开的部门预算与决算，逐格读出，逐项核对。", "#/");
        WriteList(index, provinces.Select(static province =>
            ($"place/{province.Key}.html", $"{PlaceOf(province.Key, province)} ({province.Count()})")));
        Documents(index, "documents-of-nobody", documents.GetValueOrDefault("none") ?? [], string.Empty);
        index.WriteTo(Path.Combine(folder, "index.html"));
    }

    private static PlainHtml Write(PublishedDocument document, string title, DepartmentName? department,
        List<(string Name, decimal? Yuan)> figures)
    {
        var header = document.Header;
        var year = header.FiscalYear?.ToString(CultureInfo.InvariantCulture);
        var place = string.Join(" · ", new[] { header.DivisionName, department?.Name, year }.Where(static part => part is not null));
        var said = string.Join("，", figures.Select(static figure => $"{figure.Name} {Yuan(figure.Yuan!.Value)} 元"));
        var html = new PlainHtml("../../../", title, said.Length > 0 ? $"{place}：{said}。" : place, $"#/document/{header.DocumentId}");
        html.Raw("<p>").Text(place).Raw("</p>\n<p>").Link(html.Desk, "看每个数字的凭证 · See the evidence of every figure");
        if (department is not null)
        {
            html.Raw(" · ").Link($"../../department/{DepartmentIndex.FolderOf(department.Key)}/{department.Key}.html", department.Name);
        }

        html.Raw("</p>\n").Element("p", $"SHA-256 {header.DocumentId}").Element("p", header.SourceUrl ?? header.ArchiveLocation);
        if (figures.Count > 0)
        {
            html.Element("h2", "主要数字（元）").Raw("<table>\n");
            foreach (var (name, yuan) in figures)
            {
                html.Raw("<tr><th scope=\"row\">").Text(name).Raw("</th><td>").Text(Yuan(yuan!.Value)).Raw("</td></tr>\n");
            }

            html.Raw("</table>\n");
        }

        if (document.Tables.Count > 0)
        {
            html.Element("h2", "表格");
            WriteList(html, document.Tables.Select(table => ($"{html.Desk}/table/{table.Ordinal.ToString(CultureInfo.InvariantCulture)}",
                string.Create(CultureInfo.InvariantCulture,
                    $"{table.TitleAsPrinted ?? table.NumberAsPrinted ?? "—"}（第 {table.PageFirst} 页）"))));
        }

        if (document.Sections.Count > 0)
        {
            html.Element("h2", "文字");
        }

        foreach (var section in document.Sections)
        {
            html.Element("h3", section.HeadingAsPrinted ?? "—");
            foreach (var paragraph in (section.Text ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                html.Element("p", paragraph);
            }
        }

        return html;
    }

    private void Write(FoundDepartment department, List<ReadDocument> found)
    {
        var place = department.DivisionName is { } name ? $"{name} · " : string.Empty;
        var html = new PlainHtml("../../../", department.Name, $"{place}{department.Name}：{found.Count} 份公开文件",
            $"#/department/{department.Key}");
        html.Raw("<p>").Text(department.DivisionName).Raw("</p>\n<p>").Link(html.Desk, "图表与凭证 · Charts and evidence").Raw("</p>\n");
        Documents(html, "文件 · Documents", found, "../../");
        html.WriteTo(Path.Combine(folder, "department", DepartmentIndex.FolderOf(department.Key), department.Key + ".html"));
    }

    private void WritePlace(string code, IEnumerable<FoundDepartment> found)
    {
        var html = new PlainHtml("../../", PlaceOf(code, found), "公开预算与决算的部门", $"#/place/{code}0000");
        WriteList(html, found.Select(static department => (
            $"../department/{DepartmentIndex.FolderOf(department.Key)}/{department.Key}.html",
            $"{department.Name} · {department.DivisionName}")));
        html.WriteTo(Path.Combine(folder, "place", code + ".html"));
    }

    private static string PlaceOf(string code, IEnumerable<FoundDepartment> found) => code == "none" ? "地区未知 · Place unknown"
        : string.Join("、", found.Select(static department => department.DivisionName).OfType<string>()
            .Distinct(StringComparer.Ordinal).Take(3));

    private static void Documents(PlainHtml html, string heading, List<ReadDocument> found, string up)
    {
        if (found.Count == 0)
        {
            return;
        }

        html.Element("h2", heading);
        WriteList(html, found.OrderByDescending(static document => document.Year)
            .ThenBy(static document => document.Path, StringComparer.Ordinal)
            .Select(document => (up + document.Path, string.Create(CultureInfo.InvariantCulture,
                $"{document.Title} {document.Year}{(document.Yuan is { } yuan ? $" · 支出总计 {Yuan(yuan)} 元" : string.Empty)}"))));
    }

    private static void WriteList(PlainHtml html, IEnumerable<(string Address, string Text)> links)
    {
        html.Raw("<ul>\n");
        foreach (var (address, text) in links)
        {
            html.Raw("<li>").Link(address, text).Raw("</li>\n");
        }

        html.Raw("</ul>\n");
    }

    private static string Yuan(decimal yuan) => yuan.ToString("N2", CultureInfo.InvariantCulture);

    /// <param name="Path">Below <c>read/</c>.</param>
    private sealed record ReadDocument(string Path, string Title, int? Year, decimal? Yuan);
}
