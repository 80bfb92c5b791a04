import { registerMessages } from '../errors';

export const refuse = registerMessages({
  NO_PDF_PRINTER: {
    status: 503,
    zh: '本机没有可用的 Chromium，不能生成 PDF',
    en: 'There is no usable Chromium on this machine, so no PDF can be made',
    remedy: {
      zh: '下载 HTML 后用浏览器打印，或安装 chromium 和 fonts-noto-cjk',
      en: 'Print the HTML from a browser, or install chromium and fonts-noto-cjk',
    },
  },
});
