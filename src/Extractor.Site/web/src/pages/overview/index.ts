import { load } from '../../data'
import { h } from '../../dom'
import { number, texts } from '../../language'
import type { Site } from '../../contract'
import type { OpenPage } from '../../page'

const t = texts({ title: ['概览', 'Overview'], documents: ['文件', 'documents'] })

export const open: OpenPage = async () => {
  const site = await load<Site>('site.json')
  return { title: t('title'), element: h('section', null, h('h1', null, t('title')), h('p', null, `${number(site.documents)} ${t('documents')}`)) }
}
