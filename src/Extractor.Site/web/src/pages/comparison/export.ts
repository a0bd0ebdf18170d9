// The comparison as a file: every line with its origin, so that each number can be traced without this site.
import writeXlsxFile, { type Row } from 'write-excel-file/universal'
import { save, saveCsv, type CsvValue } from '../../figures/csv'
import { address } from '../../page'
import { texts } from '../../language'
import type { Classification, Column, ComparedRow } from './columns'

const t = texts({
  comparison: ['比较', 'Comparison'],
  lines: ['明细与凭证', 'Lines and evidence'],
  code: ['科目代码', 'Code'],
  name: ['科目名称', 'Subject'],
  file: ['部门比较', 'comparison'],
  yuan: ['（元）', ' (yuan)'],
})

const proofs = ['proven', 'unproven', 'contradicted'] as const
const classifications: Record<Classification, string> = { functional: 'functional', economic: 'department_economic' }

/** Names of the data dictionary. */
const fields = [
  'division_code', 'division_name', 'department_name', 'fiscal_year', 'phase', 'scope', 'classification', 'subject_code', 'subject_level', 'subject_name', 'unit_name', 'fund',
  'amount_yuan', 'proof', 'lines', 'page_number', 'document_id', 'line_id', 'evidence',
] as const
const numbers: readonly string[] = ['fiscal_year', 'amount_yuan', 'lines', 'page_number']

/** One row a fact; where it is the sum of more than one line, page and line are those of the first. */
export function linesOf(columns: readonly Column[], classification: Classification): (string | number | null)[][] {
  const site = location.href.split('#', 1)[0]
  return columns.flatMap(({ figures }) => (figures?.[classification] ?? []).map(([code, name, unitName, fund, figure]) => [
    figures!.divisionCode ?? null, figures!.divisionName ?? null, figures!.name, figures!.year, figures!.phase, figures!.scope, classifications[classification],
    code, code === null ? null : code.length === 3 ? 'class' : code.length === 5 ? 'group' : 'item', name, unitName, fund,
    figure[0], proofs[figure[1]], figure[5], figure[4], figures!.id, figure[3], `${site}${address.line(figures!.id, figure[2], figure[3])}`,
  ]))
}

export const saveLines = (rows: readonly (readonly CsvValue[])[]): void => saveCsv(t('file'), fields, rows)

export async function saveXlsx(columns: readonly Column[], compared: readonly ComparedRow[], lines: readonly (readonly (string | number | null)[])[]): Promise<void> {
  const text = (value: string | null) => (value === null || value === '' ? null : { value, type: String })
  const head = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })
  const money = (value: number | undefined) => (value === undefined ? null : { value, type: Number, format: '#,##0.00' })
  const first: Row[] = [
    [head(t('code')), head(t('name')), ...columns.map(column => head(`${column.department?.name ?? column.account} ${column.figures?.year ?? ''}${t('yuan')}`))],
    ...compared.map(row => [text(row.code), text(row.name), ...row.figures.map(figure => money(figure?.[0]))]),
  ]
  const second: Row[] = [
    fields.map(head),
    ...lines.map(row => row.map((value, at) => (typeof value === 'number' ? (fields[at] === 'amount_yuan' ? money(value)! : { value, type: Number }) : text(value)))),
  ]
  const blob = await writeXlsxFile([
    { data: first, sheet: t('comparison'), stickyRowsCount: 1, stickyColumnsCount: 2, columns: [{ width: 12 }, { width: 32 }, ...columns.map(() => ({ width: 26 }))] },
    { data: second, sheet: t('lines'), stickyRowsCount: 1, columns: fields.map(field => ({ width: numbers.includes(field) ? 16 : field.endsWith('name') ? 28 : 18 })) },
  ]).toBlob()
  save(blob, `${t('file')}.xlsx`)
}
