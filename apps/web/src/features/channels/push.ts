import { call } from '../../api/client';

/** Where this device stands. `unset`: the workspace has no key to push with. */
export type PushState = 'unsupported' | 'unset' | 'denied' | 'off' | 'on';

function pushIsSupported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

async function subscription(): Promise<PushSubscription | null> {
  const worker = await navigator.serviceWorker.getRegistration();
  return (await worker?.pushManager.getSubscription()) ?? null;
}

async function publicKey(): Promise<string | null> {
  return (await call('GET /push/key')).publicKey;
}

export async function pushState(): Promise<PushState> {
  if (!pushIsSupported()) return 'unsupported';
  if ((await publicKey()) === null) return 'unset';
  if (Notification.permission === 'denied') return 'denied';
  return (await subscription()) === null ? 'off' : 'on';
}

/** Asks the person; only ever called by their own click. Answers where the device stands then. */
export async function switchPushOn(): Promise<PushState> {
  const key = await publicKey();
  if (key === null) return 'unset';
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  const worker = await navigator.serviceWorker.ready;
  const made = await worker.pushManager.subscribe({
    // Browsers allow no silent pushes; each one is shown (public/sw.js).
    userVisibleOnly: true,
    applicationServerKey: key,
  });
  const { endpoint, keys } = made.toJSON();
  const { p256dh = '', auth = '' } = keys ?? {};
  try {
    await call('POST /push/subscriptions', {
      body: { endpoint: endpoint ?? made.endpoint, keys: { p256dh, auth } },
    });
  } catch (error) {
    // Better none than one that the server does not know.
    await made.unsubscribe();
    throw error;
  }
  return 'on';
}

export async function switchPushOff(): Promise<PushState> {
  const made = await subscription();
  if (made === null) return 'off';
  await call('DELETE /push/subscriptions', { body: { endpoint: made.endpoint } });
  await made.unsubscribe();
  return 'off';
}
