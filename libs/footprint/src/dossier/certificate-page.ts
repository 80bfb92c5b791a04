/** The certificate: one sheet of paper by the template of config/labels/certificate.yaml. */
import { Html, html, type Language, reportPage } from '@qingheng/platform';
import type { Dossier } from './dossier.types';
import { grouped, pretty } from './figures';
import { WORDS } from './words';

/** `qr`: SVG of the public page's address, made by the service itself. */
export const certificatePage = (dossier: Dossier, lang: Language, qr: string): string =>
  reportPage({
    title: `${dossier.certificate.title[lang]} ${dossier.label.number}`,
    lang,
    css: CERTIFICATE_CSS,
    body: certificatePart(dossier, lang, qr),
  });

export function certificatePart({ certificate, label, kind, publicUrl }: Dossier, lang: Language, qr: string): Html {
  const other = lang === 'zh' ? 'en' : 'zh';
  return html`<section class="certificate">
    <p class="brand">青衡 Qingheng</p>
    <h1>${certificate.title[lang]}</h1>
    <p class="sub">${certificate.title[other]}</p>
    <p class="big"><span>${grouped(label.value)}</span> ${pretty(label.unit)}</p>
    <p class="sub">
      ${kind[lang]}${label.status !== 'valid' && html` · <strong class="ended">${WORDS[label.status][lang]}</strong>`}
    </p>
    <table>
      <tbody>
        ${certificate.fields.map(
          (field) =>
            html`<tr>
              <th scope="row">${field[lang]}</th>
              <td>${field.value[lang]}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <div class="foot">
      <div class="qr">${new Html(qr)}</div>
      <div>
        <p>${kind.statement[lang]}</p>
        <p class="note">${WORDS.scan[lang]}: ${publicUrl}/label/${label.number}</p>
        ${certificate.template.confidence === 'provisional' && html`<p class="note">${WORDS.provisional[lang]}</p>`}
      </div>
    </div>
  </section>`;
}

export const CERTIFICATE_CSS = `
.certificate { border: 2px solid var(--accent); outline: 1px solid var(--line); outline-offset: 4px; padding: 12mm 14mm 8mm; text-align: center; }
.certificate .brand { color: var(--accent); font-weight: 600; letter-spacing: .1em; margin: 0 0 8mm; }
.certificate .sub { color: var(--soft); }
.certificate .big { margin: 8mm 0 2mm; font-size: 18px; color: var(--accent); }
.certificate .big span { font-size: 40px; font-weight: 700; font-variant-numeric: tabular-nums; }
.certificate .ended { color: #b42318; }
.certificate table { margin: 8mm 0 6mm; text-align: left; font-size: 13.5px; }
.certificate th, .certificate td { border: 0; border-bottom: 1px solid var(--line); background: none; padding: 6px 8px; }
.certificate th { width: 34%; color: var(--soft); font-weight: 500; }
.certificate .foot { display: flex; gap: 8mm; align-items: center; text-align: left; font-size: 12.5px; }
.certificate .qr { flex: 0 0 30mm; } .certificate .qr svg { width: 30mm; height: 30mm; display: block; }
@media (max-width: 640px) { .certificate { padding: 18px 14px; } .certificate .foot { flex-direction: column; align-items: flex-start; } }
@media print { .certificate { height: 255mm; padding: 9mm 14mm 7mm; display: flex; flex-direction: column; break-inside: avoid; }
  .certificate .brand { margin-bottom: 4mm; } .certificate .big { margin: 5mm 0 1mm; } .certificate .big span { font-size: 32pt; }
  .certificate table { font-size: 10pt; margin: 5mm 0 4mm; } .certificate th, .certificate td { padding: 1.4mm 2mm; }
  .certificate .foot { margin-top: auto; font-size: 9pt; } .certificate .qr, .certificate .qr svg { flex-basis: 26mm; width: 26mm; height: 26mm; } }
`;
