import { registerMessages } from '@qingheng/platform';

/** What may be wrong with a field form, its rows and its cells. */
export const refuse = registerMessages({
  FORM_UNKNOWN: {
    status: 422,
    zh: '认不出这是哪一张外业表',
    en: 'None of the field forms is recognised',
    remedy: { zh: '请用模板填写，表头不要改', en: 'Use the template and keep its headings' },
  },
  FORM_TWICE: { status: 422, zh: '“{form}”出现两次', en: 'The form "{form}" is there twice' },
  HEADING_MISSING: {
    status: 422,
    zh: '缺少列“{column}”',
    en: 'The column "{column}" is missing',
    remedy: { zh: '请按模板补上该列后重新上传', en: 'Add the column as in the template and upload again' },
  },
  HEADING_UNKNOWN: {
    status: 422,
    zh: '没有名为“{column}”的列',
    en: 'There is no column named "{column}"',
    remedy: { zh: '请删除该列或改用模板中的列名', en: 'Remove it or use the names of the template' },
  },
  HEADING_TWICE: { status: 422, zh: '列“{column}”出现两次', en: 'The column "{column}" appears twice' },
  FORM_EMPTY: { status: 422, zh: '表中没有任何一行数据', en: 'The form has no row' },
  IMPORT_LOST: {
    status: 500,
    zh: '导入多次中断，未能完成，没有写入任何一行；请重新上传',
    en: 'The import was interrupted several times and took in no row; upload the file again',
  },
  IMPORT_STATUS: { status: 409, zh: '该次导入处于“{status}”状态', en: 'The import is {status}' },
  FIELD_DATA_USED: {
    status: 409,
    zh: '已有碳储量核算依据这些数据',
    en: 'A stock rests on these data',
    remedy: { zh: '先作废该次核算再撤回导入', en: 'Discard the stock first' },
  },
  VISITS_USED: {
    status: 409,
    zh: '样地调查表之下还有其他外业表的数据',
    en: 'Other forms hang on these visits',
    remedy: { zh: '先撤回那些导入', en: 'Withdraw their imports first' },
  },
  NOT_POSITIVE: {
    status: 422,
    zh: '{value} 应大于零',
    en: '{value} must be greater than zero',
    remedy: { zh: '对照外业原始记录改正', en: 'Compare with the record of the crew' },
  },
  OUTSIDE_LIMITS: {
    status: 422,
    zh: '{value} 不在 {min} 至 {max} 之间',
    en: '{value} is not between {min} and {max}',
    remedy: { zh: '核对单位和小数点', en: 'Check unit and decimal point' },
  },
  NOT_A_DAY: {
    status: 422,
    zh: '“{value}”不是日期',
    en: '"{value}" is no date',
    remedy: { zh: '写成 2025-06-30', en: 'Write 2025-06-30' },
  },
  NOT_A_CHOICE: { status: 422, zh: '“{value}”应为：{choices}', en: '"{value}" must be one of: {choices}' },
  UNKNOWN_SPECIES: {
    status: 422,
    zh: '树种“{value}”没有生物量方程',
    en: 'There is no biomass equation for the species "{value}"',
    remedy: {
      zh: '改用模板“树种”表中的名称；没有列出的树种先由方法管理员登记方程',
      en: 'Use a name of the list of species; an equation for another species is entered first',
    },
  },
  FUTURE_DAY: { status: 422, zh: '调查日期在今天之后', en: 'The visit lies in the future' },
  UNKNOWN_STRATUM: {
    status: 422,
    zh: '没有碳层“{stratum}”',
    en: 'There is no stratum "{stratum}"',
    remedy: { zh: '先登记碳层，或改正编号', en: 'Record the strata first, or correct the code' },
  },
  NO_STRATA: { status: 409, zh: '项目还没有划分碳层', en: 'The project has no strata yet' },
  POSITION_SWAPPED: {
    status: 422,
    zh: '经纬度颠倒：（{x}，{y}）',
    en: 'Longitude and latitude are swapped: ({x}, {y})',
    remedy: { zh: '经度填 73 至 136，纬度填 3 至 54', en: 'Longitude is 73 to 136, latitude 3 to 54' },
  },
  PLOT_SHIFTED: {
    status: 422,
    zh: '样地在项目边界外 {metres} m；按 GCJ-02 还原后在边界内，坐标应是加偏的',
    en: 'The plot lies {metres} m outside; taken as GCJ-02 it would lie inside, so the coordinates are shifted ones',
    remedy: { zh: '从接收机重新导出 CGCS2000 坐标', en: 'Export CGCS2000 coordinates from the receiver' },
  },
  PLOT_OUTSIDE: {
    status: 422,
    zh: '样地不在项目的任何地块之内',
    en: 'The plot lies in none of the areas of the project',
    remedy: { zh: '核对坐标；确在界外的样地不能计量', en: 'Check the position; a plot outside cannot count' },
  },
  PLOT_OUTSIDE_STRATUM: {
    status: 422,
    zh: '样地不在碳层“{stratum}”的范围内',
    en: 'The plot does not lie within the stratum "{stratum}"',
    remedy: { zh: '核对坐标或碳层编号', en: 'Check the position or the stratum' },
  },
  PLOT_MOVED: {
    status: 422,
    zh: '与第 {round} 次登记的位置相差 {metres} m，固定样地不能移动',
    en: 'It lies {metres} m from where it was established in round {round}; a permanent plot cannot move',
    remedy: { zh: '核对样地号和坐标；另设样地用新编号', en: 'Check plot and position; a new plot takes a new code' },
  },
  PLOT_TEMPORARY: {
    status: 422,
    zh: '临时样地只调查一次，“{plot}”已在第 {round} 次使用',
    en: 'A temporary plot is visited once; "{plot}" was used in round {round}',
    remedy: { zh: '另用编号', en: 'Use another code' },
  },
  PLOT_CHANGED: {
    status: 422,
    zh: '“{plot}”已登记为 {known}，不能改为 {found}',
    en: '"{plot}" is recorded as {known}, not {found}',
    remedy: {
      zh: '固定样地的类型、形状、面积、量距方式和碳层不变',
      en: 'A permanent plot keeps kind, form, area, layout and stratum',
    },
  },
  VISIT_TWICE: { status: 422, zh: '与第 {row} 行是同一次调查', en: 'Row {row} is the same visit' },
  VISIT_KNOWN: {
    status: 422,
    zh: '样地 {plot} 第 {round} 次调查已有记录',
    en: 'Round {round} of plot {plot} is recorded already',
    remedy: { zh: '要更正，先撤回原来的导入', en: 'To correct it, withdraw the earlier import first' },
  },
  DATES_OUT_OF_ORDER: {
    status: 422,
    zh: '第 {round} 次调查在 {day}，次序颠倒',
    en: 'Round {round} was on {day}: the dates are out of order',
    remedy: { zh: '核对日期和监测次', en: 'Check date and round' },
  },
  UNKNOWN_VISIT: {
    status: 422,
    zh: '样地 {plot} 没有第 {round} 次调查',
    en: 'Plot {plot} has no visit in round {round}',
    remedy: { zh: '先导入样地调查表，或改正样地号和监测次', en: 'Import the plots first, or correct plot and round' },
  },
  ROW_TWICE: { status: 422, zh: '与第 {row} 行重复', en: 'It is also in row {row}' },
  ROW_KNOWN: {
    status: 422,
    zh: '该次调查已有此编号',
    en: 'The visit has this one already',
    remedy: { zh: '要更正，先撤回原来的导入', en: 'To correct it, withdraw the earlier import first' },
  },
  DEPTHS_REVERSED: { status: 422, zh: '下界应深于上界', en: 'The bottom must be deeper than the top' },
  DRY_HEAVIER_THAN_WET: { status: 422, zh: '样品干重大于鲜重', en: 'The sample is heavier dry than wet' },
  // Warnings: the row is taken in.
  OUTSIDE_EQUATION: {
    status: 200,
    zh: '胸径 {d} cm 超出方程拟合范围（{range} cm），生物量为外推',
    en: 'D {d} cm is outside the range of the equation ({range} cm): its biomass is extrapolated',
  },
  SPECIES_CHANGED: {
    status: 200,
    zh: '样木 {tag} 上次为 {before}，本次为 {now}',
    en: 'Tree {tag} was {before}, now {now}',
  },
  TREE_SHRANK: {
    status: 200,
    zh: '样木 {tag} 胸径由 {before} cm 变为 {now} cm',
    en: 'Tree {tag} shrank from {before} to {now} cm',
  },
});
