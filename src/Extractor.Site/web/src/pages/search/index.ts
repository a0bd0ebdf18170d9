import { h } from '../../dom'
import { texts } from '../../language'
import type { OpenPage } from '../../page'

const t = texts({ title: ['检索', 'Search'] })

export const open: OpenPage = async () => ({ title: t('title'), element: h('h1', null, t('title')) })
