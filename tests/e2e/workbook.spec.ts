/** Inventories by Excel, over HTTP: the template filled in as a person would, read back, and refused by cell. */
import ExcelJS from 'exceljs';
import { Person } from '../support/person';
import { type RunningService, runningService } from '../support/running-service';

let service: RunningService;
let filer: Person;
beforeAll(async () => {
  service = await runningService();
  filer = await Person.signIn(service.url, 'filer@huolin');
}, 120_000);
afterAll(() => service?.stop());

const plant = ['P1', 1, 0.411, 0.02, 0.004, 0.034, 0.0034];
const lines = [
  ['P1', 'electricity', 'electrolysis', 13492, 'kWh', 0.6205],
  ['P1', 'anode', 'anode', 0.5, 't', 376],
];

async function filled(change: (book: ExcelJS.Workbook) => void = () => {}): Promise<FormData> {
  const book = new ExcelJS.Workbook();
  const template = await filer.bytes('/filings/template.xlsx?method=footprint/primary-aluminium');
  await book.xlsx.load(template as unknown as ArrayBuffer);
  const write = (title: string, rows: unknown[][]) => {
    const worksheet = book.worksheets.find((w) => w.name.includes(title))!;
    const first = firstEmptyRow(worksheet);
    rows.forEach((row, i) => row.forEach((value, j) => (worksheet.getCell(first + i, j + 1).value = value as never)));
  };
  write('工厂', [plant]);
  write('投入', lines);
  change(book);
  const form = new FormData();
  form.append('file', new Blob([await book.xlsx.writeBuffer()]), 'inventory.xlsx');
  return form;
}

/** Below the headings. */
function firstEmptyRow(worksheet: ExcelJS.Worksheet): number {
  for (let row = 2; ; row++)
    if (worksheet.getCell(row, 1).value === null && worksheet.getCell(row, 2).value === null) return row;
}

const draft = async (): Promise<string> => {
  const answer = await filer.post<{ id: string }>('/filings', {
    method: 'footprint/primary-aluminium',
    title: 'Excel',
    periodStart: '2025-05-01',
    periodEnd: '2026-04-30',
    region: '150581',
  });
  return answer.body.id;
};
const upload = async (id: string, form: FormData) =>
  filer.call<{ input: { tables: Record<string, object[]> } }>('POST', `/filings/${id}/import`, form);

it('reads a filled template back', async () => {
  const { status, body } = await upload(await draft(), await filled());
  expect([status, body.faults]).toEqual([200, undefined]);
  expect(body.input.tables.plant).toMatchObject([{ plant_id: 'P1', anode_net_t: '0.411' }]);
  expect(body.input.tables.input).toHaveLength(2);
});

it('names every bad cell, also what only the method knows to be wrong, and stores nothing', async () => {
  const id = await draft();
  const form = await filled((book) => {
    const worksheet = book.worksheets.find((w) => w.name.includes('工厂'))!;
    const row = firstEmptyRow(worksheet) - 1;
    worksheet.getCell(row, 6).value = -1;
    worksheet.getCell(row, 3).value = 'viel';
  });
  const { status, body } = await upload(id, form);
  expect(status).toBe(422);
  expect(body.faults!.map(({ code, cell }) => `${code} ${cell?.[0]}`)).toEqual(
    expect.arrayContaining(['OUT_OF_RANGE F', 'NOT_A_NUMBER C']),
  );
  expect((await filer.get<{ input: { tables: object } }>(`/filings/${id}`)).body.input.tables).toEqual({});
});

it('refuses what is no workbook, and one that is too large', async () => {
  const id = await draft();
  const form = (bytes: number) => {
    const data = new FormData();
    data.append('file', new Blob([new Uint8Array(bytes)]), 'x.xlsx');
    return data;
  };
  expect((await upload(id, form(1000))).status).toBe(422);
  expect((await upload(id, form(21 * 1024 * 1024))).status).toBe(413);
  expect((await upload(id, new FormData())).body.code).toBe('FILE_MISSING');
});

it('exports what is filed', async () => {
  const id = await draft();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await filer.bytes(`/filings/${id}/export.xlsx`)) as unknown as ArrayBuffer);
  expect(book.worksheets.length).toBeGreaterThan(1);
});
