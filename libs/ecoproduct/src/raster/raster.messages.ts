import { registerMessages } from '@qingheng/platform';

export const refuseRaster = registerMessages({
  RASTER_KIND: {
    status: 422,
    zh: '栅格“{name}”的用途是 {kind}，此处需要 {needed}',
    en: 'The raster "{name}" is for {kind}; here one for {needed} is needed',
  },
  ZONES_UNNAMED: {
    status: 422,
    zh: '分区栅格没有分区名单',
    en: 'The zone raster has no list of zones',
    remedy: { zh: '上传时给出分区代码、名称与上级', en: 'Give codes, names and parents of the zones' },
  },
  RASTER_NOT_WHOLE: {
    status: 422,
    zh: '“{name}”是浮点栅格，分区与分类须为整数栅格',
    en: '"{name}" holds floats; zones and classes are rasters of whole numbers',
  },
  NOT_POLYGONS: {
    status: 422,
    zh: '分区须为 Polygon 或 MultiPolygon，并带整数 code',
    en: 'Zones are Polygons or MultiPolygons with a whole number as code',
  },
  RASTER_PROVISIONAL: {
    status: 422,
    zh: '栅格核算用到暂定的 {name}',
    en: 'The raster run rests on {name}, which is provisional',
  },
  RASTER_RUN_ENDED: { status: 409, zh: '该栅格核算已结束', en: 'This raster run has ended' },
  UNKNOWN_COLUMN_OF_METHOD: {
    status: 422,
    zh: '方法 {method} 没有计算列 {table}.{column}',
    en: 'The method {method} has no computed column {table}.{column}',
  },
});
