// What the text and the spreadsheet form of OpenDocument share: name spaces, named styles made on demand, text with breaks.
import { escapeXml } from './source.mjs';

const NAMESPACES = Object.entries({
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0', style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0', table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  dc: 'http://purl.org/dc/elements/1.1/', meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
}).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ');

export const ALIGN = { L: 'start', C: 'center', R: 'end' };

/** Automatic styles: the same properties give the same name. */
export class Styles {
  #named = new Map();

  add(family, attributes, properties) {
    const body = `style:family="${family}"${attributes}>${properties}`;
    if (!this.#named.has(body)) this.#named.set(body, `${family.replace('-', '')}${this.#named.size + 1}`);
    return this.#named.get(body);
  }

  toXml() {
    return [...this.#named].map(([body, name]) => `<style:style style:name="${name}" ${body}</style:style>`).join('\n');
  }
}

/** Text with its runs of spaces and its line breaks kept. */
export const runs = (text) => escapeXml(text)
  .replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)
  .replaceAll('\n', '<text:line-break/>');

export const fontNames = (font) => `style:font-name="${font}" style:font-name-asian="${font}" style:font-name-complex="${font}"`;

export const fontSize = (pt) => `fo:font-size="${pt}pt" style:font-size-asian="${pt}pt" style:font-size-complex="${pt}pt"`;

export function pageLayout(name, width, height, margins) {
  const [top, right, bottom, left] = margins;
  return `<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="${width}mm" fo:page-height="${height}mm"`
    + ` style:print-orientation="${width > height ? 'landscape' : 'portrait'}" fo:margin-top="${top}mm" fo:margin-right="${right}mm"`
    + ` fo:margin-bottom="${bottom}mm" fo:margin-left="${left}mm"/>`
    + `<style:header-style/><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout>`;
}

export function envelope(kind, document, fonts, defaults, automatic, master, body) {
  const faces = [...new Set(fonts)].map((f) => `<style:font-face style:name="${f}" svg:font-family="'${f}'"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.${kind}">`
    + `<office:meta><dc:title>${escapeXml(document.title)}</dc:title></office:meta>`
    + `<office:font-face-decls>${faces}</office:font-face-decls><office:styles>${defaults}</office:styles>`
    + `<office:automatic-styles>${automatic}</office:automatic-styles><office:master-styles>${master}</office:master-styles>`
    + `<office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>\n`;
}
