/** Products from workbooks and CSV: read by the form of config/ecoproduct/catalogue.yaml, every bad cell named. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { readWorkbook, withAddresses, writeTemplate } from '@qingheng/pipeline';
import { faultOf, PlatformConfig } from '@qingheng/platform';
import { type Fault, knownUnit, loadSheet, type Row, runSheet, type Sheet, SheetFaults } from '@qingheng/sheet';
import { readFile } from '../file/read-rows';
import { type Service, Services } from '../service/services';
import './catalogue.messages';

export const OWNERS = { state: '国有', collective: '集体', household: '农牧户', enterprise: '企业' } as const;
export const MARKS = { meng: '蒙字标', geographical: '地理标志', green: '绿色食品', organic: '有机产品' } as const;
export type OwnerKind = keyof typeof OWNERS;
export type Mark = keyof typeof MARKS;

export interface NewProduct {
  code: string;
  name: string;
  service: string;
  owner: string;
  ownerKind: OwnerKind;
  region: string;
  parcel?: string;
  quantity: string;
  unit: string;
  from: string;
  to: string;
  mark?: Mark;
  certificate?: string;
}

/** What rows are held against beyond their own cells. */
export interface Known {
  regions: ReadonlySet<string>;
  codes: ReadonlySet<string>;
}

const keyOf = <K extends string>(of: Record<K, string>, word: unknown): K | undefined =>
  (Object.keys(of) as K[]).find((key) => of[key] === word || key === word);

@Injectable()
export class CatalogueForm {
  readonly sheet: Sheet;

  constructor(
    { configDir }: PlatformConfig,
    private readonly services: Services,
  ) {
    const { sheet, faults } = loadSheet(readFileSync(join(configDir, 'ecoproduct', 'catalogue.yaml'), 'utf8'));
    if (!sheet) throw new SheetFaults(faults);
    this.sheet = sheet;
  }

  template(rows: readonly Row[] = []): Promise<Buffer> {
    return writeTemplate(this.sheet, rows.length ? { rows: { tables: { product: [...rows] } } } : {});
  }

  async read(bytes: Buffer, known: Known): Promise<{ products: NewProduct[]; faults: Fault[] }> {
    const workbook = bytes.subarray(0, 2).toString('latin1') === 'PK';
    const read = workbook
      ? await readWorkbook(this.sheet, bytes)
      : { input: { tables: { product: await this.csv(bytes) } }, faults: [], places: { tables: {} }, ignored: [] };
    const rows = read.input.tables.product ?? [];
    const faults = withAddresses(this.sheet, read, [
      ...(await this.cells(rows)),
      ...rows.flatMap((row) => this.check(row, known)),
    ]);
    return { products: faults.length ? [] : rows.map((row) => this.productOf(row)), faults };
  }

  /** The checks beyond types and ranges, also of a single product. */
  check(row: Row, { regions, codes }: Known): Fault[] {
    const text = (column: string): string => String(row[column] ?? '').trim();
    const faults: Fault[] = [];
    const bad = (column: string, code: string, params = {}): void =>
      void faults.push(faultOf(code, { table: 'product', row: text('code'), column }, params));
    if (text('service') && !this.services.named(text('service')))
      bad('service', 'PRODUCT_SERVICE', { service: text('service') });
    if (text('region') && !regions.has(text('region'))) bad('region', 'PRODUCT_REGION', { region: text('region') });
    if (text('unit') && !knownUnit(text('unit')) && text('unit') !== '人次')
      bad('unit', 'PRODUCT_UNIT', { unit: text('unit') });
    if (text('from') && text('to') && text('to') < text('from')) bad('to', 'PRODUCT_PERIOD');
    if (!text('mark') !== !text('certificate')) bad(text('mark') ? 'certificate' : 'mark', 'PRODUCT_MARK');
    if (codes.has(text('code'))) bad('code', 'PRODUCT_KNOWN', { code: text('code') });
    return faults;
  }

  serviceOf(name: string): Service {
    return this.services.named(name)!;
  }

  /** Types, ranges and doubles: by the engine that checks inventories. */
  async cells(rows: readonly Row[]): Promise<Fault[]> {
    try {
      await runSheet(this.sheet, { tables: { product: [...rows] } }, { asOf: '2025-01-01' });
      return [];
    } catch (error) {
      if (error instanceof SheetFaults) return error.faults;
      throw error;
    }
  }

  /** Headings are the names of the columns or their titles in either language. */
  private async csv(bytes: Buffer): Promise<Row[]> {
    const [grid] = await readFile(bytes);
    const [heading = [], ...body] = grid?.rows ?? [];
    const names = heading.map((cell) => {
      const plain = cell.trim();
      const column = this.sheet.tables[0]!.columns.find(({ name, title }) =>
        [name, title.zh, title.en].includes(plain),
      );
      return column?.name ?? plain;
    });
    return body
      .filter((cells) => cells.some((cell) => cell.trim()))
      .map((cells) => Object.fromEntries(names.map((name, i) => [name, (cells[i] ?? '').trim() || null])));
  }

  private productOf(row: Row): NewProduct {
    const text = (column: string): string => String(row[column] ?? '').trim();
    const optional = (column: string) => text(column) || undefined;
    return {
      ...{
        code: text('code'),
        name: text('name'),
        service: this.serviceOf(text('service')).code,
        owner: text('owner'),
      },
      ownerKind: keyOf(OWNERS, text('owner_kind'))!,
      ...{ region: text('region'), parcel: optional('parcel'), quantity: text('quantity'), unit: text('unit') },
      ...{ from: text('from'), to: text('to'), mark: keyOf(MARKS, text('mark')) },
      certificate: optional('certificate'),
    };
  }
}

/** As the form writes it, for exports that can be imported again. */
export const rowOf = (product: NewProduct, services: Pick<Services, 'get'>): Row => ({
  ...{
    code: product.code,
    name: product.name,
    service: services.get(product.service)?.zh ?? product.service,
    owner: product.owner,
  },
  ...{
    owner_kind: OWNERS[product.ownerKind],
    region: product.region,
    parcel: product.parcel ?? null,
    quantity: product.quantity,
  },
  ...{ unit: product.unit, from: product.from, to: product.to, mark: product.mark ? MARKS[product.mark] : null },
  certificate: product.certificate ?? null,
});
