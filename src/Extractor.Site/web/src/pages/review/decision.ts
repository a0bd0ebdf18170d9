// The decision of a reviewer on a finding: shown everywhere, saved where `extractor serve` can save it.
import { forget, load, reviewToken } from '../../data'
import { append, h } from '../../dom'
import { texts } from '../../language'
import { term } from '../../terms'
import type { Decision, Reviews, Site } from '../../contract'

const t = texts({
  title: ['复核决定', 'Decision'],
  by: ['{0}，{1}', '{0}, {1}'],
  note: ['说明', 'Note'],
  name: ['姓名', 'Your name'],
  many: ['对列出的 {0} 项未决定的发现作同一决定', 'One decision for all {0} undecided findings listed'],
  save: ['保存', 'Save'],
  saved: ['已保存', 'Saved'],
  failed: ['没有保存：{0}', 'Not saved: {0}'],
  readOnly: ['尚无决定。用 extractor serve 打开本站，即可保存决定。', 'No decision yet. Open this site with extractor serve to save one.'],
  choose: ['请选择一项决定并填写姓名。', 'Choose a decision and give your name.'],
})

const decisions: readonly Decision[] = ['accepted_as_printed', 'our_error', 'source_error']
const nameKey = 'extractor.reviewer'

/** What was decided, in one line. */
export const decisionLine = (review: Reviews[string]): HTMLElement => h('p', { class: 'decided' },
  h('span', { class: `badge decision ${review.decision}` }, term('decision', review.decision)), ' ',
  review.note ? `${review.note} ` : null,
  h('span', { class: 'soft' }, t('by', review.reviewer, review.time.replace('T', ' ').replace('Z', ' UTC'))))

/** What was decided, and the form to decide anew where decisions can be saved. */
export function decisionForm(finding: string, document: string, review: Reviews[string] | undefined, saved?: () => void): HTMLElement {
  const holder = h('div', { class: 'decision-form' })
  const shown = h('div', null, review ? decisionLine(review) : null)
  holder.append(shown)
  void load<Site>('site.json').then(() => {
    if (!reviewToken) {
      if (!review) append(holder, h('p', { class: 'soft' }, t('readOnly')))
      return
    }
    append(holder, form([{ id: finding, document }], review, async () => {
      const now = (await load<Reviews>('reviews.json'))[finding]
      shown.replaceChildren(now ? decisionLine(now) : '')
      saved?.()
    }))
  })
  return holder
}

/** One decision for all findings of a list, each of which gets it. */
export function decisionForMany(findings: readonly { readonly id: string; readonly document: string }[], saved: () => void): HTMLElement {
  return h('details', { class: 'decision-form' }, h('summary', null, t('many', findings.length)), form(findings, undefined, async () => saved()))
}

function form(findings: readonly { readonly id: string; readonly document: string }[], review: Reviews[string] | undefined, saved: () => Promise<void>): HTMLElement {
  const message = h('span', { role: 'status' })
  const note = h('textarea', { rows: 2, maxlength: 4000, 'aria-label': t('note'), placeholder: t('note') })
  const name = h('input', { maxlength: 100, 'aria-label': t('name'), placeholder: t('name'), autocomplete: 'name', value: localStorage.getItem(nameKey) ?? '' })
  const radios = decisions.map(decision => h('input', { type: 'radio', name: `decision-${findings[0]!.id}${findings.length > 1 ? '-all' : ''}`, value: decision, checked: review?.decision === decision }))
  return h('form', {
    on: {
      submit: event => {
        event.preventDefault()
        const decision = radios.find(radio => radio.checked)?.value as Decision | undefined
        if (!decision || !name.value.trim()) {
          message.textContent = t('choose')
          return
        }
        localStorage.setItem(nameKey, name.value.trim())
        void (async () => {
          for (const { id, document } of findings) {
            const fault = await save({ finding: id, document, decision, note: note.value, reviewer: name.value })
            if (fault === null) continue
            message.textContent = t('failed', fault)
            return
          }
          message.textContent = t('saved')
          forget('reviews.json')
          await saved()
        })()
      },
    },
  },
  h('fieldset', null, h('legend', null, t('title')),
    radios.map((radio, index) => h('label', null, radio, ' ', term('decision', decisions[index])))),
  note, h('div', { class: 'row' }, name, h('button', { type: 'submit' }, t('save')), message))
}

/** What went wrong; null where it was saved. */
async function save(decision: { finding: string; document: string; decision: Decision; note: string; reviewer: string }): Promise<string | null> {
  try {
    const answer = await fetch('reviews', {
      method: 'POST', body: JSON.stringify(decision), headers: { 'Content-Type': 'application/json', 'Extractor-Review-Token': reviewToken ?? '' },
    })
    return answer.ok ? null : await answer.text()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
