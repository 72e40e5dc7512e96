/** One sentence for screen readers, said by the live region of the shell. */
type Listener = (sentence: string) => void;
const listeners = new Set<Listener>();

export function announce(sentence: string): void {
  listeners.forEach((listener) => listener(sentence));
}

export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
