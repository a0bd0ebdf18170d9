// Words of the schema for a reader, as DATA_DICTIONARY.md has them.
import { pick, type Text } from './language'
import published from '../../../Extractor/Publishing/Documentation/codes.csv'
import findings from '../../../../pipelines/findings/rules.csv'
import kinds from '../../../../pipelines/headings/kinds.csv'

/** The lists of coded columns, as the dictionary has them. */
const codes = published as unknown as Record<string, Record<string, Text>>

/** Which list of the published codes a list of the pages is. */
const lists: Record<string, string> = {
  kind: 'document_kind', status: 'document_status', proof: 'proof', severity: 'severity', outcome: 'check_outcome', page: 'page_state', phase: 'phase',
  direction: 'direction', period: 'period', classification: 'classification', component: 'component', fund: 'fund', scope: 'document_scope',
  projectSource: 'project_source', basis: 'expenditure_basis', level: 'subject_level', codeEvidence: 'code_evidence', unitEvidence: 'unit_evidence', rule: 'check_rule',
}

/** Lists whose words stand at the head of a line; others stand within one, in English in small letters. */
const headings = new Set(['kind', 'scope', 'rule'])

/** Words that the published codes do not have, and shorter ones where a label has no room for theirs. */
const words: Record<string, Record<string, Text>> = {
  kind: {
    department_final_accounts: ['部门决算', 'Final accounts'],
    government_final_accounts: ['政府决算', 'Government final accounts'],
    government_execution: ['政府预算执行', 'Government budget execution'],
    government_debt: ['政府债务', 'Government debt'],
  },
  status: { missing: ['缺失', 'missing'] },
  proof: {
    proven: ['已证实', 'proven'],
    contradicted: ['有矛盾', 'contradicted'],
    unproven: ['未证实', 'unproven'],
  },
  decision: {
    accepted_as_printed: ['按所印接受', 'accepted as printed'],
    our_error: ['读取有误', 'our error'],
    source_error: ['原文有误', 'source error'],
  },
  page: {
    mixed: ['混排', 'mixed'],
    contents: ['目录', 'contents'],
    declared_empty: ['声明无数据', 'declared empty'],
    failed: ['无法读取', 'unreadable'],
  },
  table: kinds,
  phase: { execution: ['预算执行', 'execution'] },
  period: { current: ['本年', 'this year'], prior: ['上年', 'prior year'], change: ['增减', 'change'] },
  classification: {
    functional: ['功能分类', 'functional'],
    department_economic: ['部门经济分类', 'department economic'],
    government_economic: ['政府经济分类', 'government economic'],
    revenue: ['收入分类', 'revenue'],
    procurement: ['政府采购', 'procurement'],
    transfer: ['转移支付', 'transfer'],
  },
  component: {
    basic: ['基本支出', 'basic'],
    project: ['项目支出', 'project'],
    public: ['公用经费', 'public'],
    operating: ['经营支出', 'operating'],
    to_subordinates: ['对附属单位补助', 'to subordinates'],
    to_superiors: ['上缴上级', 'to superiors'],
  },
  fund: {
    government_fund: ['政府性基金', 'government funds'],
    state_capital: ['国有资本经营', 'state capital'],
    special_account: ['财政专户', 'special account'],
    unit_funds: ['单位资金', 'unit funds'],
  },
  scope: {
    department: ['部门（含所属单位）', 'Department with its units'],
    unit: ['单位（本级或下属）', 'Single unit'],
    unknown: ['范围未知', 'Extent unknown'],
  },
  total: {
    revenue: ['本年收入合计', 'Revenue of the year'],
    expenditure: ['本年支出合计', 'Expenditure of the year'],
    general_public: ['一般公共预算支出', 'General public budget expenditure'],
    basic: ['基本支出', 'Basic expenditure'],
    personnel: ['人员经费', 'Personnel'],
    public: ['公用经费', 'Running costs (public)'],
    project: ['项目支出', 'Projects'],
    three_public: ['“三公”经费合计', 'Three public expenses'],
    overseas: ['因公出国（境）费', 'Overseas travel'],
    vehicle_total: ['公务用车购置及运行费', 'Official vehicles'],
    vehicle_purchase: ['公务用车购置费', 'Vehicle purchase'],
    vehicle_operation: ['公务用车运行维护费', 'Vehicle operation'],
    reception: ['公务接待费', 'Official reception'],
  },
  projectSource: { key_projects: ['重点项目表', 'table of key projects'] },
  governmentLevel: { whole: ['全域', 'whole place'], own: ['本级', 'own level'], lower: ['下级', 'levels below'] },
  level: { class: ['类', 'class'], group: ['款', 'group'], item: ['项', 'item'] },
  unitEvidence: { document_default: ['全文通用', 'default of the document'], none: ['无', 'none'] },
  finding: findings,
}

/** The word for a value of the schema; the value itself where there is none. */
export function term(list: string, value: string | undefined): string {
  if (value === undefined) return ''
  const word = words[list]?.[value] ?? publishedWord(list, value)
  return word ? pick(word) : value.replaceAll('_', ' ')
}

function publishedWord(list: string, value: string): Text | undefined {
  const word = codes[lists[list] ?? '']?.[value]
  return word && !headings.has(list) ? [word[0], word[1].charAt(0).toLowerCase() + word[1].slice(1)] : word
}

const provinceNames: Record<string, Text> = {
  11: ['北京市', 'Beijing'], 12: ['天津市', 'Tianjin'], 13: ['河北省', 'Hebei'], 14: ['山西省', 'Shanxi'], 15: ['内蒙古自治区', 'Inner Mongolia'],
  21: ['辽宁省', 'Liaoning'], 22: ['吉林省', 'Jilin'], 23: ['黑龙江省', 'Heilongjiang'], 31: ['上海市', 'Shanghai'], 32: ['江苏省', 'Jiangsu'],
  33: ['浙江省', 'Zhejiang'], 34: ['安徽省', 'Anhui'], 35: ['福建省', 'Fujian'], 36: ['江西省', 'Jiangxi'], 37: ['山东省', 'Shandong'],
  41: ['河南省', 'Henan'], 42: ['湖北省', 'Hubei'], 43: ['湖南省', 'Hunan'], 44: ['广东省', 'Guangdong'], 45: ['广西壮族自治区', 'Guangxi'],
  46: ['海南省', 'Hainan'], 50: ['重庆市', 'Chongqing'], 51: ['四川省', 'Sichuan'], 52: ['贵州省', 'Guizhou'], 53: ['云南省', 'Yunnan'],
  54: ['西藏自治区', 'Tibet'], 61: ['陕西省', 'Shaanxi'], 62: ['甘肃省', 'Gansu'], 63: ['青海省', 'Qinghai'], 64: ['宁夏回族自治区', 'Ningxia'],
  65: ['新疆维吾尔自治区', 'Xinjiang'], 71: ['台湾省', 'Taiwan'], 81: ['香港特别行政区', 'Hong Kong'], 82: ['澳门特别行政区', 'Macao'],
}

/** A province by the first two digits of its code; documents without a place under `none`. */
export const provinceName = (code: string): string => pick(provinceNames[code] ?? (code === 'none' ? ['地区未知', 'Place unknown'] : [code, code]))
