/** The dossier on paper and on the screen: one page of HTML, the figure first and everything it rests on after it. */
import { html, type Language, type Part, reportFacts, reportPage, reportTable } from '@qingheng/platform';
import type { InputColumn, Row, Sheet, Text } from '@qingheng/sheet';
import { certificatePart, CERTIFICATE_CSS } from './certificate-page';
import type { Dossier, Factor } from './dossier.types';
import { explanationPart, EXPLANATION_CSS } from './explanation-part';
import { grouped, pretty } from './figures';
import { type Word, WORDS } from './words';

export function dossierPage(dossier: Dossier, lang: Language, qr: string, at = new Date()): string {
  const say = (word: Word, n?: number): string => WORDS[word][lang].replace('{n}', String(n));
  const { label, sheet, run, filing } = dossier;
  const more = (left: number): Part => say('more', left);
  const text = (t: Text): string => t[lang];
  return reportPage({
    title: `${say('dossier')} ${label.number}`,
    lang,
    css: CERTIFICATE_CSS + EXPLANATION_CSS,
    body: [
      certificatePart(dossier, lang, qr),
      html`<section class="sheet">
        <h1>${say('dossier')}</h1>
        <p class="lead">${label.number} · ${label.productName} · ${label.organisation}</p>
        ${label.status !== 'valid' && html`<p class="warn">${say(label.status)} ${label.withdrawnOn} ${label.withdrawReason}</p>`}
        ${reportFacts([
          [say('status'), say(label.status)],
          [say('filing'), `${filing.number} ${filing.title}`],
          [say('filedBy'), filing.createdBy],
          [say('region'), filing.region],
          [say('made'), moment(at.toISOString(), lang)],
        ])}
        <h2>${say('kind')}</h2>
        <p><strong>${text(dossier.kind)}</strong>${confidence(dossier.kind.confidence, say)}</p>
        <p>${text(dossier.kind.statement)}</p>
        <ul>
          ${dossier.kind.rules.map((rule) => html`<li>${text(rule)}</li>`)}
        </ul>
        ${kindFacts(dossier, say)}
      </section>`,
      html`<h2>${say('figure')}</h2>
        ${reportTable(
          [
            { title: say('stage'), cell: (row) => text(row.title) },
            { title: `${say('value')} (${pretty(label.unit)})`, cell: (row) => grouped(row.value), figure: true },
            { title: say('share'), cell: (row) => row.share, figure: true },
          ],
          [...label.stages, { stage: '', title: WORDS.total, value: label.value, share: '100.0' }],
        )}`,
      html`<h2>${say('inventory')}</h2>
        <p class="note">${say('inventoryNote')}</p>
        ${sheet.tables
          .filter(({ name }) => dossier.input[name]?.length)
          .map((table) => {
            const rows = dossier.input[table.name]!;
            const columns = filedColumns(sheet, table.name, rows);
            return html`<h3>${text(table.title)} <span class="note">${table.name}</span></h3>
              ${reportTable(
                columns.map(({ name, title, unit, type }) => ({
                  title: html`${title[lang]}${unit && unit !== '1' && !unit.includes('[') && html` <span class="note">${unit}</span>`}`,
                  cell: (row: Row) => cellText(row[name], lang),
                  figure: type === 'number',
                })),
                rows,
                { more },
              )}`;
          })}`,
      factorsPart(dossier, lang, say, more),
      html`<h2>${say('method')}</h2>
        <p>${text(sheet.title)}. ${sheet.summary && text(sheet.summary)}</p>
        ${reportFacts([
          [say('method'), html`<code>${sheet.id} ${sheet.version}</code>`],
          [say('source'), html`${sheet.source.title}${confidence(sheet.source.confidence, say)}`],
          [say('clause'), sheet.source.clause],
          [say('asOf'), run.asOf],
        ])}
        ${hashes([
          [say('sheetHash'), run.sheetHash],
          [say('parameterHash'), run.parameterHash],
          [say('inputHash'), run.inputHash],
          [say('resultHash'), run.resultHash],
        ])}`,
      html`<h2>${say('explanation')}</h2>
        <p class="note">${say('explanationNote')}</p>
        ${explanationPart(dossier.explanation, lang, say)}`,
      html`<h2>${say('review')}</h2>
        ${reportTable(
          [
            { title: say('at'), cell: (row) => moment(row.at, lang) },
            { title: say('by'), cell: (row) => row.by },
            { title: say('decision'), cell: (row) => (row.decision === 'approve' ? say('approve') : say('return')) },
            { title: say('remarks'), cell: (row) => row.text || say('noRemarks') },
          ],
          dossier.reviews,
        )}`,
      html`<h2>${say('readiness')}</h2>
        ${reportTable(
          [
            { title: say('item'), cell: (row) => text(row.title) },
            { title: say('status'), cell: (row) => (row.met ? say('met') : html`<strong>${say('open')}</strong>`) },
            { title: say('document'), cell: (row) => row.document ?? (row.detail && text(row.detail)) },
            { title: say('source'), cell: (row) => html`${row.source}${confidence(row.confidence, say)}` },
          ],
          dossier.readiness,
        )}`,
      html`<h2>${say('once')}</h2>
        ${
          dossier.claims.length
            ? reportTable(
                [
                  { title: say('number'), cell: (claim) => html`<code>${claim.number}</code>` },
                  { title: say('subject'), cell: (claim) => `${claim.attribute} ${claim.subject}` },
                  { title: say('serials'), cell: (claim) => claim.serials ?? '' },
                  { title: say('period'), cell: (claim) => `${claim.from} – ${claim.to}` },
                ],
                dossier.claims,
                { more },
              )
            : html`<p>${say('noClaims')}</p>`
        }`,
      html`<h2>${say('audit')}</h2>
        ${reportTable(
          [
            { title: say('entry'), cell: (row) => row.seq, figure: true },
            { title: say('at'), cell: (row) => moment(row.at, lang) },
            { title: say('action'), cell: (row) => html`<code>${row.action}</code>` },
            { title: say('by'), cell: (row) => row.by },
            { title: say('hash'), cell: (row) => html`<code>${row.hash.slice(0, 16)}…</code>` },
          ],
          dossier.audit,
          { more },
        )}
        ${
          dossier.references.length > 0 &&
          html`<h3>${say('chained')}</h3>
            ${hashes(dossier.references.map(({ table, resultHash }) => [table, resultHash]))}`
        }`,
      html`<h2>${say('verification')}</h2>
        <ol>
          ${stepsOf(dossier, lang).map((step) => html`<li>${step}</li>`)}
        </ol>`,
    ],
  });
}

function kindFacts({ label }: Dossier, say: (word: Word) => string): Part {
  const { baseline, offset } = label;
  return [
    baseline &&
      reportFacts([
        [say('baseline'), `${baseline.number}: ${baseline.value} ${label.unit}`],
        [say('reduction'), `${baseline.reduction} %`],
      ]),
    offset &&
      reportFacts([
        [
          say('offset'),
          `${offset.amount} t CO2e · ${offset.asset} ${offset.serials.join('; ')} · ${offset.quantity} × ${label.declaredUnit}`,
        ],
      ]),
  ];
}

function factorsPart(
  dossier: Dossier,
  lang: Language,
  say: (word: Word) => string,
  more: (left: number) => Part,
): Part {
  const filed = filedFactors(dossier);
  return html`<h2>${say('factors')}</h2>
    ${
      dossier.factors.length > 0 &&
      html`<h3>${say('libraryFactors')}</h3>
        ${reportTable(
          [
            { title: say('place'), cell: (row: Factor) => html`<code>${row.place}</code>` },
            { title: say('name'), cell: (row) => html`${row.name[lang]} <code>${row.id} v${row.version}</code>` },
            { title: say('source'), cell: (row) => row.source },
            { title: say('confidence'), cell: (row) => confidence(row.confidence, say) },
          ],
          dossier.factors,
          { more },
        )}`
    }
    ${
      filed.length > 0 &&
      html`<h3>${say('filedFactors')}</h3>
        ${reportTable(
          [
            { title: say('place'), cell: (row) => html`<code>${row.place}</code>` },
            { title: say('value'), cell: (row) => `${row.value} ${row.unit}`, figure: true },
            { title: say('source'), cell: (row) => row.source },
          ],
          filed,
          { more },
        )}`
    }
    <h3>${say('methodParameters')}</h3>
    ${reportTable(
      [
        {
          title: say('name'),
          cell: (row) => html`<code>${row.name}${row.keys?.length ? ` (${row.keys.join(', ')})` : ''}</code>`,
        },
        { title: say('value'), cell: (row) => `${row.value} ${row.unit === '1' ? '' : row.unit}`, figure: true },
        { title: say('source'), cell: (row) => row.source },
        { title: say('confidence'), cell: (row) => confidence(row.confidence, say) },
      ],
      dossier.parameters,
      { more },
    )}`;
}

/** Factors written in the filing itself, with the source the filer gave. */
function filedFactors({
  sheet,
  input,
  factors,
}: Dossier): { place: string; value: string; unit: string; source: string }[] {
  const known = new Set(factors.map(({ place }) => place));
  return sheet.tables.flatMap(({ name, key, columns }) =>
    columns
      .filter((column) => /^(\w+_)?factor_kgco2e$/.test(column.name))
      .flatMap((column) =>
        (input[name] ?? []).flatMap((row) => {
          const place = `${name}/${key.map((k) => String(row[k])).join('/')}/${column.name}`;
          const value = row[column.name];
          if (value === undefined || value === null || value === '' || known.has(place)) return [];
          const unit =
            column.type === 'number' ? column.unit.replace(/\[(\w+)\]/, (_, of: string) => String(row[of] ?? of)) : '';
          return [{ place, value: String(value), unit, source: String(row.factor_source ?? row.evidence ?? '') }];
        }),
      ),
  );
}

/** Columns that anybody filled, in the order of the sheet. */
function filedColumns(sheet: Sheet, table: string, rows: Row[]): InputColumn[] {
  const columns = sheet.tables.find(({ name }) => name === table)!.columns;
  return columns.filter(
    (column): column is InputColumn =>
      column.kind === 'input' && rows.some((row) => row[column.name] !== undefined && row[column.name] !== ''),
  );
}

const cellText = (value: Row[string], lang: Language): string =>
  typeof value === 'boolean' ? { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }[lang] : String(value ?? '');

function confidence(level: string, say: (word: Word) => string): Part {
  const word = level === 'provisional' ? 'provisionalShort' : level === 'official' ? 'official' : 'secondary';
  return html` <span class="tag ${level}">${say(word)}</span>`;
}

const hashes = (pairs: [string, string][]): Part =>
  html`<div class="hashes">
    ${pairs.map(([name, hash]) => html`<p><span class="note">${name}</span><br /><code>${hash}</code></p>`)}
  </div>`;

/** To the minute, in China's time. */
const moment = (iso: string, lang: Language): string =>
  new Date(iso).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  });

function stepsOf({ label, publicUrl, sheet, run, filing: { region } }: Dossier, lang: Language): Part[] {
  const page = html`<code>${publicUrl}/label/${label.number}</code>`;
  const keys = html`<code>${publicUrl}/.well-known/jwks.json</code>`;
  const archive = html`<code>qingheng verify --archive dossier.zip --keys ${publicUrl}/.well-known/jwks.json</code>`;
  const rerun = html`<code
    >qingheng run ${sheet.id}@${sheet.version} --input input.json --as-of ${run.asOf} --region ${region}</code
  >`;
  return lang === 'zh'
    ? [
        html`打开公示页 ${page}，核对编号、数值、状态和有效期。`,
        html`用公钥 ${keys} 验证标识签名（JWS，ES256）；签名内容须与本档案所列一致。`,
        html`用 ${archive} 验证压缩包：清单签名成立，各文件 SHA-256 相符，无增无缺。`,
        html`用 ${rerun} 重算 <code>data/input.json</code>：方法哈希、输入哈希、结果哈希须与本档案相同。`,
        html`请审计人员运行 <code>qingheng audit verify</code>：审计链完整，上列各条的哈希在链中。`,
      ]
    : [
        html`Open the public page ${page}; compare number, figure, status and validity.`,
        html`Check the signature of the label (JWS, ES256) with the keys at ${keys}; what is signed must agree with this
        dossier.`,
        html`Run ${archive}: the manifest's signature holds, every file has its SHA-256, none is missing or added.`,
        html`Run ${rerun} on <code>data/input.json</code>: the hashes of sheet, input and result must be those given
          here.`,
        html`Ask an auditor to run <code>qingheng audit verify</code>: the chain is whole and holds the entries above.`,
      ];
}
