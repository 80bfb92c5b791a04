import { registerMessages } from '@qingheng/platform';

registerMessages({
  STRATUM_TWICE: { status: 422, zh: '碳层“{code}”出现两次', en: 'The stratum "{code}" is there twice' },
  STRATA_OVERLAP: {
    status: 422,
    zh: '与碳层 {other} 重叠 {squareMetres} m²',
    en: 'It overlaps stratum {other} by {squareMetres} m²',
    remedy: { zh: '碳层之间只能相接', en: 'Strata may only touch' },
  },
  STRATUM_OUTSIDE: {
    status: 422,
    zh: '有 {squareMetres} m² 在项目地块之外',
    en: '{squareMetres} m² of it lie outside the areas of the project',
    remedy: { zh: '按现行边界裁切', en: 'Cut it by the present boundary' },
  },
  PLOT_LOST: {
    status: 422,
    zh: '样地 {plot} 在新的划分中没有归属（原碳层“{before}”）',
    en: 'Plot {plot} would belong to no stratum (it was in "{before}")',
    remedy: { zh: '在 plots 中指明它的新碳层', en: 'Name its new stratum under plots' },
  },
});
