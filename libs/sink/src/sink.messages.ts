import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  EMPTY_AREA: { status: 422, zh: '没有坐标', en: 'There are no coordinates' },
  NOT_A_POLYGON: {
    status: 422,
    zh: '不是面状图形',
    en: 'This is not an area',
    remedy: { zh: '上传 Polygon 或 MultiPolygon（GeoJSON）', en: 'Send a Polygon or MultiPolygon (GeoJSON)' },
  },
  NOT_A_POSITION: { status: 422, zh: '不是一对经纬度', en: 'This is not a pair of longitude and latitude' },
  TOO_MANY_VERTICES: { status: 422, zh: '顶点超过 {most} 个', en: 'There are more than {most} vertices' },
  COORDINATES_SWAPPED: {
    status: 422,
    zh: '经纬度颠倒：（{x}，{y}）应先经度后纬度',
    en: 'Longitude and latitude are swapped in ({x}, {y}): longitude comes first',
  },
  OUTSIDE_COUNTRY: {
    status: 422,
    zh: '坐标（{x}，{y}）不在国内',
    en: 'The position ({x}, {y}) lies outside the country',
    remedy: {
      zh: '若是投影坐标，先转为 CGCS2000 经纬度',
      en: 'Convert projected coordinates to degrees of CGCS2000 first',
    },
  },
  GCJ02_COORDINATES: {
    status: 422,
    zh: 'GCJ-02、BD-09 是加偏坐标，相差可达数百米，不能用于面积和重叠',
    en: 'GCJ-02 and BD-09 are shifted by up to hundreds of metres and cannot be measured',
    remedy: { zh: '从测量成果重新导出 CGCS2000 坐标', en: 'Export CGCS2000 coordinates from the survey' },
  },
  BOUNDARY_FORMAT: {
    status: 422,
    zh: '认不出边界文件的格式',
    en: 'The format of the boundary file is not known',
    remedy: {
      zh: '上传 GeoJSON、KML、KMZ，或把 .shp、.shx、.dbf、.prj 打包为 zip',
      en: 'Send GeoJSON, KML, KMZ, or a zip of .shp, .shx, .dbf and .prj',
    },
  },
  SHAPEFILE_MISSING: { status: 422, zh: '压缩包里没有 .shp', en: 'There is no .shp in the archive' },
  SHAPEFILE_SEVERAL: {
    status: 422,
    zh: '压缩包里有多个 .shp',
    en: 'There are several .shp in the archive',
    remedy: { zh: '一个地块上传一个压缩包', en: 'Send one archive for an area' },
  },
  DATUM_MISSING: {
    status: 422,
    zh: '文件没有说明坐标系，数值也不是经纬度或带号坐标',
    en: 'The file names no datum, and its numbers are neither degrees nor grid coordinates with a zone',
    remedy: { zh: '连同 .prj 一起打包，或导出为 CGCS2000 经纬度', en: 'Add the .prj, or export degrees of CGCS2000' },
  },
  BOUNDARY_SHIFTED: {
    status: 422,
    zh: '新边界与现行边界错开数百米；按 GCJ-02 还原后重合 {share} %，坐标应是加偏的',
    en: 'The boundary is hundreds of metres off the present one; taken as GCJ-02 it would cover {share} % of it',
    remedy: { zh: '从测量成果重新导出 CGCS2000 坐标', en: 'Export CGCS2000 coordinates from the survey' },
  },
  REPAIRED_UNCLOSED_RING: { status: 200, zh: '闭合了边界', en: 'The ring was closed' },
  REPAIRED_TOO_FEW_POSITIONS: {
    status: 200,
    zh: '去掉了不足三点的环',
    en: 'A ring of fewer than three positions was left out',
  },
  REPAIRED_SELF_CROSSING: {
    status: 200,
    zh: '在自相交处拆分了边界',
    en: 'The border was parted where it crossed itself',
  },
  REPAIRED_HOLE_OUTSIDE: { status: 200, zh: '空洞改为按图形求差', en: 'The hole was cut out where it lies within' },
  REPAIRED_PARTS_OVERLAP: { status: 200, zh: '合并了相互重叠的部分', en: 'Parts upon each other became one' },
  UNKNOWN_DATUM: {
    status: 422,
    zh: '不认识坐标系“{name}”',
    en: 'The datum "{name}" is not known',
    remedy: { zh: '使用 CGCS2000（EPSG:4490）', en: 'Use CGCS2000 (EPSG:4490)' },
  },
  UNCLOSED_RING: {
    status: 422,
    zh: '边界没有闭合',
    en: 'The ring is not closed',
    remedy: { zh: '末点与首点坐标须相同', en: 'The last position must repeat the first' },
  },
  TOO_FEW_POSITIONS: { status: 422, zh: '不足三个不同的点', en: 'There are fewer than three different positions' },
  SELF_CROSSING: {
    status: 422,
    zh: '边界在（{x}，{y}）处自相交',
    en: 'The border crosses itself at ({x}, {y})',
  },
  HOLE_OUTSIDE: { status: 422, zh: '空洞不在外边界之内', en: 'The hole does not lie within its outer ring' },
  PARTS_OVERLAP: { status: 422, zh: '与另一部分重叠', en: 'The part lies upon another part' },
  AREA_OVERLAPS: {
    status: 409,
    zh: '与已有项目重叠 {count} 处，同一土地同一碳库不能重复计量',
    en: 'The area overlaps {count} others: land and pool are counted once',
  },
  OVERLAPS_AREA: {
    status: 409,
    zh: '与项目 {project} 的地块 {area} 重叠 {squareMetres} m²',
    en: 'It overlaps area {area} of project {project} by {squareMetres} m²',
  },
  OUTSIDE_CLAIM_KNOWN: {
    status: 409,
    zh: '{scheme} 的 {number} 已经登记',
    en: '{number} of {scheme} is recorded already',
  },
  UNKNOWN_METHOD_VERSION: { status: 422, zh: '没有碳汇方法 {method}', en: 'There is no sink method {method}' },
  PERIOD_REVERSED: { status: 422, zh: '报告期的结束早于开始', en: 'The period ends before it begins' },
  PROJECT_STATE: {
    status: 409,
    zh: '项目处于“{status}”状态，不能{wanted}',
    en: 'The project is {status}; it cannot become or allow "{wanted}"',
  },
  NO_AREA: { status: 409, zh: '项目还没有地块', en: 'The project has no area yet' },
  STALE_VERSION: {
    status: 409,
    zh: '边界已被改到第 {current} 版',
    en: 'The boundary is at version {current} meanwhile',
  },
  MONITORING_OVERLAPS: {
    status: 409,
    zh: '与该项目已有的监测期重叠',
    en: 'The project already has a monitoring period in this time',
  },
  OUTSIDE_CREDITING: {
    status: 422,
    zh: '监测期不在计入期 {start} 至 {end} 之内',
    en: 'The monitoring period lies outside the crediting period from {start} to {end}',
  },
});
