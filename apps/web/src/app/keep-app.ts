/** The cache that `public/sw.js` reads. */
const CACHE = 'mb-app';

/** What this page was made of: it was fetched before the service worker took over, so it is kept afterwards. */
function ownFiles(): string[] {
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(location.origin) && !name.includes('/api/'));
  return ['/', ...new Set(files)];
}

async function addMissing(cache: Cache, file: string): Promise<void> {
  if (!(await cache.match(file))) await cache.add(file);
}

/** When the page has all it is made of. The app itself may have come after that already. */
function whenLoaded(act: () => void): void {
  if (document.readyState === 'complete') act();
  else window.addEventListener('load', act, { once: true });
}

/** Keeps the app itself on this device, where the browser allows it (HTTPS, or this very machine). */
export function keepApp(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  whenLoaded(() => {
    navigator.serviceWorker
      .register('/sw.js')
      .then(() => navigator.serviceWorker.ready)
      .then(() => caches.open(CACHE))
      .then((cache) => Promise.all(ownFiles().map((file) => addMissing(cache, file))))
      // Without it the app works as before, only not without a network.
      .catch(() => undefined);
  });
}
