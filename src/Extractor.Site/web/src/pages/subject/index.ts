import { h } from '../../dom'
import { texts } from '../../language'
import type { OpenPage } from '../../page'

const t = texts({ title: ['科目', 'Subject'] })

export const open: OpenPage = async () => ({ title: t('title'), element: h('h1', null, t('title')) })
