import type { SearchIndex, SearchItem } from '../../contract'
import { load } from '../../data'
import { append, h } from '../../dom'
import { withUnit } from '../../figures/amounts'
import { language, texts } from '../../language'
import { address, type OpenPage } from '../../page'
import { term } from '../../terms'
import { amountsOf, inChinese, inFull, type AskedAmount } from './asked'
import { filterBar, filtersOf, wantedBy, wordsOfFilters } from './filters'
import { entryOf, find, isLongEnough, oneAfterOther, wordsOf, type Found, type List } from './find'
import { isDocument, isHash, partYear } from './text'
import { marked } from './marked'

const t = texts({
  title: ['检索', 'Search'],
  label: ['部门（汉字或拼音）、科目（名称或代码）、文件（标题或 SHA-256）、项目、原文、金额', 'Departments (Chinese, pinyin or English), subjects (name or code), documents (title or SHA-256), projects, words, amounts'],
  placeholder: ['例如：商务局 2026、swj、2011308、8,403 万元、招商引资', 'for example 商务局 2026, commerce, swj, 2011308, 8,403 万元'],
  go: ['检索', 'Search'],
  short: ['请至少输入两个字；多个词用空格隔开，须同时出现。', 'At least two letters, please; words parted by spaces must all occur.'],
  hint: ['输入后立即检索。多个词用空格隔开，例如“广州 信息化”。', 'Results come as you type. Part words by spaces: 广州 信息化.'],
  departments: ['部门', 'Departments'],
  subjects: ['科目', 'Subjects'],
  amounts: ['金额相同的数字', 'Figures of this amount'],
  titles: ['文件', 'Documents'],
  projects: ['项目', 'Projects'],
  sections: ['章节', 'Sections'],
  none: ['没有', 'none'],
  more: ['更多{0}', 'More {0}'],
  count: ['{0} 条', '{0}'],
  atLeast: ['至少 {0} 条', '{0} or more'],
  notYet: ['先看的几十处中没有，可继续查找。', 'Not in the first places looked at; there are more.'],
  nothing: ['没有找到“{0}”。', 'Nothing found for “{0}”.'],
  documents: ['{0} 份文件', 'documents: {0}'],
  without: ['没有 {0} 年的数字', 'no figures of {0}'],
  document: ['打开 SHA-256 为此的文件', 'Open the document of this SHA-256'],
  page: ['第 {0} 页', 'p. {0}'],
  left: ['；没有列出不分地区、年度、种类或状态的{0}', '; not listed, since they have no such place, year, kind or status: {0}'],
  searching: ['正在检索…', 'Searching…'],
  found: ['找到：{0}', 'Found: {0}'],
})

const lists = ['departments', 'subjects', 'documents', 'projects', 'sections'] as const satisfies readonly List[]
const atFirst: Record<List, number> = { departments: 12, subjects: 12, documents: 6, projects: 10, sections: 8, amounts: 20 }
const mostAlike = 400
const lettersOfHash = 16

export const open: OpenPage = async route => {
  const index = await load<SearchIndex>('search/index.json')
  let filters = filtersOf(route.query)
  const input = h('input', { type: 'search', id: 'query', autocomplete: 'off', spellcheck: 'false', placeholder: t('placeholder'), value: route.query.get('q') ?? '', 'aria-describedby': 'hint' })
  const status = h('p', { class: 'soft', role: 'status', id: 'hint' }, t('hint'))
  const results = h('div', { class: 'results' })
  let latest = 0
  let timer = 0

  const search = async () => {
    const query = input.value.trim()
    const number = ++latest
    history.replaceState(null, '', address.search(query, filters))
    if (!isLongEnough(`${query} ${wordsOfFilters('documents', filters)}`)) {
      results.replaceChildren()
      status.textContent = query ? t('short') : t('hint')
      return
    }
    status.textContent = t('searching')
    const [rest, named] = partYear(inChinese(query) ?? query)
    const year = filters.year ?? named
    // Documents are found by the first letters of their hash, however many are given.
    const asked = (list: List) => (list === 'documents' && isHash(query) ? query.slice(0, lettersOfHash)
      : list === 'departments' ? inFull(named && isLongEnough(rest) ? rest : inChinese(query) ?? query) : list === 'documents' ? inFull(inChinese(query) ?? query) : inChinese(query) ?? query)
    const wanted = lists.flatMap(list => { const isWanted = wantedBy(list, filters, index); return isWanted ? [{ list, isWanted }] : [] })
    const sections = await Promise.all(wanted.map(async ({ list, isWanted }) => ({ list, found: await look(list, `${asked(list)} ${wordsOfFilters(list, filters)}`, isWanted, year) })))
    const pages = await Promise.all(sections.map(async ({ list, found }) => ({ list, found, items: rank(list, await found.next(list === 'projects' || list === 'sections' ? atFirst[list] : 40), asked(list), year) })))
    const equal = (await equalTo(amountsOf(query))).filter(wantedBy('amounts', filters, index)!)
    if (number !== latest) return
    results.replaceChildren()
    if (isDocument(query)) append(results, h('p', null, h('a', { href: address.document(query.toLowerCase()) }, t('document'))))
    if (equal.length) append(results, h('section', { class: 'hits-of-amounts' }, h('h2', null, t('amounts')), h('ol', { class: 'hits' }, equal.slice(0, atFirst.amounts).map(item => hit('amounts', item, [], year, index.kinds)))))
    append(results, pages.filter(page => page.items.length || !page.found.done).map(page => group(page.list, page.found, page.items, wordsOf(asked(page.list)), year, index.kinds)))
    const counts = [...(equal.length ? [`${t('amounts')} ${t('count', equal.length)}`] : []), ...pages.filter(page => page.items.length).map(page => `${t(titleOf(page.list))} ${page.found.done ? t('count', page.items.length) : t('atLeast', page.items.length)}`)]
    const left = lists.filter(list => !wanted.some(each => each.list === list)).map(list => t(titleOf(list)))
    status.textContent = counts.length ? t('found', counts.join(' · ')) : pages.some(page => !page.found.done) ? t('notYet') : t('nothing', query)
    if (left.length) status.textContent += t('left', left.join(language() === 'zh' ? '、' : ', '))
    results.dataset['query'] = query
  }
  input.addEventListener('input', () => { clearTimeout(timer); timer = window.setTimeout(() => void search(), 200) })
  const bar = filterBar(filters, index, next => {
    filters = next
    void search()
  })
  const element = h('article', { class: 'search' }, h('h1', null, t('title')),
    h('form', { role: 'search', on: { submit: event => { event.preventDefault(); clearTimeout(timer); void search() } } },
      h('label', { for: 'query' }, t('label')), h('div', { class: 'query' }, input, h('button', { type: 'submit' }, t('go')))),
    bar.element, status, results)
  return {
    title: t('title'),
    element,
    update: next => {
      input.value = next.query.get('q') ?? ''
      filters = filtersOf(next.query)
      bar.show(filters)
      void search()
      return true
    },
    shown: () => {
      input.focus({ preventScroll: true })
      if (input.value || Object.keys(filters).length) void search()
    },
    close: () => { latest++; clearTimeout(timer) },
  }
}

const titleOf = (list: List) => (list === 'documents' ? 'titles' : list)

/** Departments that have the year stand before those that have not, however many these are. */
async function look(list: List, query: string, isWanted: (item: SearchItem) => boolean, year: string): Promise<Found> {
  if (list !== 'departments' || !year) return find(list, query, isWanted)
  return oneAfterOther(await find(list, `${query} ${year}`, item => isWanted(item) && hasYear(item, year)), await find(list, query, item => isWanted(item) && !hasYear(item, year)))
}

/** Of a department: whether it has figures of the year. */
const hasYear = ([texts]: SearchItem, year: string): boolean => texts[4]!.split(' ').includes(year)

/** Figures that are shown as one of the amounts, the nearest first, with what the list of documents knows of theirs. */
async function equalTo(asked: readonly AskedAmount[]): Promise<SearchItem[]> {
  const found = await Promise.all(asked.filter(({ yuan }) => yuan >= 10_000).map(async ({ yuan, words, shown }) => {
    const distance = (item: SearchItem) => Math.abs(Math.abs(Number(item[4])) - yuan)
    const near = (await Promise.all([...new Set(words)].map(async word => (await find('amounts', word)).next(mostAlike)))).flat()
    const alike = near.filter(item => shown(Math.abs(Number(item[4]))) === shown(yuan)).sort((left, right) => distance(left) - distance(right))
    return Promise.all(alike.map(async ([texts, entry, tableOrPage, line, amount, subject, ...edges]): Promise<SearchItem> => {
      const [[title, , department, place, year] = [], document, kind, status] = (await entryOf('documents', Number(entry)))!
      return [texts, document!, tableOrPage!, line!, amount!, subject!, department || place || title || null, year || null, place || null, kind!, status!, ...edges]
    }))
  }))
  return found.flat()
}

/** Departments and subjects: the nearest to what was asked first, departments with the year before others. Projects and sections keep their order, the newest first. */
function rank(list: List, items: readonly SearchItem[], query: string, year: string): readonly SearchItem[] {
  if (list === 'projects' || list === 'sections') return items
  const names = ([texts]: SearchItem) => (list === 'departments' ? texts.slice(0, 4) : texts)
  const lacks = (item: SearchItem) => (list === 'departments' && year && !hasYear(item, year) ? 1e6 : 0)
  const distance = (item: SearchItem) => lacks(item) + Math.min(...names(item).map(text => (text === query ? 0 : text.startsWith(query) ? 1 : text.endsWith(query) ? 2 : 3))) * 100 + names(item).join('').length
  return [...items].sort((left, right) => distance(left) - distance(right))
}

function group(list: List, found: Found, items: readonly SearchItem[], words: readonly string[], year: string, kinds: readonly string[]): HTMLElement {
  const ordered = h('ol', { class: 'hits' })
  const waiting = [...items]
  const show = (some: readonly SearchItem[]) => append(ordered, some.map(item => hit(list, item, words, year, kinds)))
  show(waiting.splice(0, atFirst[list]))
  const more = h('button', {
    type: 'button', class: 'no-print',
    on: {
      click: () => void (async () => {
        const before = ordered.children.length
        show(waiting.length ? waiting.splice(0, 30) : await found.next(atFirst[list]))
        more.hidden = found.done && !waiting.length
        ordered.children[before]?.querySelector('a')?.focus()
      })(),
    },
  }, t('more', t(titleOf(list))))
  more.hidden = found.done && !waiting.length
  return h('section', { class: `hits-of-${list}` }, h('h2', null, t(titleOf(list))), ordered, h('p', null, more))
}

function hit(list: List, item: SearchItem, words: readonly string[], year: string, kinds: readonly string[]): HTMLElement {
  const [texts, ...link] = item
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = texts
  switch (list) {
    case 'departments': {
      const lacks = year !== '' && !hasYear(item, year)
      return h('li', null, h('a', { href: address.department(String(link[0]), '', lacks ? '' : year) }, marked(first, words)),
        h('small', { class: 'soft' }, `${second} · ${t('documents', Number(link[1]))}${link[2] ? ` · ${link[2]}` : ''}${lacks ? ` · ${t('without', year)}` : ''}`))
    }
    case 'subjects':
      return h('li', null, h('a', { href: address.subject(String(link[0]), first) }, h('span', { class: 'code' }, marked(first, words)), ' ', marked(second, words)), h('small', { class: 'soft' }, `${term('classification', String(link[0]))} · ${t('documents', Number(link[1]))}`))
    case 'documents':
      return h('li', null, h('a', { href: address.document(String(link[0])) }, marked(first || [third, fifth].filter(Boolean).join(' ') || second, words)), h('small', { class: 'soft' }, [fourth, third, fifth, term('kind', kinds[Number(link[1])] ?? '')].filter(Boolean).join(' · ')))
    case 'amounts':
      return h('li', null, h('a', { href: link[2] === null ? address.page(String(link[0]), Number(link[1]), [Number(link[10]), Number(link[11]), Number(link[12]), Number(link[13])]) : address.line(String(link[0]), Number(link[1]), String(link[2])) }, withUnit(Number(link[3]))), h('small', { class: 'soft' }, [link[4], link[5], link[6]].filter(Boolean).join(' · ')))
    case 'projects':
      return h('li', null, h('a', { href: address.page(String(link[0]), Number(link[1]), [Number(link[3]), Number(link[4]), Number(link[5]), Number(link[6])]) }, marked(first, words)),
        h('small', { class: 'soft' }, `${link[2] === null ? '' : `${withUnit(Number(link[2]))} · `}`, marked(second || third, words), `${fourth && ` · ${fourth}`} · ${t('page', Number(link[1]))}`))
    case 'sections':
      return h('li', null, h('a', { href: address.section(String(link[0]), String(link[1])) }, marked(first || '—', words)),
        h('small', { class: 'soft' }, marked(third || fourth, words), `${fifth && ` · ${fifth}`} · ${t('page', Number(link[2]))}`), second && h('p', null, marked(second, words, 160)))
  }
}
