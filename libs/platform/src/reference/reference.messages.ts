import { registerMessages } from '../errors';

/** What the reader of config/ complains of, and what a calculation is refused when it asks for a factor. */
export const refuseReference = registerMessages({
  REFERENCE_NOT_READABLE: {
    status: 500,
    zh: '参考数据文件无法读取：{why}',
    en: 'The reference file cannot be read: {why}',
    remedy: { zh: '检查文件是否为 UTF-8 编码的 CSV', en: 'Check that the file is CSV in UTF-8' },
  },
  REFERENCE_NO_FILES: {
    status: 500,
    zh: '参考数据目录中没有 CSV 文件',
    en: 'The folder of reference data holds no CSV file',
    remedy: { zh: '检查配置目录 config/', en: 'Check the folder config/' },
  },
  REFERENCE_MISSING_COLUMN: { status: 500, zh: '缺少列“{column}”', en: 'The column "{column}" is missing' },
  REFERENCE_UNKNOWN_COLUMN: {
    status: 500,
    zh: '第 {position} 列“{column}”未知或重复',
    en: 'Column {position}, "{column}", is not known or there twice',
  },
  REFERENCE_CELL_COUNT: {
    status: 500,
    zh: '本行有 {found} 个单元格，应为 {expected} 个',
    en: 'The row has {found} cells instead of {expected}',
    remedy: { zh: '含逗号的文字须加引号', en: 'Put text with commas in quotes' },
  },
  REFERENCE_REQUIRED: { status: 500, zh: '此项必填', en: 'This is required' },
  REFERENCE_TOO_LONG: { status: 500, zh: '超过 {most} 个字符', en: 'Longer than {most} characters' },
  REFERENCE_CONTROL_CHARACTER: {
    status: 500,
    zh: '含换行或控制字符',
    en: 'Contains a line break or a control character',
  },
  REFERENCE_FORMULA: {
    status: 500,
    zh: '以 {first} 开头，表格软件会当作公式',
    en: 'Begins with {first}, which a spreadsheet takes for a formula',
  },
  REFERENCE_INVALID: { status: 500, zh: '应为{form}', en: 'This should be {form}' },
  REFERENCE_DUPLICATE: {
    status: 500,
    zh: '与 {file} 第 {row} 行重复',
    en: 'The same stands in {file}, row {row}',
  },
  REFERENCE_NO_VALUE: {
    status: 500,
    zh: '须有数值，或同时给出下限和上限',
    en: 'Needs a value, or a low and a high one',
  },
  REFERENCE_ORDER: { status: 500, zh: '小于“{column}”', en: 'Comes before "{column}"' },
  REFERENCE_UNKNOWN_UNIT: {
    status: 500,
    zh: '单位“{unit}”不可识别',
    en: 'The unit "{unit}" is not known',
    remedy: {
      zh: '改写为可识别的单位，或在 unit_note 中说明',
      en: 'Write it in known units, or explain it in unit_note',
    },
  },
  REFERENCE_UNKNOWN_REGION: { status: 500, zh: '没有地区“{region}”', en: 'There is no region "{region}"' },
  REFERENCE_REGION_CIRCLE: { status: 500, zh: '地区隶属关系成环', en: 'The region is part of itself' },
  REFERENCE_MIXED_SET: {
    status: 500,
    zh: '同一组 GWP 只能出自一份报告的一张表',
    en: 'A GWP set is one table of one report',
  },
  REFERENCE_DISAGREES: {
    status: 500,
    zh: '与因子 {id} 不一致',
    en: 'Does not agree with the factor {id}',
  },
  FACTOR_WITHDRAWN: {
    status: 422,
    zh: '因子“{id}”第 {version} 版已于 {on} 撤下，不能用于新的核算',
    en: 'Version {version} of the factor "{id}" was withdrawn on {on} and takes part in no new calculation',
    remedy: {
      zh: '在因子库中查找可用的因子，或提出新版本',
      en: 'Look for another one in the library, or propose a new version',
    },
  },
  UNKNOWN_FACTOR: {
    status: 422,
    zh: '没有编号为“{id}”的因子，或该因子已撤下',
    en: 'There is no factor "{id}", or it was withdrawn',
    remedy: { zh: '在因子库中查找可用的因子', en: 'Look for one in the factor library' },
  },
  FACTOR_OUT_OF_DATE: {
    status: 422,
    zh: '因子“{id}”的有效期为 {from} 至 {to}，不适用于 {asOf}',
    en: 'The factor "{id}" is valid from {from} to {to}, not on {asOf}',
    remedy: {
      zh: '选用核算期所在年份的因子；当年尚未公布时，在编号后加 @年份 明示采用往年值',
      en: 'Choose the factor of the year accounted for; where none is published yet, add @year to take an earlier one knowingly',
    },
  },
  FACTOR_OTHER_REGION: {
    status: 422,
    zh: '因子“{id}”适用于地区 {factorRegion}，不适用于 {region}',
    en: 'The factor "{id}" is made for region {factorRegion}, not for {region}',
    remedy: { zh: '选用所在地区或全国的因子', en: 'Choose a factor of the region or of the country' },
  },
  FACTOR_IS_A_RANGE: {
    status: 422,
    zh: '因子“{id}”只有范围 {low} 至 {high}，不能用于计算',
    en: 'The factor "{id}" is a range, {low} to {high}: nothing can be calculated with it',
    remedy: { zh: '选用有单一数值的因子', en: 'Choose a factor with a single value' },
  },
});
