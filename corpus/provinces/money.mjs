// The money of a made-up department: atoms that every table of its budget adds up, so that all tables agree by making.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const subjects = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'pipelines', 'subjects');

/** Names of a catalogue in a year: code to name. */
function namesOf(file, year) {
  const [header, ...rows] = readFileSync(join(subjects, file), 'utf8').trim().split('\n').map((line) => line.match(/("[^"]*"|[^,]*)(,|$)/g)
    .map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '')));
  const at = Object.fromEntries(header.map((name, index) => [name, index]));
  const names = new Map();
  for (const row of rows) {
    const fits = row[at.status] === 'current' && !(Number(row[at.valid_from]) > year) && !(row[at.valid_to] && Number(row[at.valid_to]) < year);
    if (fits && !names.has(row[at.code])) names.set(row[at.code], row[at.name]);
  }
  return names;
}

export function cataloguesOf(year) {
  const functional = namesOf('functional.csv', year);
  const department = namesOf('economic_department.csv', year);
  const government = namesOf('economic_government.csv', year);
  const of = (names) => (code) => names.get(code) ?? (() => { throw new Error(`${code} has no name in ${year}`); })();
  return { functional: of(functional), department: of(department), government: of(government) };
}

const ADMIN = {
  personnel: ['30101', '30102', '30103', '30199'],
  public: ['30201', '30205', '30207', '30211', '30213', '30215', '30216', '30217', '30228', '30231', '30239', '30299'],
  around: [['2080501', '30302'], ['2080505', '30108'], ['2080506', '30109'], ['2101101', '30110'], ['2101103', '30111'], ['2210201', '30113']],
};
const INSTITUTION = {
  personnel: ['30101', '30102', '30107', '30112'],
  public: ['30201', '30206', '30209', '30211', '30216', '30226', '30228', '30299'],
  around: [['2080502', '30302'], ['2080505', '30108'], ['2080506', '30109'], ['2101102', '30110'], ['2210201', '30113']],
};

/** The class of the government's economic list that an economic subject of a department falls into. */
export function governmentClass(economic, institution) {
  const known = {
    30302: '50905', 30305: '50901', 30304: '50901', 30399: '50999',
    30215: '50202', 30216: '50203', 30217: '50206', 30227: '50205', 30231: '50208', 30213: '50209', 30299: '50299',
    30113: '50103', 30199: '50199', 31002: '50306', 31003: '50306', 31001: '50301', 31005: '50302', 31299: '50799',
  };
  if (economic.startsWith('303')) return known[economic];
  if (institution) return economic.startsWith('301') ? '50501' : economic.startsWith('302') ? '50502' : '50601';
  if (known[economic]) return known[economic];
  if (economic.startsWith('301')) return Number(economic) >= 30108 && Number(economic) <= 30112 ? '50102' : '50101';
  return '50201';
}

/**
 * Atoms { unit, functional, fund, part, project, economic, government, carried, cents }: fund is general_public, government_fund,
 * state_capital, special_account or unit_funds; part is personnel, public or project; cents are hundredths of the unit of money.
 * A unit: { code, name, institution, run, projects: [[functional, fund, name, economic, carried]], own: unit funds of its basic money }.
 */
export function atomsOf(units, random, scale = 1) {
  const atoms = [];
  const cents = (low, high) => random.whole(low, high) * scale;
  for (const unit of units) {
    const kind = unit.institution ? INSTITUTION : ADMIN;
    const add = (functional, fund, part, economic, amount, more = {}) => atoms.push({
      unit, functional, fund, part, economic, government: governmentClass(economic, unit.institution), project: null, carried: false, cents: amount, ...more });
    for (const economic of kind.personnel) add(unit.run, 'general_public', 'personnel', economic, cents(2100, 98000));
    for (const economic of kind.public) add(unit.run, 'general_public', 'public', economic, cents(110, 9900));
    for (const [functional, economic] of kind.around) add(functional, 'general_public', 'personnel', economic, cents(900, 24000));
    if (unit.own) add(unit.run, 'unit_funds', 'personnel', '30107', cents(5000, 30000));
    if (unit.own) add(unit.run, 'unit_funds', 'public', '30201', cents(900, 4000));
    for (const [functional, fund, project, economic, carried = false] of unit.projects) {
      add(functional, fund, 'project', economic, cents(1500, 88000), { project, carried });
    }
  }
  return atoms;
}

export const sum = (atoms, test = () => true) => atoms.reduce((total, atom) => (test(atom) ? total + atom.cents : total), 0);

/** Codes of some lengths that atoms fall under, in their order: [{ code, level, parent, atoms }]. */
export function treeOf(atoms, of, lengths) {
  const codes = new Set(atoms.flatMap((atom) => lengths.map((length) => of(atom).slice(0, length))));
  return [...codes].sort().map((code) => {
    const level = lengths.indexOf(code.length);
    return { code, level, last: level === lengths.length - 1, parent: level > 0 ? code.slice(0, lengths[level - 1]) : null,
      atoms: atoms.filter((atom) => of(atom).startsWith(code)) };
  });
}
