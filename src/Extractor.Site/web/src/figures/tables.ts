// Every table of a page as a file for spreadsheets: what is shown, and where the first figure of a row is printed.
import { h } from '../dom'
import { texts } from '../language'
import { saveCsv, type CsvValue } from './csv'

const t = texts({
  save: ['此表存为 CSV', 'This table as CSV'],
  evidence: ['凭证', 'evidence'],
})

/** Puts a button below each table that comes into an element, now and later. */
export function offerTables(within: HTMLElement): void {
  const offer = () => {
    for (const table of within.querySelectorAll<HTMLTableElement>('.scroll > table:only-child:not(.grid)')) {
      table.after(h('p', { class: 'save-as no-print' }, h('button', { type: 'button', class: 'small', on: { click: () => saveTable(table) } }, t('save'))))
    }
  }
  new MutationObserver(offer).observe(within, { childList: true, subtree: true })
}

function saveTable(table: HTMLTableElement): void {
  const [head = [], ...rows] = [...table.rows].filter(row => row.cells.length > 0).map(row => [...row.cells])
  const site = location.href.split('#', 1)[0]
  const values = rows.map(cells => {
    const leads = cells.map(cell => cell.querySelector<HTMLAnchorElement>('a[href*="/line/"], a[href*="/page/"]')).find(link => link)
    return [...cells.flatMap(valuesOf), leads ? `${site}${leads.getAttribute('href')}` : null]
  })
  const name = table.closest('section')?.querySelector('h2')?.textContent ?? document.title
  const columns = Math.max(...values.map(row => row.length - 1), 0)
  const fields = head.flatMap(valuesOf).map(String)
  saveCsv(name, [...Array.from({ length: columns }, (_, index) => fields[index] ?? ''), t('evidence')], values.map(row => [...row.slice(0, -1), ...Array<null>(columns - row.length + 1).fill(null), row.at(-1)!]))
}

/** A cell over several columns leaves the rest of them empty. */
function valuesOf(cell: HTMLTableCellElement): CsvValue[] {
  const shown = (cell.classList.contains('number') && cell.querySelector('a')) || cell
  const text = [...shown.childNodes].filter(node => !(node instanceof Element && node.matches('.visually-hidden, .proof-mark, .sign, button.remove, select'))).map(node => node.textContent).join('').replace(/\s+/g, ' ').trim()
  const plain = text.replaceAll(',', '')
  const value = text === '—' ? null : cell.classList.contains('number') && /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
  return [value, ...Array<null>(cell.colSpan - 1).fill(null)]
}
