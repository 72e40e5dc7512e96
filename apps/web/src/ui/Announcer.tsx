import { useEffect, useState } from 'react';
import { onAnnouncement } from './announce';

/** The live region. It must be in the page before it speaks, so the shell mounts it once. */
export function Announcer() {
  const [sentence, setSentence] = useState('');
  useEffect(() => onAnnouncement(setSentence), []);
  return (
    <div aria-live="assertive" className="mb-said">
      {sentence}
    </div>
  );
}
