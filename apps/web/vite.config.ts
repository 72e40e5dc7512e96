import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** What fits into one packet gains nothing (1,500 bytes of Ethernet less the headers). */
const WORTH_COMPRESSING = 1_400;

/** Leaves a gzipped copy beside each script and style; the server hands it out (apps/api/compressed.ts). */
const compressedCopies: Plugin = {
  name: 'compressed-copies',
  writeBundle({ dir = '' }, bundle) {
    for (const file of Object.values(bundle)) {
      const content = file.type === 'chunk' ? file.code : file.source;
      if (!/\.(js|css)$/.test(file.fileName) || content.length < WORTH_COMPRESSING) continue;
      writeFileSync(join(dir, `${file.fileName}.gz`), gzipSync(content, { level: 9 }));
    }
  },
};

/** In development, as apps/api/http.ts does it when it is served. */
const linkPages: Plugin = {
  name: 'link-pages',
  configureServer({ middlewares }) {
    middlewares.use((request, _response, next) => {
      if (request.url?.startsWith('/ack/')) request.url = '/ack.html';
      if (request.url?.startsWith('/received/')) request.url = '/received.html';
      next();
    });
  },
};

const API = process.env['MINGBIAN_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: here,
  plugins: [react(), compressedCopies, linkPages],
  server: { port: 5173, proxy: { '/api': API, '/public': API } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    // What Node 20's contemporaries run: browsers of 2023 and later.
    target: 'es2022',
    reportCompressedSize: true,
    rolldownOptions: {
      input: ['index.html', 'ack.html', 'received.html'].map((page) => join(here, page)),
    },
  },
});
