// A figure as it is cited in a text: who published it, in which document, on which page, and where its evidence lies.
import type { DocumentFile } from '../../contract'
import { cents } from '../../language'

/** A figure of a document. */
export interface Cited {
  readonly name: string
  readonly value: string
  readonly unit: string | null
  readonly yuan: number
  readonly page: number
}

/**
 * @param link The address of the figure in this site.
 * @param day The day on which it was looked at: 2026-11-21.
 */
export function citation(file: DocumentFile, cited: Cited, link: string, day: string, chinese: boolean): string {
  const title = file.title ?? file.archiveLocation.split('/').at(-1)!
  const source = file.sourceUrl ?? file.landingUrl
  const printed = `${cited.value}${cited.unit ? ` ${cited.unit}` : ''}`
  return chinese
    ? `${file.department ? `${file.department}：` : ''}《${title}》，第 ${cited.page} 页，${cited.name}：${printed}（${cents(cited.yuan)} 元）。${source ? `来源：${source}。` : ''}` +
      `文件 SHA-256：${file.id}。凭证：${link}，${day} 查阅。`
    : `${file.department ? `${file.department}. ` : ''}“${title}”${file.year ? ` (${file.year})` : ''}, p. ${cited.page}: ${cited.name}, ${printed} (CNY ${cents(cited.yuan)}). ` +
      `${source ? `Source: ${source}. ` : ''}SHA-256 of the file: ${file.id}. Evidence: ${link}, accessed ${day}.`
}
