// Lets the desk be opened without a network: the app's own files come from a cache, its data from what the
// page keeps (src/api/desk.ts). Nothing of the API ever passes through here. Push messages arrive here too, also
// while no page is open.
const CACHE = 'mb-app';
/** A build has some 60 files; what is older than two builds may go. */
const MOST_FILES = 150;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/api/')) return;
  // What the public reads is no part of the app.
  if (url.pathname.startsWith('/public/')) return;
  // The link of a message is a page of its own, and worth nothing without a network.
  if (url.pathname.startsWith('/ack/')) return;
  // What is shared with the app is in its address, and stays on this device until somebody logs it.
  if (request.mode === 'navigate' && url.pathname === '/log')
    event.respondWith(newest(request, '/', '/log'));
  else if (request.mode === 'navigate') event.respondWith(newest(request, '/'));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(kept(request));
  else event.respondWith(newest(request, request));
});

/** Names of built files hold their hash, so a kept one is never old. */
async function kept(request) {
  return (await caches.match(request)) ?? keep(request, request, await fetch(request));
}

/** From the network while there is one. Every address of the app is the same page. */
async function newest(request, key, address = request) {
  try {
    return await keep(request, key, await fetch(address));
  } catch (error) {
    const old = await caches.match(key);
    if (old) return old;
    throw error;
  }
}

async function keep(request, key, response) {
  const isPage = response.headers.get('content-type')?.includes('text/html') ?? false;
  if (!response.ok || isPage !== (request.mode === 'navigate')) return response;
  const cache = await caches.open(CACHE);
  await cache.put(key, response.clone());
  const files = await cache.keys();
  await Promise.all(files.slice(0, -MOST_FILES).map((file) => cache.delete(file)));
  return response;
}

// What libs/notify/core/render-push.ts writes: the words are in the person's language already.
self.addEventListener('push', (event) => {
  const { id = '', title = '', body = '', link = null, ackLink = null } = contentOf(event);
  const chinese = self.navigator.language.startsWith('zh');
  event.waitUntil(
    self.registration.showNotification(title || '明辨', {
      body,
      // The same message, sent again, takes the place of the first.
      tag: id,
      icon: '/favicon.svg',
      data: { link, ackLink },
      // What is to be acknowledged stays until somebody looks at it.
      requireInteraction: ackLink !== null,
      actions: ackLink === null ? [] : [{ action: 'ack', title: chinese ? '签收' : 'Acknowledge' }],
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { link, ackLink } = event.notification.data;
  event.waitUntil(show(event.action === 'ack' ? ackLink : link));
});

function contentOf({ data }) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

/** In a window of the app, if there is one. Only ever within the app. */
async function show(address) {
  const url = new URL(address ?? '/', location.origin);
  const place = url.origin === location.origin ? url.href : location.origin;
  const [open] = await self.clients.matchAll({ type: 'window' });
  if (!open) return self.clients.openWindow(place);
  await open.focus();
  return open.navigate(place);
}
