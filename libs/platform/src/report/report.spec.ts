/** Reports: nothing that is put into one becomes markup; archives show every change; PDFs are printed by a real Chromium. */
import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import fc from 'fast-check';
import { signEs256, thumbprint } from '../identity/keys/jws';
import {
  html,
  PdfPrinter,
  reportPage,
  reportTable,
  signedArchive,
  unzip,
  verifyArchive,
  zip,
  type ZipPart,
} from './index';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk: JsonWebKey = publicKey.export({ format: 'jwk' });
const kid = thumbprint(jwk);
const keys = {
  sign: (payload: object, { typ = 'JWT' } = {}) => Promise.resolve(signEs256(privateKey, { kid, typ }, payload)),
};
const published = [{ ...jwk, kid }];

describe('a page', () => {
  it('writes whatever is put into it as text', () => {
    const hostile = `<script>alert("1")</script> & 'x'`;
    expect(html`<td title="${hostile}">${[hostile, html`<b>${1}</b>`, undefined, false]}</td>`.toString()).toBe(
      '<td title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;<b>1</b></td>',
    );
    const page = reportPage({ title: hostile, lang: 'zh', body: hostile });
    expect(page).not.toContain('<script');
    expect(page).toContain(`default-src &#39;none&#39;`);
  });

  it('counts the rows it does not show', () => {
    const rows = Array.from({ length: 12 }, (_, i) => i);
    const table = reportTable([{ title: 'n', cell: (n) => n, figure: true }], rows, {
      most: 10,
      more: (left) => `+${left}`,
    });
    expect(table.toString()).toContain('+2');
    expect(table.toString().match(/<tr>/g)).toHaveLength(11);
  });
});

describe('a zip', () => {
  const parts = fc.uniqueArray(
    fc.record({
      name: fc.stringMatching(/^[a-z碳足迹]{1,12}\.json$/),
      bytes: fc.uint8Array({ maxLength: 2000 }).map(Buffer.from),
    }),
    { selector: ({ name }) => name, maxLength: 6 },
  );

  it('comes back as it was written, and the same parts give the same bytes', () => {
    fc.assert(
      fc.property(parts, (given: ZipPart[]) => {
        expect(unzip(zip(given))).toEqual(given);
        expect(zip(given).equals(zip(given))).toBe(true);
      }),
    );
  });

  it('is not read when damaged, cut or too large', () => {
    const file = zip([{ name: 'a', bytes: Buffer.alloc(5000, 1) }]);
    for (const bad of [Buffer.alloc(0), Buffer.from('PK'), file.subarray(0, file.length - 30), file.subarray(40)])
      expect(unzip(bad)).toBeUndefined();
    expect(unzip(file, 4999)).toBeUndefined();
    const flipped = Buffer.from(file);
    flipped[33] = flipped[33]! ^ 0xff;
    expect(unzip(flipped)).toBeUndefined();
  });
});

describe('a signed archive', () => {
  const parts = [
    { name: 'a/one.json', bytes: Buffer.from('{"n":1}') },
    { name: '二.csv', bytes: Buffer.from('甲,1\n') },
  ];
  const archive = () => signedArchive(keys, parts, { kind: 'test', subject: 'T1', made: new Date(0) });

  it('verifies with nothing but the published keys', async () => {
    const { manifest, faults, kid: by } = verifyArchive(await archive(), published);
    expect(faults).toEqual([]);
    expect(by).toBe(kid);
    expect(manifest).toMatchObject({ kind: 'test', subject: 'T1', files: [{ name: 'a/one.json', bytes: 7 }, {}] });
  });

  it('shows each change', async () => {
    const files = unzip(await archive())!;
    const without = (name: string) => files.filter((file) => file.name !== name);
    const put = (name: string, text: string) => [...without(name), { name, bytes: Buffer.from(text) }];
    const codes = (changed: ZipPart[]) =>
      verifyArchive(zip(changed), published).faults.map(({ code, file }) => [code, file]);
    expect(codes(put('二.csv', '甲,2\n'))).toEqual([['FILE_CHANGED', '二.csv']]);
    expect(codes(without('二.csv'))).toEqual([['FILE_MISSING', '二.csv']]);
    expect(codes([...files, { name: 'new', bytes: Buffer.alloc(1) }])).toEqual([['FILE_ADDED', 'new']]);
    expect(codes(put('manifest.json', '{}'))).toEqual([['MANIFEST_DIFFERS', 'manifest.json']]);
    expect(codes(without('manifest.jws'))).toEqual([['NOT_SIGNED', undefined]]);
    expect(verifyArchive(await archive(), []).faults).toEqual([{ code: 'NOT_SIGNED' }]);
    expect(verifyArchive(Buffer.from('x'), published).faults).toEqual([{ code: 'NOT_AN_ARCHIVE' }]);
    // Another thing that the same key signed is no manifest.
    const other = signEs256(privateKey, { kid, typ: 'qingheng-label+jwt' }, { files: [] });
    expect(codes(put('manifest.jws', other))).toEqual([['NOT_SIGNED', undefined]]);
  });
});

describe('a PDF', () => {
  const printer = new PdfPrinter();
  // A machine without Chromium is offered the HTML; there is nothing to print with.
  const printed = printer.available ? it : it.skip;

  printed(
    'is printed in A4 with its pages numbered, and fetches nothing',
    async () => {
      const body = html`<h1>产品碳足迹</h1>
        <img src="http://127.0.0.1:9/x.png" alt="" />${reportTable(
          [{ title: 'n', cell: (n: number) => n }],
          Array.from({ length: 200 }, (_, i) => i),
        )}`;
      const pdf = await printer.print(reportPage({ title: '档案', lang: 'zh', body }), { footer: 'CF2026 <b>' });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(2);
    },
    60_000,
  );

  it('is refused where there is no Chromium', async () => {
    const without = new PdfPrinter();
    Object.assign(without, { browser: undefined });
    expect(without.available).toBe(false);
    await expect(without.print('')).rejects.toMatchObject({ code: 'NO_PDF_PRINTER' });
  });
});
