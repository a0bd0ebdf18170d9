// The narrative, heading by heading, with what its figures were compared with.
import { h } from '../../dom'
import { texts } from '../../language'
import { address } from '../../page'
import type { OpenDocument } from './model'

const t = texts({
  none: ['没有读到文字章节。', 'No narrative was read.'],
  page: ['第 {0} 页', 'page {0}'],
  untitled: ['（无标题）', '(no heading)'],
})

export class Sections {
  readonly element: HTMLElement

  constructor(private readonly document: OpenDocument) {
    const { sections } = document.file
    this.element = h('div', { class: 'sections' }, sections.length === 0 ? h('p', { class: 'soft' }, t('none')) : sections.map(section =>
      h('section', { class: `depth-${Math.min(5, section.depth)}`, 'data-section': section.id },
        h('h3', null,
          h('a', { href: address.section(document.file.id, section.id) }, section.heading ?? t('untitled')), ' ',
          h('a', { class: 'soft page', href: address.page(document.file.id, section.pageFirst) }, t('page', section.pageFirst))),
        section.text?.split('\n').map(paragraph => h('p', null, paragraph)))))
  }

  /** Brings a section into view; its first page is told. */
  show(id: string): number | undefined {
    const element = [...this.element.children].find(child => (child as HTMLElement).dataset.section === id)
    for (const child of this.element.children) child.classList.toggle('chosen', child === element)
    element?.scrollIntoView({ block: 'start' })
    return this.document.file.sections.find(section => section.id === id)?.pageFirst
  }
}
