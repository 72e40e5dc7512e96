import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  plugins: [react()],
  server: { port: 5173, proxy: { '/api': process.env['MINGBIAN_API'] ?? 'http://127.0.0.1:3000' } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    // What Node 20's contemporaries run: browsers of 2023 and later.
    target: 'es2022',
    reportCompressedSize: true,
  },
});
