// usage: node typeset.mjs [--folder FOLDER] [name ...]   Typesets FOLDER/sources/*.txt as PDFs in FOLDER, the corpus unless told otherwise.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSource } from './source.mjs';
import { toHtml } from './html.mjs';
import { toText } from './fodt.mjs';
import { toSpreadsheet } from './fods.mjs';

const [option, folder] = process.argv.slice(2);
const corpus = option === '--folder' ? resolve(folder) : join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(option === '--folder' ? 4 : 2);

function withChromium(document, work) {
  const page = join(work, `${document.name}.html`);
  const pdf = join(work, `${document.name}.pdf`);
  writeFileSync(page, toHtml(document));
  execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-pdf-tagging', '--no-pdf-header-footer',
    `--user-data-dir=${join(work, 'chromium')}`, `--print-to-pdf=${pdf}`, `file://${page}`], { stdio: 'ignore' });
  return pdf;
}

function withOffice(document, work, extension, text, filter) {
  const file = join(work, `${document.name}.${extension}`);
  writeFileSync(file, text);
  execFileSync('soffice', [`-env:UserInstallation=file://${join(work, 'office')}`, '--headless', '--convert-to', `pdf:${filter}`,
    '--outdir', work, file], { stdio: 'ignore', env: { ...process.env, SAL_USE_VCLPLUGIN: 'svp' } });
  return join(work, `${document.name}.pdf`);
}

const producers = {
  chromium: (d, work) => withChromium(d, work),
  writer: (d, work) => withOffice(d, work, 'fodt', toText(d), 'writer_pdf_Export'),
  calc: (d, work) => withOffice(d, work, 'fods', toSpreadsheet(d), 'calc_pdf_Export'),
};

/** Overwrites dates (with the document's own) and file identifiers in place, byte for byte: no offset moves, and the same
 * sources and programs give the same bytes on any day. */
function fixDates(pdf, date) {
  let text = readFileSync(pdf, 'latin1');
  text = text.replace(/\((D:)(\d{14})((?:[+-]\d\d'\d\d'|Z)?)/g, (_, d, now, zone) => `(${d}${date}090000${zone.replace(/\d/g, '0')}`);
  text = text.replace(/\/ID\s*\[\s*<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*\]/g, (id) => id.replace(/<[0-9A-Fa-f]+>/g, (hex) => `<${'0'.repeat(hex.length - 2)}>`));
  text = text.replace(/\/DocChecksum\s*\/[0-9A-F]+/g, (sum) => sum.replace(/[0-9A-F]+$/, (hex) => '0'.repeat(hex.length)));
  writeFileSync(pdf, text, 'latin1');
}

const quoted = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** One row a document: what it is (from the source) and what its bytes are (from the PDF). */
function writeManifest(documents) {
  const rows = documents.map((d) => {
    const bytes = readFileSync(join(corpus, `${d.name}.pdf`));
    const info = execFileSync('pdfinfo', [join(corpus, `${d.name}.pdf`)], { encoding: 'utf8' });
    const field = (name) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(info)[1];
    return [`${d.name}.pdf`, createHash('sha256').update(bytes).digest('hex'), bytes.length, field('Pages'), field('Producer'),
      d.division, d.department, d.year, d.kind, d.title].map((v) => quoted(String(v))).join(',');
  });
  const header = 'file,sha256,bytes,pages,producer,division_code,department_name,fiscal_year,kind,title';
  writeFileSync(join(corpus, 'manifest.csv'), `${[header, ...rows].join('\n')}\n`);
}

const work = mkdtempSync(join(tmpdir(), 'typeset-'));
const documents = [];
try {
  for (const file of readdirSync(join(corpus, 'sources')).filter((f) => f.endsWith('.txt')).sort()) {
    const name = basename(file, '.txt');
    const document = readSource(join(corpus, 'sources', file));
    documents.push(document);
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    if (document.name !== name) throw new Error(`${file} calls itself ${document.name}`);
    const pdf = producers[document.producer](document, work);
    fixDates(pdf, document.date);
    writeFileSync(join(corpus, `${name}.pdf`), readFileSync(pdf));
    console.log(`${name}.pdf`);
  }
  writeManifest(documents);
} finally {
  rmSync(work, { recursive: true, force: true });
}
