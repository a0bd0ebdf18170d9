import { expect, test } from 'vitest'
import type { DocumentFile } from '../../../src/Extractor.Site/web/src/contract'
import { citation } from '../../../src/Extractor.Site/web/src/pages/document/citation'

const cited = { name: '招商引资', value: '8,403', unit: '万元', yuan: 84_030_000, page: 20 }
const file = { id: 'a4c9', title: '2022年部门预算', department: '投资推广中心', year: 2022, archiveLocation: 'corpus/a.pdf', sourceUrl: 'https://example.gov.cn/a.pdf' } as DocumentFile

test('citation_Chinese_NamesDocumentPageHashAndAddress', () => expect(citation(file, cited, 'https://desk/#/x', '2026-11-21', true)).toBe(
  '投资推广中心：《2022年部门预算》，第 20 页，招商引资：8,403 万元（84,030,000.00 元）。来源：https://example.gov.cn/a.pdf。文件 SHA-256：a4c9。凭证：https://desk/#/x，2026-11-21 查阅。'))

test('citation_English_NamesDocumentPageHashAndAddress', () => expect(citation(file, cited, 'https://desk/#/x', '2026-11-21', false)).toBe(
  '投资推广中心. “2022年部门预算” (2022), p. 20: 招商引资, 8,403 万元 (CNY 84,030,000.00). Source: https://example.gov.cn/a.pdf. SHA-256 of the file: a4c9. Evidence: https://desk/#/x, accessed 2026-11-21.'))

test('citation_WhatIsNotKnown_IsLeftOut', () => expect(citation({ id: 'a4c9', archiveLocation: 'corpus/a.pdf' } as DocumentFile, { ...cited, unit: null }, 'L', 'D', true)).toBe(
  '《a.pdf》，第 20 页，招商引资：8,403（84,030,000.00 元）。文件 SHA-256：a4c9。凭证：L，D 查阅。'))
