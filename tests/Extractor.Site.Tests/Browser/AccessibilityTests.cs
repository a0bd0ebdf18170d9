using System.Globalization;
using Microsoft.Playwright;

namespace Extractor.Site.Tests.Browser;

/// <summary>
/// What a program can tell of accessibility (WCAG 2.2, level AA), on every kind of page: contrast, names, table and heading structure,
/// reach by keyboard. What only people can tell, whether a name says the right thing, is not among it.
/// </summary>
public sealed class AccessibilityTests(DemoSite demo, Chromium chromium)
{
    /// <summary>Goes over what is visible and lists each fault once.</summary>
    private const string Audit = """
        () => {
          const faults = new Set()
          const tell = (rule, element, more = '') => faults.add(`${rule}: <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${more}`)
          const isShown = element => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getClientRects().length > 0
          const colour = text => { const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number); return { r, g, b, a } }
          const over = (front, back) => ({ r: front.r * front.a + back.r * (1 - front.a), g: front.g * front.a + back.g * (1 - front.a), b: front.b * front.a + back.b * (1 - front.a), a: 1 })
          const light = ({ r, g, b }) => { const part = value => { const s = value / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4 }; return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b) }
          const behind = element => {
            const layers = []
            for (let at = element; at; at = at.parentElement) layers.push(colour(getComputedStyle(at).backgroundColor))
            return layers.reverse().reduce((back, front) => over(front, back), { r: 255, g: 255, b: 255, a: 1 })
          }
          const name = element => (element.getAttribute('aria-label') ?? '') + [...(element.getAttribute('aria-labelledby') ?? '').split(' ')].map(id => document.getElementById(id)?.textContent ?? '').join('') + (element.textContent ?? '') + (element.getAttribute('title') ?? '')

          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement
            if (!node.data.trim() || !isShown(element) || element.closest(':disabled, [aria-hidden=true]')) continue
            const style = getComputedStyle(element), size = parseFloat(style.fontSize)
            const back = behind(element), front = over(colour(style.color), back)
            const [low, high] = [light(front), light(back)].sort((one, other) => one - other)
            const ratio = (high + 0.05) / (low + 0.05)
            if (ratio < (size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5)) tell('contrast', element, `${ratio.toFixed(2)} '${node.data.trim().slice(0, 20)}'`)
          }

          for (const element of document.querySelectorAll('a[href], button, summary, [role=button], [role=img], img, svg:not([aria-hidden=true])')) if (isShown(element) && !name(element).trim() && !element.getAttribute('alt')) tell('no name', element)
          for (const element of document.querySelectorAll('input:not([type=hidden]), select, textarea')) if (isShown(element) && ![...element.labels].some(label => label.textContent.trim()) && !element.getAttribute('aria-label') && !element.getAttribute('aria-labelledby')) tell('no label', element)
          for (const element of document.querySelectorAll('table:not([role=grid], [role=presentation]) th')) if (!element.hasAttribute('scope')) tell('header without scope', element, element.textContent.slice(0, 20))
          for (const element of document.querySelectorAll('table')) if (!element.querySelector('th, [role=columnheader], [role=rowheader]')) tell('table without headers', element)
          for (const element of document.querySelectorAll('[tabindex]')) if (element.tabIndex > 0) tell('order of its own', element)
          for (const element of document.querySelectorAll('body *')) {
            const style = getComputedStyle(element)
            if (/auto|scroll/.test(style.overflowX + style.overflowY) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) && isShown(element)
              && element.tabIndex < 0 && !element.querySelector('a[href], button, input, [tabindex="0"]')) tell('scrolls, and not by keyboard', element)
          }
          const ids = [...document.querySelectorAll('[id]')].map(element => element.id)
          for (const id of ids.filter((id, index) => ids.indexOf(id) !== index)) faults.add(`id twice: ${id}`)
          const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(isShown).map(heading => Number(heading.tagName[1]))
          if (levels.filter(level => level === 1).length !== 1) faults.add(`first headings: ${levels.filter(level => level === 1).length}`)
          levels.forEach((level, index) => { if (index && level > levels[index - 1] + 1) faults.add(`heading ${index + 1} goes from level ${levels[index - 1]} to ${level}`) })
          for (const landmark of ['main', 'nav', 'header', 'footer']) if (document.querySelectorAll(landmark).length === 0) faults.add(`no ${landmark}`)
          if (!/^(zh|en)/.test(document.documentElement.lang)) faults.add('no language')
          return [...faults]
        }
        """;

    [Theory]
    [InlineData("", "main table")]
    [InlineData("#/search?q=招商引资", "main li a")]
    [InlineData("#/comparison", "main h1")]
    [InlineData("#/sql", "#sql")]
    [InlineData("#/ranking", ".ranking tbody tr")]
    [InlineData("#/review", ".finding")]
    [InlineData("#/subject/functional/2080505?year=2024&phase=budget&scope=department", "#rows ~ .scroll tbody tr")]
    [InlineData("document", "td.line")]
    [InlineData("finding", ".findings .open")]
    [InlineData("department", "main h2")]
    public async Task Pages_Audited_HaveNoFault(string page, string shown)
    {
        demo.SkipUnlessThere();
        var document = SiteFiles.Documents(demo.Site).First(static document => document.GetProperty("findings").GetArrayLength() > 0);
        var address = page switch
        {
            "document" => string.Create(CultureInfo.InvariantCulture,
                $"#/document/{SiteFiles.Id(document)}/table/{document.GetProperty("tables")[0].GetProperty("ordinal").GetInt32()}"),
            "finding" => $"#/document/{SiteFiles.Id(document)}/finding/{document.GetProperty("findings")[0].GetProperty("id").GetString()}",
            "department" => $"#/department/{DepartmentKey()}",
            _ => page,
        };
        await using var desk = await Desk.OpenAsync(demo, chromium, address);
        await desk.Page.WaitForSelectorAsync(shown);

        var inChinese = await desk.Page.EvaluateAsync<string[]>(Audit);
        await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        var afterDark = await desk.Page.EvaluateAsync<string[]>(Audit);
        await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await desk.Page.ClickAsync("button.language");
        await desk.Page.WaitForSelectorAsync("html[lang=en]");
        await desk.Page.WaitForSelectorAsync(shown);
        var inEnglish = await desk.Page.EvaluateAsync<string[]>(Audit);

        Assert.Empty(inChinese);
        Assert.Empty(afterDark);
        Assert.Empty(inEnglish);
    }

    private string DepartmentKey() =>
        Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(Path.Combine(demo.Site, "data", "departments"), "*.json",
            SearchOption.AllDirectories).Order(StringComparer.Ordinal).First());
}
