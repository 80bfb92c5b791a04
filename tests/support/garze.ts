/** The account of Garzé 甘孜州 2010 as published: 白玛卓嘎等 2017, 生态学报 37(19):6302-6312, doi 10.5846/stxb201607011362. */

/** Values in 亿元 by service and ecosystem; the last of each row is the printed total. */
export const ECOSYSTEMS = [
  'forest',
  'shrub',
  'grassland',
  'wetland',
  'farmland',
  'town',
  'glacier_snow',
  'bareland',
] as const;
export const BY_ECOSYSTEM: [service: string, type: string, cells: string, total: string][] = [
  ['物质产品 forestry', 'provisioning', '2.38,,22.07,595.9,12.29,,,', '632.64'],
  ['水源涵养', 'regulating', '616.93,617.09,993.56,33.56,2.59,0.1,0.14,5.74', '2269.71'],
  ['土壤保持', 'regulating', '145.21,97.74,143.71,1.3,3.32,0.07,4.34,3.91', '399.6'],
  ['防风固沙', 'regulating', '0.23,0.34,1.49,0.06,0.02,0.001,0.002,0.14', '2.28'],
  ['洪水调蓄', 'regulating', ',,,59.56,,,,', '59.56'],
  ['空气净化', 'regulating', ',,,0.03,,,,', '0.03'],
  ['水质净化', 'regulating', ',,,0.04,,,,', '0.04'],
  ['固碳释氧', 'regulating', '722.3,450.03,684.67,29.91,24.07,0.83,1.12,26.34', '1939.27'],
  ['气候调节', 'regulating', '666.68,309.16,507.68,674.34,,,,', '2157.86'],
  ['病虫害控制', 'regulating', '5.93,,8.0,,,,,', '13.93'],
  ['休闲旅游', 'cultural', '16.33,16.51,36.37,1.46,,,,', '70.67'],
];
/** 亿元, as printed. */
export const CLASSES = { provisioning: '632.64', regulating: '6842.28', cultural: '70.67' };
export const GEP = '7545.59';

export interface PublishedLine {
  id: string;
  service: string;
  item: string;
  ecosystem: string;
  class: string;
  /** As printed, with its multiplier. */
  quantity: string;
  multiplier: number;
  unit: string;
  price: string;
  priceUnit: string;
  /** 亿元. */
  value: string;
  rtol: number;
}

const line = (text: string): PublishedLine => {
  const [id, service, item, ecosystem, type, quantity, multiplier, unit, price, priceUnit, value, rtol] = text.split(
    ',',
  ) as string[];
  return {
    ...{
      id: id!,
      service: service!,
      item: item!,
      ecosystem: ecosystem!,
      class: type!,
      quantity: quantity!,
      multiplier: Number(multiplier),
    },
    ...{ unit: unit!, price: price!, priceUnit: priceUnit!, value: value!, rtol: Number(rtol) },
  };
};

/** Rows A01–A22. A09 is priced by the area of the sand held (60.89 km²), as the paper does. */
export const LINES: PublishedLine[] = `
A01,水资源,生活用水,wetland,provisioning,1.36,1e8,m³,2.6,元/m³,3.54,0.002
A02,水资源,工业用水,wetland,provisioning,150.17,1e8,m³,3.6,元/m³,540.6113,0.00001
A03,水资源,农业用水,wetland,provisioning,17.31,1e8,m³,0.07,元/m³,1.2117,0.00001
A04,水电,发电量,wetland,provisioning,95.3,1e8,kWh,0.53,元/kWh,50.509,0.00001
A05,水源涵养,涵养量,grassland,regulating,321.49,1e8,m³,7.06,元/m³,2269.7074,0.0001
A06,土壤保持,减少泥沙淤积,grassland,regulating,10.03,1e8,m³,15.58,元/m³,156.2555,0.0002
A07,土壤保持,减少N面源,grassland,regulating,1437.94,1e4,t,875,元/t,125.8199,0.0002
A08,土壤保持,减少P面源,grassland,regulating,419.72,1e4,t,2800,元/t,117.5226,0.0002
A09,防风固沙,固沙面积,grassland,regulating,60.89,1e6,m²,3.75,元/m²,2.2835,0.0001
A10,洪水调蓄,湖泊,wetland,regulating,2.43,1e8,m³,7.06,元/m³,17.143,0.002
A11,洪水调蓄,沼泽,wetland,regulating,6.0,1e8,m³,7.06,元/m³,42.3436,0.004
A12,空气净化,SO2,wetland,regulating,1137,1,t,1200,元/t,0.0136,0.005
A13,空气净化,NOx,wetland,regulating,2772,1,t,630,元/t,0.0175,0.005
A14,空气净化,工业粉尘,wetland,regulating,941,1,t,150,元/t,0.0014,0.02
A15,水质净化,COD,wetland,regulating,5424,1,t,700,元/t,0.038,0.002
A16,水质净化,氨氮,wetland,regulating,625,1,t,875,元/t,0.0055,0.01
A17,固碳,CO2,forest,regulating,0.31,1e8,t,380,元/t,117.3548,0.005
A18,释氧,O2,forest,regulating,2.51,1e8,t,727,元/t,1821.9182,0.002
A19,气候调节,植被蒸腾,forest,regulating,2799.1,1e8,kWh,0.53,元/kWh,1483.5208,0.00001
A20,气候调节,水面蒸发,wetland,regulating,1272.35,1e8,kWh,0.53,元/kWh,674.3433,0.00001
A21,病虫害控制,森林,forest,regulating,158,1e4,hm²,375,元/hm²,5.925,0.000001
A22,病虫害控制,草地,grassland,regulating,711.13,1e4,hm²,112.5,元/hm²,8.0003,0.0001`
  .trim()
  .split('\n')
  .map(line);

/** 亿 times a decimal, exact. */
const fromYi = (text: string): string => {
  const [whole, fraction = ''] = text.split('.') as [string, string?];
  return BigInt(whole + fraction.padEnd(8, '0')).toString();
};

/** Items whose quantity is the published value and whose price is one yuan: what is left to check is every sum. */
export const publishedItems = () =>
  BY_ECOSYSTEM.flatMap(([service, type, cells]) =>
    cells.split(',').flatMap((value, i) =>
      value
        ? [
            {
              item_id: `${service} ${ECOSYSTEMS[i]}`,
              service,
              class: type,
              ecosystem: ECOSYSTEMS[i],
              quantity: fromYi(value),
              unit_price: '1',
            },
          ]
        : [],
    ),
  );
