// Words of the schema for a reader, as DATA_DICTIONARY.md has them.
import { pick, type Text } from './language'
import findings from '../../../../pipelines/findings/rules.csv'
import kinds from '../../../../pipelines/headings/kinds.csv'

const words: Record<string, Record<string, Text>> = {
  kind: {
    department_budget: ['部门预算', 'Department budget'],
    department_final_accounts: ['部门决算', 'Final accounts'],
    government_budget: ['政府预算', 'Government budget'],
    government_final_accounts: ['政府决算', 'Government final accounts'],
    government_execution: ['政府预算执行', 'Government budget execution'],
    government_debt: ['政府债务', 'Government debt'],
    performance_self_evaluation: ['绩效自评', 'Performance self-evaluation'],
    other: ['其他文件', 'Other document'],
  },
  status: {
    complete: ['完整', 'complete'],
    partial: ['部分', 'partial'],
    quarantined: ['隔离', 'quarantined'],
    missing: ['缺失', 'missing'],
  },
  proof: {
    proven: ['已证实', 'proven'],
    contradicted: ['有矛盾', 'contradicted'],
    unproven: ['未核对', 'unproven'],
  },
  severity: {
    error: ['错误', 'error'],
    warning: ['警告', 'warning'],
    note: ['提示', 'note'],
  },
  outcome: {
    holds: ['相符', 'holds'],
    fails: ['不符', 'fails'],
    not_applicable: ['不适用', 'not applicable'],
  },
  decision: {
    accepted_as_printed: ['按所印接受', 'accepted as printed'],
    our_error: ['读取有误', 'our error'],
    source_error: ['原文有误', 'source error'],
  },
  page: {
    table: ['表格', 'table'],
    narrative: ['文字', 'narrative'],
    mixed: ['混排', 'mixed'],
    contents: ['目录', 'contents'],
    declared_empty: ['声明无数据', 'declared empty'],
    blank: ['空白', 'blank'],
    needs_ocr: ['需识别（扫描页）', 'scanned, needs OCR'],
    failed: ['无法读取', 'unreadable'],
  },
  table: kinds,
  phase: { budget: ['预算', 'budget'], final_accounts: ['决算', 'final accounts'] },
  direction: { revenue: ['收入', 'revenue'], expenditure: ['支出', 'expenditure'] },
  period: { current: ['本年', 'this year'], prior: ['上年', 'prior year'], change: ['增减', 'change'] },
  classification: {
    functional: ['功能分类', 'functional'],
    department_economic: ['部门经济分类', 'department economic'],
    government_economic: ['政府经济分类', 'government economic'],
    revenue: ['收入分类', 'revenue'],
    three_public: ['三公经费', 'three public expenses'],
    project: ['项目', 'project'],
    procurement: ['政府采购', 'procurement'],
    activity: ['会议、培训', 'meetings and training'],
    transfer: ['转移支付', 'transfer'],
    debt: ['债务', 'debt'],
    place: ['地区', 'place'],
    unit: ['预算单位', 'budget unit'],
  },
  component: {
    total: ['合计', 'total'],
    basic: ['基本支出', 'basic'],
    project: ['项目支出', 'project'],
    personnel: ['人员经费', 'personnel'],
    public: ['公用经费', 'public'],
    operating: ['经营支出', 'operating'],
    to_subordinates: ['对附属单位补助', 'to subordinates'],
    to_superiors: ['上缴上级', 'to superiors'],
  },
  fund: {
    all: ['全部资金', 'all funds'],
    fiscal_appropriation: ['财政拨款', 'fiscal appropriation'],
    general_public: ['一般公共预算', 'general public budget'],
    government_fund: ['政府性基金', 'government funds'],
    state_capital: ['国有资本经营', 'state capital'],
    special_account: ['财政专户', 'special account'],
    unit_funds: ['单位资金', 'unit funds'],
    social_insurance: ['社会保险基金', 'social insurance funds'],
  },
  scope: {
    department: ['部门（含所属单位）', 'Department with its units'],
    unit: ['单位（本级或下属）', 'Single unit'],
    unknown: ['范围未知', 'Extent unknown'],
  },
  total: {
    revenue: ['收入总计', 'Revenue'],
    expenditure: ['支出总计', 'Expenditure'],
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
  projectSource: {
    project_expenditure: ['项目支出表', 'table of project expenditure'],
    key_projects: ['重点项目表', 'table of key projects'],
    self_evaluation: ['绩效自评', 'self-evaluation'],
    overall_performance: ['整体绩效目标表', 'overall performance goals'],
    prose: ['文字说明', 'prose'],
  },
  level: { class: ['类', 'class'], group: ['款', 'group'], item: ['项', 'item'] },
  codeEvidence: {
    printed: ['编码为文件所印', 'the code is printed'],
    split_columns: ['编码分印在类、款、项各栏', 'the code is printed over several columns'],
    unique_name: ['名称在科目表中唯一', 'the name is unique in the catalogue'],
    name_under_parent: ['名称在上级科目下唯一', 'the name is unique under its parent'],
    none: ['未找到编码', 'no code was found'],
  },
  unitEvidence: {
    printed_on_table: ['印于表上', 'printed on the table'],
    document_default: ['全文通用', 'default of the document'],
    reconciled: ['经核对', 'found by reconciling'],
    none: ['无', 'none'],
  },
  finding: findings,
  rule: {
    columns_sum_to_column: ['各栏之和等于合计栏', 'Columns add up to the column that sums them'],
    levels_sum_to_whole: ['本级加下级等于全地区', 'Own and lower levels make the whole'],
    children_sum_to_parent: ['下级之和等于上级', 'Children add up to their parent'],
    leaves_sum_to_total: ['明细之和等于合计', 'Details add up to the total'],
    components_sum_to_total: ['各项之和等于合计', 'Components add up to the total'],
    funds_sum_to_total: ['各类资金之和等于合计', 'Funds add up to the total'],
    table_totals_agree: ['各表合计一致', 'Totals of tables agree'],
    revenue_equals_expenditure: ['收支平衡', 'Revenue equals expenditure'],
    change_is_current_minus_prior: ['增减等于本年减上年', 'Change is this year less the year before'],
    functional_equals_economic: ['功能分类与经济分类合计一致', 'Functional and economic totals agree'],
    prose_agrees_with_table: ['文字与表格一致', 'Prose agrees with the table'],
  },
}

/** The word for a value of the schema; the value itself where there is none. */
export function term(list: keyof typeof words & string, value: string | undefined): string {
  if (value === undefined) return ''
  const word = words[list]?.[value]
  return word ? pick(word) : value.replaceAll('_', ' ')
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
