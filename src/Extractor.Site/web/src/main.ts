import { append, h } from './dom'
import { chosenUnit, setUnit } from './figures/amounts'
import { offerTables } from './figures/tables'
import { DataError } from './data'
import { language, setLanguage, texts } from './language'
import { address, type OpenPage, type Page, type Route } from './page'

const t = texts({
  name: ['预算凭证台', 'Budget evidence desk'],
  skip: ['跳到正文', 'Skip to content'],
  main: ['主导航', 'Main'],
  overview: ['概览', 'Overview'],
  search: ['检索', 'Search'],
  place: ['地区', 'Places'],
  ranking: ['排行', 'Rankings'],
  comparison: ['比较', 'Compare'],
  sql: ['提问', 'Ask'],
  harvest: ['采集', 'Harvest'],
  review: ['复核', 'Review'],
  other: ['English', '中文'],
  missing: ['找不到“{0}”。地址可能有误，或数据已重新发布。', '“{0}” is not here: the address may be wrong, or the data have been published anew.'],
  nothing: ['无法显示', 'Nothing to show'],
  failed: ['页面无法显示：{0}', 'The page cannot be shown: {0}'],
  share: ['复制本页链接（含语言与单位）', 'Copy link to this page, with language and unit'],
  copied: ['已复制', 'Copied'],
  feed: ['订阅：新文件', 'Feed: new documents'],
  contradictions: ['订阅：新矛盾', 'Feed: contradictions'],
  plain: ['静态网页', 'Plain pages'],
  foot: ['每个数字都附有凭证：所在文件、页码、位置、科目依据与核对算式。不更正，不推测。', 'Every figure carries its proof: file, page, place, how its code was found, and the arithmetic. Nothing is corrected, nothing is guessed.'],
})

/** The pages, by the first part of the address; each is fetched when it is first opened. */
const pages: Record<string, () => Promise<{ open: OpenPage }>> = {
  '': () => import('./pages/overview/index'),
  document: () => import('./pages/document/index'),
  place: () => import('./pages/place/index'),
  subject: () => import('./pages/subject/index'),
  department: () => import('./pages/department/index'),
  comparison: () => import('./pages/comparison/index'),
  search: () => import('./pages/search/index'),
  ranking: () => import('./pages/ranking/index'),
  sql: () => import('./pages/sql/index'),
  harvest: () => import('./pages/harvest/index'),
  review: () => import('./pages/review/index'),
}

const navigation = ['overview', 'search', 'place', 'ranking', 'comparison', 'sql', 'harvest', 'review'] as const

function readRoute(): Route {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2)
  return { parts: path.split('/').map(decode), query: new URLSearchParams(query) }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** An address that was made to be shared brings its language and unit with it. */
function takeSettings({ query }: Route): void {
  const [asked, unit] = [query.get('lang'), query.get('unit')]
  if (asked === 'zh' || asked === 'en') setLanguage(asked)
  if (unit === 'yuan' || unit === 'wan') setUnit(unit)
}

function shareButton(): HTMLElement {
  const button = h('button', {
    type: 'button', class: 'small no-print', on: {
      click: () => {
        const [path = '', query = ''] = (location.hash || '#/').split('?', 2)
        const shared = new URLSearchParams(query)
        shared.set('lang', language())
        shared.set('unit', chosenUnit())
        void navigator.clipboard.writeText(new URL(`${path}?${shared}`, location.href).href).then(() => { button.textContent = t('copied') })
      },
    },
  }, t('share'))
  return button
}

const main = h('main', { id: 'content', tabindex: '-1' })
let open: { key: string; page: Page } | null = null
let latest = 0

async function show(): Promise<void> {
  const route = readRoute()
  takeSettings(route)
  const name = route.parts[0] ?? ''
  const key = [language(), name, ...route.parts.slice(1, name === 'document' ? 2 : undefined)].join('/')
  if (open?.key === key && open.page.update?.(route)) return

  const number = ++latest
  main.setAttribute('aria-busy', 'true')
  let page: Page
  try {
    const module = pages[name]
    if (!module) throw new DataError(location.hash, 404)
    page = await (await module()).open(route)
  } catch (error) {
    page = trouble(error)
  }
  if (number !== latest) {
    page.close?.()
    return
  }
  const first = open === null
  open?.page.close?.()
  open = { key, page }
  document.title = `${page.title} · ${t('name')}`
  document.body.replaceChildren(...shell(name))
  main.replaceChildren(page.element)
  main.className = `page-${name || 'overview'}`
  main.removeAttribute('aria-busy')
  if (!first) {
    main.focus({ preventScroll: true })
    scrollTo(0, 0)
  }
  page.shown?.()
}

function trouble(error: unknown): Page {
  const text = error instanceof DataError ? t('missing', error.path) : t('failed', error instanceof Error ? error.message : String(error))
  if (!(error instanceof DataError)) console.error(error)
  return { title: text, element: h('div', null, h('h1', null, t('nothing')), h('p', { class: 'trouble', role: 'alert' }, text)) }
}

function shell(name: string): HTMLElement[] {
  const current = name || 'overview'
  const header = h('header', { class: 'shell' },
    h('a', { class: 'skip', href: '#content', on: { click: event => { event.preventDefault(); main.focus() } } }, t('skip')),
    h('a', { class: 'brand', href: address.overview() }, t('name')),
    h('nav', { 'aria-label': t('main') },
      navigation.map(page => h('a', { href: address[page](), 'aria-current': page === current ? 'page' : null }, t(page)))),
    h('button', {
      type: 'button', class: 'language', lang: language() === 'zh' ? 'en' : 'zh-CN',
      on: { click: () => { setLanguage(language() === 'zh' ? 'en' : 'zh'); void show() } },
    }, t('other')))
  const footer = h('footer', { class: 'shell' }, h('p', { class: 'on-paper' }), shareButton(), ' ')
  append(footer, [t('foot'), ' ', h('a', { href: 'feed.xml' }, t('feed')), ' · ', h('a', { href: 'contradictions.xml' }, t('contradictions')), ' · ', h('a', { href: 'read/index.html' }, t('plain'))])
  return [header, main, footer]
}

offerTables(main)
// On paper, where and when: addresses change while a page is open.
addEventListener('beforeprint', () => {
  const line = document.querySelector('.on-paper')
  if (line) line.textContent = `${document.title} · ${location.href} · ${new Date().toISOString().slice(0, 10)}`
})
addEventListener('hashchange', () => void show())
void show()
