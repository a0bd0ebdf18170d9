// The data files that `extractor site` writes below data/ and these pages read. The words are those of DATA_DICTIONARY.md.
// A property that is not known is left out. Money is in yuan. Boxes are [left, top, right, bottom] in points on the upright
// page, origin at the top left; pages count from 1.

export type Box = readonly [left: number, top: number, right: number, bottom: number]
export type Proofs = readonly [proven: number, contradicted: number, unproven: number]
export type Severity = 'error' | 'warning' | 'note'

/** data/site.json */
export interface Site {
  readonly documents: number
  readonly tables: number
  readonly statuses: Readonly<Record<string, number>>
  readonly pages: Readonly<Record<string, number>>
  readonly checks: Readonly<Record<string, number>>
  readonly findings: Readonly<Record<string, number>>
  /** Requests of the harvest by outcome. */
  readonly fetches: Readonly<Record<string, number>>
  readonly decisions: number
  readonly proofs: Proofs
  readonly run?: {
    readonly id: string
    readonly definition?: string
    readonly startedAt?: string
    readonly finishedAt?: string
    readonly extractorVersion: string
    readonly new: number
    readonly changed: number
    readonly unchanged: number
    readonly quarantined: number
    readonly exitCode?: number
  }
}

/** data/overview.json: by province and year */
export type Overview = readonly {
  /** Two digits; `none` for documents of which no place is known. */
  readonly code: string
  readonly years: readonly {
    readonly year?: number
    readonly expected: number
    readonly found: number
    readonly complete: number
    readonly partial: number
    readonly quarantined: number
    readonly missing: number
    readonly proofs: Proofs
  }[]
}[]

/** data/coverage/PROVINCE.json */
export type Coverage = readonly {
  readonly code?: string
  readonly name?: string
  readonly departments: readonly {
    readonly name?: string
    /** Where a document of it was found. */
    readonly key?: string
    readonly documents: readonly CoveredDocument[]
  }[]
}[]

export interface CoveredDocument {
  readonly year?: number
  readonly kind: string
  readonly expected: boolean
  readonly state: 'complete' | 'partial' | 'quarantined' | 'missing'
  /** Why it is missing. */
  readonly reason?: string
  readonly id?: string
  readonly pages?: number
  /** Errors and warnings. */
  readonly findings?: number
  readonly proofs?: Proofs
}

/** data/documents/ab/HASH/document.json */
export interface DocumentFile {
  readonly id: string
  /** documents/HASH.pdf is in the site. */
  readonly hasFile: boolean
  readonly title?: string
  readonly department?: string
  /** departments/44/KEY.json is of it. */
  readonly departmentKey?: string
  readonly divisionCode?: string
  readonly divisionName?: string
  readonly provinceCode?: string
  readonly year?: number
  readonly kind: string
  readonly scope?: string
  readonly status: 'complete' | 'partial' | 'quarantined'
  readonly statusReason?: string
  readonly identity: string
  readonly issuerEvidence: string
  readonly yearEvidence: string
  readonly textLayer: string
  readonly archiveLocation: string
  readonly sourceUrl?: string
  readonly landingUrl?: string
  readonly retrievedAt?: string
  readonly producer?: string
  readonly byteLength: number
  readonly supersedes?: string
  readonly extractorVersion: string
  readonly pages: readonly (readonly [width: number, height: number, state: string, reason: string | null, rotation: number])[]
  readonly tables: readonly TableHeader[]
  readonly sections: readonly Section[]
  readonly stated: readonly StatedFigure[]
  readonly findings: readonly Finding[]
}

export interface TableHeader {
  readonly ordinal: number
  /** tables-FILE.json holds it. */
  readonly file: number
  readonly key: string
  readonly number?: string
  readonly title?: string
  readonly unit?: string
  readonly unitEvidence: string
  readonly pageFirst: number
  readonly pageLast: number
  readonly rows: number
  readonly columns: number
  readonly headerRows: number
  readonly method: string
  readonly declaredEmpty?: true
  readonly proofs: Proofs
}

export interface Section {
  readonly id: string
  readonly depth: number
  readonly key: string
  readonly heading?: string
  readonly text?: string
  readonly pageFirst: number
  readonly pageLast: number
}

export interface StatedFigure {
  readonly section: string
  readonly key: string
  readonly amount?: number
  readonly quantity?: number
  readonly percent?: number
  readonly sentence: string
  readonly page: number
  readonly box?: Box
}

export interface Finding {
  readonly id: string
  readonly rule: string
  readonly severity: Severity
  readonly zh: string
  readonly en: string
  readonly page?: number
  readonly box?: Box
  readonly expected?: string
  readonly actual?: string
  /** Everywhere it shows; `places` lists the first thousand, the first one included. Not in the queue of the review. */
  readonly count: number
  readonly places?: readonly { readonly page?: number; readonly box?: Box; readonly expected?: string; readonly actual?: string }[]
  /** The failed sum that it reports, and the table with its first line. */
  readonly check?: string
  readonly table?: number
}

/** data/documents/ab/HASH/tables-N.json */
export type TablesFile = readonly TableFile[]

export interface TableFile {
  readonly ordinal: number
  readonly cells: readonly CellRow[]
  /** Header paths, by their number. */
  readonly paths: readonly string[]
  readonly lines: readonly LineRow[]
  readonly meanings: readonly Meaning[]
  readonly subjects: readonly Subject[]
  readonly checks: readonly CheckRow[]
}

/** `parts` holds five numbers a page that the cell stands on: page, left, top, right, bottom. */
export type CellRow = readonly [
  row: number, column: number, rowSpan: number, columnSpan: number, header: 0 | 1, path: number, text: string | null, parts: readonly number[],
]

/** `meaning` and `subject` are numbers in the lists of the table, `parent` is that of a line; -1 is none. */
export type LineRow = readonly [
  id: string, row: number, column: number, meaning: number, subject: number, role: string, leaf: 0 | 1,
  amount: number, proof: 'proven' | 'contradicted' | 'unproven', value: string, unit: string | null, parent: number,
]

export interface Meaning {
  readonly phase: string
  readonly direction: string
  readonly period: string
  readonly classification: string
  readonly component: string
  readonly fund: string
}

export interface Subject {
  readonly code?: string
  readonly level?: string
  readonly name?: string
  readonly codeAsPrinted?: string
  readonly nameAsPrinted?: string
  readonly evidence: string
  readonly edition?: string
  readonly item?: string
  readonly unit?: string
}

/** `members` holds two numbers a line: ordinal of its table, number in that table. The first line is what was expected. */
export type CheckRow = readonly [
  id: string, rule: string, outcome: 'holds' | 'fails' | 'not_applicable',
  expected: number | null, actual: number | null, difference: number | null, tolerance: number | null, members: readonly number[],
]

/** data/findings.json: the queue of the review; findings/SEVERITY-RULE-N.json holds a hundred each. */
export type FindingQueue = readonly {
  readonly severity: Severity
  readonly rule: string
  readonly count: number
  readonly files: number
}[]

export interface QueuedFinding extends Finding {
  readonly document: string
  readonly department?: string
  readonly divisionName?: string
  readonly year?: number
  readonly archiveLocation: string
  /** By how much the sums that it reports miss. */
  readonly yuan?: number
}

/** data/review/documents.json; review/largest.json holds those of all kinds with most yuan at stake */
export interface DocumentToReview {
  readonly document: string
  readonly department?: string
  readonly divisionName?: string
  readonly year?: number
  readonly archiveLocation: string
  /** Errors and warnings. */
  readonly count: number
  readonly yuan: number
}

export type Decision = 'accepted_as_printed' | 'our_error' | 'source_error'

/** data/reviews.json: the last decision on each finding, by its id. */
export type Reviews = Readonly<Record<string, {
  readonly document: string
  readonly decision: Decision
  readonly note: string
  readonly reviewer: string
  readonly time: string
}>>

/**
 * An amount and the line that printed it, or the first of the `lines` lines whose sum it is; `proof` is that of the weakest.
 * With edges: those of the sentence on the page that states what no table prints.
 */
export type Figure = readonly [amount: number, proof: FigureProof, table: number, line: string, page: number, lines: number, ...sentence: Box | []]
/** 0 proven, 1 unproven, 2 contradicted */
export type FigureProof = 0 | 1 | 2
export type Phase = 'budget' | 'final_accounts'

/** The budget or final accounts of a department for a year, as one document publishes it. */
export interface Account {
  /** Of the document. */
  readonly id: string
  readonly year: number
  readonly phase: Phase
  readonly scope: string
  readonly status: string
}

export interface Total {
  readonly current?: Figure
  readonly prior?: Figure
  readonly change?: Figure
}

/** data/departments/44/KEY.json */
export interface DepartmentFile {
  readonly key: string
  readonly name: string
  /** What it is wherever it is; kinds/KINDFILE/YEAR-PHASE.json holds those of other places. */
  readonly kind: string
  readonly kindFile: string
  readonly divisionCode?: string
  readonly divisionName?: string
  readonly documents: readonly DepartmentDocument[]
  /** Documents in whose place another one counts. */
  readonly repeated: readonly string[]
}

export interface DepartmentDocument extends Omit<Account, 'year' | 'phase' | 'scope'> {
  readonly kind: string
  readonly title?: string
  readonly printedName?: string
  readonly supersedes?: string
  readonly year?: number
  /** Of budgets and final accounts. */
  readonly phase?: Phase
  readonly scope?: string
  readonly totals?: Readonly<Record<string, Total>>
}

/** data/kinds/HASH/YEAR-PHASE.json */
export type PeersFile = readonly Peer[]

export interface Peer extends Account {
  readonly key: string
  readonly name: string
  readonly divisionCode?: string
  readonly divisionName?: string
  readonly totals: Readonly<Record<string, Figure>>
}

/** data/documents/ab/HASH/figures.json */
export interface FiguresFile extends Account {
  /** Its key. */
  readonly department: string
  readonly name: string
  readonly divisionCode?: string
  readonly divisionName?: string
  readonly totals: Readonly<Record<string, Total>>
  /** What the text states where no table has it: totals, and changes against the year before. */
  readonly stated: Readonly<Record<string, StatedTotal>>
  readonly statedChange: Readonly<Record<string, StatedTotal>>
  /** By source, each once: what adds up to 本年收入合计, then what stands below it. */
  readonly revenue: readonly (readonly [name: string, ofYear: 0 | 1, figure: Figure])[]
  /** Every yuan of the expenditure once, by the deepest subject that is printed, by unit and fund. */
  readonly functional: readonly SubjectFigure[]
  /** The same of the basic expenditure by economic nature. */
  readonly economic: readonly SubjectFigure[]
  readonly projects?: {
    /** Where they are told of, the most frequent first. */
    readonly sources: readonly string[]
    readonly count: number
    readonly sum: number
    /** The edges where the place on the page is known. */
    readonly largest: readonly (readonly [name: string, amount: number, page: number, ...edges: number[]])[]
  }
  /** Subjects by code, of all levels. */
  readonly names: Readonly<Record<string, string>>
}

export type StatedTotal = readonly [amount: number, page: number, left: number, top: number, right: number, bottom: number]

export type SubjectFigure = readonly [code: string | null, name: string | null, unitName: string | null, fund: string, figure: Figure]

/** Sums over documents; `bases` tells from which tables the facts of how many of them are. */
export interface SubjectSum {
  readonly amount: number
  readonly documents: number
  readonly contradicted: number
  readonly unproven: number
  readonly bases: Readonly<Record<string, number>>
}

export type NamedSubject = readonly [code: string, name: string | null]

/** data/harvests.json: publishers by nights; `missing` counts what is neither disclosed nor still to be awaited */
export type HarvestBoard = readonly HarvestedPublisher[]

export interface HarvestedPublisher {
  readonly key: string
  readonly name: string
  readonly division: string
  /** The last night that came to its end without an alarm. */
  readonly lastGood?: string
  readonly missing: number
  /** The last sixty, in their order; at least one. */
  readonly nights: readonly HarvestNight[]
  /** Of the last night, at most fifty: links and lists that were not followed though they stand where documents stand. */
  readonly unexplained: readonly (readonly [address: string, reason: string, text: string | null])[]
}

export type HarvestNight = readonly [
  day: string, complete: 0 | 1, documents: number, otherForms: number, fresh: number, changed: number, failed: number, unexplained: number,
  alarms: number, acknowledged: number, stopped: string | null,
]

/** data/harvests/PUBLISHER.json holds all of a publisher. */
export interface HarvestedDepartment {
  readonly name?: string
  readonly documents: readonly HarvestedDocument[]
}

export interface HarvestedDocument {
  readonly year?: number
  readonly kind: string
  readonly state: 'file' | 'page_images' | 'page_tables' | 'missing' | 'not_due'
  readonly id?: string
  readonly due?: string
  readonly reason?: string
}

/** data/latest.json: the documents that came last and could be read */
export type Latest = readonly (readonly [document: string, title: string, place: string, isChange: 0 | 1, kind: string])[]

/** data/rankings.json: what there is, the latest year first; of a province the accounts, their expenditure, and how many print none that was read */
export type Rankings = readonly {
  readonly year: number
  readonly phase: Phase
  readonly scope: string
  readonly provinces: readonly (readonly [province: string, accounts: number, expenditure: number, without: number])[]
}[]

export type Measure = 'expenditure' | 'general_public' | 'three_public' | 'three_public_change' | 'personnel_share' | 'project_share' | 'contradicted'

/** data/rankings/YEAR-PHASE-SCOPE.json, and …-PROVINCE.json */
export type RankingFile = Readonly<Record<Measure, {
  /** Departments that have the measure. */
  readonly count: number
  readonly largest: readonly RankedRow[]
  readonly smallest?: readonly RankedRow[]
}>>

/** data/rankings/YEAR-PHASE-SCOPE-subjects.json: the items of expenditure that most is spent under */
export type SubjectRanks = readonly (readonly [code: string, name: string | null, yuan: number, documents: number])[]

/** data/rankings/YEAR-PHASE-SCOPE-first.json: the first few of what the first screen shows */
export type FirstRanks = Readonly<Partial<Record<Measure, readonly RankedRow[]>>>

/** Shares are of one. `figure` is what is ranked, or the part of a share; `other` the year before, or the whole. */
export type RankedRow = readonly [document: string, key: string, name: string, division: string | null, value: number, figure: Figure | null, other: Figure | null]

/** data/subjects/CLASSIFICATION.json: subjects of all levels with the number of documents, by code */
export type SubjectList = readonly (readonly [code: string, name: string | null, documents: number])[]

/** data/subjects/CLASSIFICATION/CODE.json */
export interface SubjectFile {
  readonly code: string
  readonly name?: string
  readonly above: readonly NamedSubject[]
  readonly below: readonly NamedSubject[]
  readonly years: readonly (SubjectSum & { readonly year: number; readonly phase: Phase; readonly scope: string })[]
}

/** data/subjects/CLASSIFICATION/CODE/YEAR-PHASE-SCOPE.json; rows by place in YEAR-PHASE-SCOPE-N.json where `largest` does not hold all */
export interface SubjectYearFile {
  readonly places: readonly (SubjectSum & { readonly code?: string; readonly name?: string })[]
  readonly largest: readonly SubjectRow[]
  readonly files: readonly (readonly [firstPlace: string | null, lastPlace: string | null, rows: number])[]
}

export type SubjectRow = readonly [
  document: string, department: string, name: string, divisionCode: string | null, divisionName: string | null, basis: string, figure: Figure,
]

/** data/places.json: places with documents or told of in them, by code */
export type PlaceList = readonly {
  readonly code: string
  readonly name: string
  readonly parent?: string
  /** With an account. */
  readonly departments: number
  /** Years, phases and levels of its government. */
  readonly governments: number
  readonly debts: number
  /** The government's general public expenditure, and its debt, of the latest year that prints it. */
  readonly spending?: LatestAmount
  readonly debt?: LatestAmount
}[]

/** Without a level where the document does not say it. */
export type LatestAmount = readonly [year: number, yuan: number, phase: string, level: string | null]

/** data/places/YEAR-PHASE-SCOPE.json: what the departments of each place print as their expenditure of the year, added up. */
export type PlaceSums = readonly (readonly [code: string, departments: number, expenditure: number, without: number])[]

/** data/places-first.json: governments for the first screen, provinces before cities before counties */
export type FirstPlaces = readonly Pick<PlaceList[number], 'code' | 'name' | 'spending' | 'debt'>[]

/** data/places/44/CODE.json */
export interface PlaceFile {
  readonly code: string
  readonly name: string
  /** The nearest first. */
  readonly above: readonly (readonly [code: string, name: string])[]
  readonly governments: readonly {
    readonly document: string
    readonly year: number
    readonly phase: string
    readonly level?: 'whole' | 'own' | 'lower'
    readonly figures: Readonly<Record<string, Figure>>
  }[]
  readonly debts: readonly (readonly [document: string, year: number, phase: string, level: string | null, category: string, measure: string, figure: Figure])[]
  readonly departments: readonly (Account & { readonly key: string; readonly name: string; readonly totals: Readonly<Record<string, Figure>> })[]
  /** What its departments spend by the deepest subject that they print, every yuan once. */
  readonly spending: readonly { readonly year: number; readonly phase: string; readonly scope: string; readonly subjects: readonly (readonly [code: string, yuan: number])[]; readonly departments: Readonly<Record<string, number>> }[]
  /** Of the subjects and of those above them, as the numbers of departments. */
  readonly names: Readonly<Record<string, string>>
}

/** data/search/index.json, by list: departments, subjects, documents, projects, sections, amounts */
export interface SearchIndex {
  readonly lists: Readonly<Record<string, { readonly items: number; readonly itemsOfFile: number; readonly shards: number }>>
  /** Kinds and statuses of documents; entries have their places in these. */
  readonly kinds: readonly string[]
  readonly statuses: readonly string[]
}

/** data/search/LIST/items/THOUSANDS/N.json: entries in their order. An entry is found by its texts; the rest is where it leads. */
export type SearchItem = readonly [texts: readonly string[], ...link: (string | number | null)[]]

/**
 * data/search/LIST/pairs/THOUSANDS/SHARD.json: by pair of letters the number of entries, and the last entry with the steps down
 * from it, or first and last entry of each file LIST/long/xx/PAIR-N.json that holds such steps.
 */
export type SearchPairs = Readonly<Record<string, readonly [count: number, steps: readonly number[] | null, files?: readonly (readonly [first: number, last: number])[]]>>
