// Elements are made here and nowhere else. Text becomes text: nothing from a document is ever read as markup, style or address.

type Child = Node | string | number | null | undefined | false | readonly Child[]

interface Attributes {
  /** Handlers by event. */
  readonly on?: { readonly [event in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[event]) => void }
  /** An address within this site (`#/…`, or one made by `outside`). */
  readonly href?: string
  readonly [name: string]: unknown
}

const refused = /^(style|src|srcdoc|on.+)$/i

/** An element with attributes and children; null, undefined and false leave a place empty. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes?: Attributes | null, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  give(element, attributes)
  append(element, children)
  return element
}

function give(element: Element, attributes?: Attributes | null): void {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name === 'on') {
      for (const [event, handler] of Object.entries(value as object)) element.addEventListener(event, handler as EventListener)
    } else if (refused.test(name) || (name === 'href' && !/^(#|https?:\/\/|data\/|documents\/|read\/|feed\.xml|contradictions\.xml)/.test(String(value)))) {
      throw new Error(`attribute ${name} is not set from here`)
    } else if (value === true) {
      element.setAttribute(name, '')
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value))
    }
  }
}

/** A part of a picture in SVG; the same refusals as `h`. */
export function s<K extends keyof SVGElementTagNameMap>(tag: K, attributes?: Attributes | null, ...children: Child[]): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  give(element, attributes)
  append(element, children)
  return element
}

/** Adds children as `h` does. */
export function append(element: Element, children: Child): void {
  if (Array.isArray(children)) {
    for (const child of children as readonly Child[]) append(element, child)
  } else if (children !== null && children !== undefined && children !== false) {
    element.append(children instanceof Node ? children : String(children))
  }
}

/** The address if it leads to a web page outside; null for anything else, such as `javascript:`. */
export function outside(address: string | undefined): string | null {
  if (!address) return null
  try {
    const url = new URL(address)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}
