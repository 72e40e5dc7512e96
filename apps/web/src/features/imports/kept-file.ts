import type { ImportOrder } from '../../api/imports';

/** Pages may not keep files, so the last one that was tried is kept here, until the page is loaded anew. */
let kept: { readonly importId: string; readonly order: ImportOrder } | null = null;

export function keepFile(importId: string, order: ImportOrder): void {
  kept = { importId, order };
}

export const keptFile = (importId: string): ImportOrder | null =>
  kept?.importId === importId ? kept.order : null;

/** A browser refuses to read a file that was changed after it was chosen. */
export const isUnchanged = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
