/** HTML to PDF by Chromium, where there is one; without it the HTML itself is what is offered. */
import { existsSync } from 'node:fs';
import { Injectable, Logger } from '@nestjs/common';
import { refuse as refuseAny } from '../errors';
import { refuse } from './report.messages';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
/** Chromium takes 100 MB and more: one at a time, and whoever would wait long is told to come back. */
const MOST_WAITING = 8;
const PATIENCE = 60_000;

@Injectable()
export class PdfPrinter {
  private readonly log = new Logger(PdfPrinter.name);
  private readonly browser = [process.env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place));
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Whether PDFs can be made here. */
  get available(): boolean {
    return this.browser !== undefined;
  }

  /**
   * A4 pages of a `reportPage`, numbered at the foot beside `footer`. Scripts do not run and nothing is fetched.
   * Throws NO_PDF_PRINTER, BUSY.
   */
  async print(page: string, { footer = '' }: { footer?: string } = {}): Promise<Buffer> {
    if (!this.browser) throw refuse('NO_PDF_PRINTER');
    if (this.waiting >= MOST_WAITING) throw refuseAny('BUSY', { retryAfter: 20 });
    this.waiting++;
    const job = this.last.then(() => this.once(page, footer));
    this.last = job.catch(() => {}).finally(() => this.waiting--);
    return job;
  }

  private async once(page: string, footer: string): Promise<Buffer> {
    const { chromium } = await import('playwright-core');
    const asRoot = process.getuid?.() === 0;
    const browser = await chromium
      .launch({ executablePath: this.browser!, args: asRoot ? ['--no-sandbox'] : [], timeout: PATIENCE })
      .catch((error: Error) => {
        this.log.error(error.message);
        throw refuse('NO_PDF_PRINTER');
      });
    try {
      const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
      const sheet = await context.newPage();
      sheet.setDefaultTimeout(PATIENCE);
      await sheet.setContent(page, { waitUntil: 'load' });
      return await sheet.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: footerOf(footer),
      });
    } finally {
      await browser.close();
    }
  }
}

const footerOf = (text: string): string =>
  `<div style="width:100%;margin:0 15mm;font:7.5pt 'Noto Sans CJK SC',sans-serif;color:#55655f;display:flex;justify-content:space-between">
<span>${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</span>
<span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;
