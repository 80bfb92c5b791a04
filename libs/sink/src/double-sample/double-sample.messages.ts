import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  UNITS_MISSING: {
    status: 422,
    zh: '没有上传抽样单元的文件',
    en: 'No file of sampling units was uploaded',
    remedy: { zh: '上传 CSV 或 Excel（.xlsx）', en: 'Upload CSV or Excel (.xlsx)' },
  },
  UNITS_UNREADABLE: {
    status: 422,
    zh: '文件读不出：{why}',
    en: 'The file cannot be read: {why}',
    remedy: { zh: '另存为 CSV（UTF-8）或 .xlsx 后重新上传', en: 'Save it as CSV (UTF-8) or .xlsx and upload again' },
  },
  UNITS_HEADING: {
    status: 422,
    zh: '表头缺少列“{column}”',
    en: 'The heading lacks the column "{column}"',
    remedy: {
      zh: '表头依次为 单元、碳层、辅助变量、生物量（t/hm²，仅实测样地填写）',
      en: 'The heading is unit, stratum, auxiliary, biomass (t/hm², measured plots alone)',
    },
  },
  UNITS_TOO_MANY: {
    status: 422,
    zh: '超过 {most} 个抽样单元',
    en: 'There are more than {most} sampling units',
    remedy: { zh: '按抽样设计抽取后再上传', en: 'Draw the first-phase sample and upload that' },
  },
  UNIT_VALUE: {
    status: 422,
    zh: '“{value}”不是不小于零的数',
    en: '"{value}" is no number from nought up',
    remedy: { zh: '填写小数，不带单位和千分位', en: 'Write a decimal without unit or separators' },
  },
  UNIT_TWICE: {
    status: 422,
    zh: '单元 {unit} 在碳层中出现两次',
    en: 'The unit {unit} is there twice',
    remedy: { zh: '每个单元一行', en: 'One row for each unit' },
  },
  UNIT_STRATUM: {
    status: 422,
    zh: '项目没有碳层“{stratum}”',
    en: 'The project has no stratum "{stratum}"',
    remedy: { zh: '用现行碳层编号：{known}', en: 'Use the codes of the current strata: {known}' },
  },
  UNIT_EMPTY: {
    status: 422,
    zh: '单元编号为空',
    en: 'The unit has no code',
    remedy: { zh: '填写单元或样地编号', en: 'Give the code of the unit or plot' },
  },
});
