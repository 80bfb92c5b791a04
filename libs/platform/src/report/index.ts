/**
 * Reports: written once as HTML, printed to PDF where Chromium is, packed as a signed archive.
 *
 *     const page = reportPage({ title, lang, body: html`<h1>${title}</h1>${reportFacts(facts)}${reportTable(columns, rows)}` });
 *     const pdf = this.printer.available ? await this.printer.print(page, { footer: title }) : undefined;
 *     const archive = await signedArchive(this.keys, [{ name: 'report.html', bytes: Buffer.from(page) }], { kind, subject });
 *
 * `html` escapes what is put into it; CSS classes are those of page.ts (`figure`, `note`, `warn`, `lead`, `sheet`: on a new
 * sheet of paper). `PdfPrinter` is injected from anywhere.
 */
export { Html, html, type Part } from './html';
export { reportFacts, reportPage, reportTable, type ReportColumn, type ReportPage } from './page';
export { PdfPrinter } from './pdf-printer';
export { ReportModule } from './report.module';
export { signedArchive, verifyArchive, type ArchiveFault, type Manifest } from './signed-archive';
export { unzip, zip, type ZipPart } from './zip';
