// Where the data files of departments and figures lie.
import type { DepartmentFile, FiguresFile, LatestAmount, PeersFile, Phase } from '../contract'
import { load } from '../data'
import { texts } from '../language'
import { term } from '../terms'

const t = texts({ account: ['{0} 年{1}', '{1} {0}'] })

export const loadDepartment = (key: string): Promise<DepartmentFile> => load(`departments/${key.slice(0, 2)}/${encodeURIComponent(key)}.json`)

export const loadFigures = (document: string): Promise<FiguresFile> => load(`documents/${document.slice(0, 2)}/${document}/figures.json`)

export const loadPeers = (kindFile: string, year: number, phase: Phase): Promise<PeersFile> => load(`kinds/${kindFile}/${year}-${phase}.json`)

/** 2026 年预算 */
export const accountName = (year: number, phase: string): string => t('account', year, term('phase', phase))

/** 2025 年调整预算 · 全域 */
export const latestOf = ([year, , phase, level]: LatestAmount): string => [accountName(year, phase), ...(level ? [term('governmentLevel', level)] : [])].join(' · ')
