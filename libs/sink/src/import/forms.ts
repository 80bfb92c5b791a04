/**
 * Field forms as they are used in the region's surveys: which columns each has, how they are headed, what may stand in a
 * cell. One definition makes the template, reads the file, names the fault and heads the table in the console.
 */
export type FormName = 'plot' | 'tree' | 'shrub' | 'grass' | 'litter' | 'deadwood' | 'soil';

export interface Column {
  name: string;
  zh: string;
  en: string;
  unit?: string;
  type: 'text' | 'number' | 'integer' | 'date' | 'choice' | 'species';
  required?: boolean;
  decimals?: number;
  /** Both included. */
  min?: number;
  max?: number;
  /** Greater than 0. */
  positive?: boolean;
  most?: number;
  /** What is stored, as the form writes it. */
  choices?: Record<string, string>;
}

export interface Form {
  name: FormName;
  zh: string;
  en: string;
  /** Table of the database; rows of one visit are told apart by `key`. */
  table: string;
  key: string[];
  columns: Column[];
}

const text = (name: string, zh: string, en: string, more: Partial<Column> = {}): Column => ({
  name,
  zh,
  en,
  type: 'text',
  most: 40,
  ...more,
});
const number = (name: string, zh: string, en: string, unit: string, more: Partial<Column> = {}): Column => ({
  name,
  zh,
  en,
  unit,
  type: 'number',
  decimals: 2,
  min: 0,
  ...more,
});
const choice = (name: string, zh: string, en: string, choices: Record<string, string>): Column => ({
  name,
  zh,
  en,
  type: 'choice',
  choices,
  required: true,
});
const sample = text('sample', '样方号', 'Quadrat', { required: true });
const sampleArea = number('sample_m2', '样方面积', 'Quadrat area', 'm²', {
  positive: true,
  max: 10_000,
  required: true,
});
const cover = number('cover', '盖度', 'Cover', '%', { max: 100, required: true });
const height = number('height_cm', '平均高', 'Mean height', 'cm', { positive: true, max: 2_000, decimals: 1 });

/** Every form begins with the plot and the round. */
const VISIT: Column[] = [
  text('plot', '样地号', 'Plot', { required: true }),
  { name: 'round', zh: '监测次', en: 'Round', type: 'integer', min: 1, max: 99, required: true },
];

export const FORMS: readonly Form[] = [
  {
    name: 'plot',
    zh: '样地调查表',
    en: 'Plots and visits',
    table: 'sink_visit',
    key: [],
    columns: [
      ...VISIT,
      { name: 'visited_on', zh: '调查日期', en: 'Date of visit', type: 'date', required: true },
      choice('kind', '样地类型', 'Kind of plot', { permanent: '固定', temporary: '临时' }),
      text('stratum', '碳层', 'Stratum', { required: true }),
      choice('form', '样地形状', 'Form', { circle: '圆形', square: '正方形', rectangle: '矩形' }),
      number('laid_m2', '样地面积', 'Plot area', 'm²', { positive: true, max: 100_000, required: true }),
      choice('laid', '量距方式', 'Laid out', { horizontal: '水平距', slope: '斜距' }),
      number('slope_degrees', '坡度', 'Slope', '°', { max: 59.9, decimals: 1, required: true }),
      number('longitude', '经度', 'Longitude', '° CGCS2000', { max: 180, decimals: 9, required: true }),
      number('latitude', '纬度', 'Latitude', '° CGCS2000', { max: 180, decimals: 9, required: true }),
      number('accuracy_m', '定位精度', 'Accuracy', 'm', { max: 1_000 }),
      number('crown_cover', '郁闭度', 'Crown cover', '%', { max: 100 }),
      text('crew', '调查员', 'Crew', { most: 100 }),
      text('instruments', '仪器', 'Instruments', { most: 200 }),
      text('note', '备注', 'Note', { most: 500 }),
    ],
  },
  {
    name: 'tree',
    zh: '每木检尺表',
    en: 'Trees',
    table: 'sink_tree',
    key: ['tag'],
    columns: [
      ...VISIT,
      text('tag', '样木号', 'Tag', { most: 20, required: true }),
      { name: 'species', zh: '树种', en: 'Species', type: 'species', required: true },
      number('dbh_cm', '胸径', 'Diameter at breast height', 'cm', { positive: true, max: 300, required: true }),
      number('height_m', '树高', 'Height', 'm', { positive: true, max: 80 }),
      { ...choice('condition', '立木状态', 'Condition', { alive: '活立木', dead: '枯立木' }), required: false },
    ],
  },
  {
    name: 'shrub',
    zh: '灌木样方调查表',
    en: 'Shrub quadrats',
    table: 'sink_shrub',
    key: ['sample', 'species'],
    columns: [
      ...VISIT,
      sample,
      text('species', '灌木种', 'Shrub species', { required: true }),
      sampleArea,
      cover,
      height,
      { name: 'stems', zh: '株（丛）数', en: 'Stems', type: 'integer', min: 0, max: 100_000 },
      number('dry_g', '干重', 'Dry mass', 'g', { max: 10_000_000 }),
    ],
  },
  {
    name: 'grass',
    zh: '草本样方调查表',
    en: 'Grass quadrats',
    table: 'sink_grass',
    key: ['sample'],
    columns: [
      ...VISIT,
      sample,
      sampleArea,
      text('species', '优势种', 'Dominant species'),
      cover,
      height,
      number('dry_g', '地上部分干重', 'Dry mass above ground', 'g', { max: 10_000_000, required: true }),
      number('root_dry_g', '地下部分干重', 'Dry mass of roots', 'g', { max: 10_000_000 }),
    ],
  },
  {
    name: 'litter',
    zh: '枯落物调查表',
    en: 'Litter',
    table: 'sink_litter',
    key: ['sample'],
    columns: [
      ...VISIT,
      sample,
      sampleArea,
      number('depth_cm', '厚度', 'Depth', 'cm', { max: 200, decimals: 1 }),
      number('wet_g', '鲜重', 'Wet mass', 'g', { max: 10_000_000, required: true }),
      number('part_wet_g', '样品鲜重', 'Wet mass of the sample', 'g', {
        positive: true,
        max: 1_000_000,
        required: true,
      }),
      number('part_dry_g', '样品干重', 'Dry mass of the sample', 'g', { max: 1_000_000, required: true }),
    ],
  },
  {
    name: 'deadwood',
    zh: '枯死木调查表',
    en: 'Dead wood',
    table: 'sink_deadwood',
    key: ['piece'],
    columns: [
      ...VISIT,
      text('piece', '编号', 'Piece', { required: true }),
      choice('kind', '类型', 'Kind', { standing: '枯立木', stump: '伐桩', lying: '倒木' }),
      text('species', '树种', 'Species'),
      number('diameter_cm', '直径', 'Diameter', 'cm', { positive: true, max: 300, required: true }),
      number('length_m', '长（高）', 'Length or height', 'm', { positive: true, max: 80 }),
      choice('decay', '腐烂等级', 'Decay', { sound: '未腐', intermediate: '半腐', rotten: '腐朽' }),
    ],
  },
  {
    name: 'soil',
    zh: '土壤剖面调查表',
    en: 'Soil cores',
    table: 'sink_soil',
    key: ['core', 'top_cm'],
    columns: [
      ...VISIT,
      text('core', '剖面号', 'Core', { required: true }),
      number('top_cm', '上界', 'Top', 'cm', { max: 1_000, decimals: 1, required: true }),
      number('bottom_cm', '下界', 'Bottom', 'cm', { positive: true, max: 1_000, decimals: 1, required: true }),
      number('bulk_density', '容重', 'Bulk density', 'g/cm³', { positive: true, max: 3, decimals: 3, required: true }),
      number('organic_carbon_g_kg', '有机碳', 'Organic carbon', 'g/kg', { max: 600, required: true }),
      number('coarse', '石砾体积比', 'Coarse fragments', '%', { max: 100, required: true }),
    ],
  },
];

export const formOf = (name: FormName): Form => FORMS.find((form) => form.name === name)!;

export const isFormName = (name: string): name is FormName => FORMS.some((form) => form.name === name);

/** As it stands in the form: 胸径（cm）. */
export const heading = ({ zh, unit }: Column): string => (unit ? `${zh}（${unit}）` : zh);

/** Headings are compared without unit, blanks and kinds of brackets; ours in English and our names are known too. */
export function columnFor({ columns }: Form, cell: string): Column | undefined {
  const bare = cell.replace(/[（(［[].*$/, '').replace(/[\s*]/g, '');
  return columns.find(({ name, zh, en }) => [zh.replace(/（.*/, ''), en.replaceAll(' ', ''), name].includes(bare));
}
