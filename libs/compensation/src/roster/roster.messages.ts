import { registerMessages } from '@qingheng/platform';

/** What may be wrong with a cell of a roster, and with a roster. */
export const refuseRoster = registerMessages({
  ROSTER_HEADER_MISSING: {
    status: 422,
    zh: '缺少列“{column}”',
    en: 'The column "{column}" is missing',
    remedy: { zh: '请按模板补上该列后重新上传', en: 'Add the column as in the template and upload again' },
  },
  ROSTER_HEADER_UNKNOWN: {
    status: 422,
    zh: '没有名为“{column}”的列',
    en: 'There is no column named "{column}"',
    remedy: { zh: '请删除该列或改用模板中的列名', en: 'Remove it or use the names of the template' },
  },
  ROSTER_HEADER_TWICE: { status: 422, zh: '列“{column}”出现两次', en: 'The column "{column}" appears twice' },
  ROSTER_EMPTY: { status: 422, zh: '名册没有任何一行', en: 'The roster has no row' },
  ROSTER_IMPORT_LOST: {
    status: 500,
    zh: '导入多次中断，未能完成，没有导入任何一行；请重新上传',
    en: 'The import was interrupted several times and took in no row; upload the file again',
  },
  ROSTER_FAULTS: { status: 422, zh: '名册有 {count} 处错误', en: 'The roster has {count} faults' },
  ROSTER_STATUS: { status: 409, zh: '名册处于“{status}”状态', en: 'The roster is {status}' },
  NAME_CHARACTER: {
    status: 422,
    zh: '姓名中不能有竖线、逗号、分号、引号或控制字符，银行文件用它们分隔各列',
    en: 'A name cannot contain bars, commas, semicolons, quotes or control characters: bank files put them between fields',
  },
  NEGATIVE_QUANTITY: { status: 422, zh: '不能为负', en: 'This cannot be negative' },
  IDENTITY_NUMBER_WRONG: {
    status: 422,
    zh: '身份证号码不符合 GB 11643（位数、日期或校验码有误）',
    en: 'No identity number by GB 11643: length, date or check digit is wrong',
    remedy: { zh: '请对照证件核对，并确认单元格为文本格式', en: 'Compare with the card; keep the cell as text' },
  },
  CARD_NUMBER_WRONG: {
    status: 422,
    zh: '银行卡号校验位有误',
    en: 'The check digit of the bank card is wrong',
    remedy: { zh: '请对照银行卡核对，并确认单元格为文本格式', en: 'Compare with the card; keep the cell as text' },
  },
  UNKNOWN_BANNER: {
    status: 422,
    zh: '“{banner}”不是项目范围内的旗县代码',
    en: '"{banner}" is no banner of this programme',
  },
  OTHER_YEAR: {
    status: 422,
    zh: '名册年度 {found} 与项目年度 {year} 不符',
    en: 'The roster is of {found}, the programme of {year}',
  },
  HOUSEHOLD_TWICE: {
    status: 422,
    zh: '户编号与第 {row} 行重复',
    en: 'The household number is also in row {row}',
  },
  IDENTITY_TWICE: {
    status: 422,
    zh: '身份证号与第 {row} 行（旗县 {banner}）重复',
    en: 'The identity number is also in row {row} (banner {banner})',
  },
  CARD_TWICE: {
    status: 422,
    zh: '银行卡号与第 {row} 行（旗县 {banner}）重复',
    en: 'The bank card is also in row {row} (banner {banner})',
  },
  HOUSEHOLD_KNOWN: {
    status: 422,
    zh: '本项目另一名册（旗县 {banner}）已有此户编号',
    en: 'Another roster of this programme (banner {banner}) has this household',
  },
  IDENTITY_KNOWN: {
    status: 422,
    zh: '本项目另一名册（旗县 {banner}）已有此身份证号',
    en: 'Another roster of this programme (banner {banner}) has this identity number',
  },
  CARD_KNOWN: {
    status: 422,
    zh: '本项目另一名册（旗县 {banner}）已有此银行卡号',
    en: 'Another roster of this programme (banner {banner}) has this bank card',
  },
});
