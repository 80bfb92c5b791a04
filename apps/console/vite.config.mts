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
  },
  server: { proxy: { '/api': api, '/.well-known': api } },
});
