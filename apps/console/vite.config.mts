import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = process.env.QH_API_URL ?? 'http://localhost:8080';

const outDir = fileURLToPath(new URL('../../dist/console', import.meta.url));

/** Packed once, here, as hard as it can be; the service sends the copies (apps/api/packed-files.ts). */
const packed = (): Plugin => ({
  name: 'packed',
  apply: 'build',
  closeBundle() {
    const assets = join(outDir, 'assets');
    for (const name of readdirSync(assets)) {
      if (!/\.(js|css|svg|ttf)$/.test(name)) continue;
      const bytes = readFileSync(join(assets, name));
      writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes));
    }
  },
});

/** Small files that half of the pages share, the public ones too. */
const open = /console[\\/]src[\\/](numbers[\\/](unit|decimal)|theme[\\/]tokens|shared[\\/](use-text|use-title|dates))/;

/** The component library and what it stands on; its words and drawings are small and go with who uses them. */
const library = /node_modules[\\/](antd[\\/]es[\\/](?!locale)|@rc-component|@ant-design[\\/](?!icons))/;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Absolute: the public label page lives two levels down, at /label/<number>.
  base: '/',
  plugins: [react(), packed()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    // The charts and the formula setter are big and arrive only with the pages that need them.
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Left alone, a page inside is some eighty files, and asking for each holds the thread up longer than running it.
        // What the first page and the frame need stands in one file each; the rest of the library in parts of a fair size,
        // so that no page takes much that it does not use.
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], priority: 4 },
            { name: 'dates', test: /node_modules[\\/]dayjs[\\/]dayjs/, priority: 3 },
            { name: 'frame', test: /antd[\\/]es[\\/](button|config-provider|theme)[\\/]/, priority: 2 },
            { name: 'icons', test: /@ant-design[\\/]icons/, minShareCount: 2, priority: 2 },
            { name: 'open', test: open, minShareCount: 2, priority: 2 },
            { name: 'parts', test: library, entriesAware: true, entriesAwareMergeThreshold: 20_000, priority: 1 },
          ],
        },
        // Without the names of all pages that share a part.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
      },
    },
  },
  server: { proxy: { '/api': api, '/.well-known': api } },
});
