import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AckPage } from './AckPage';

export function start(root: HTMLElement): void {
  const token = decodeURIComponent(location.pathname.split('/')[2] ?? '');
  createRoot(root).render(
    <StrictMode>
      <AckPage token={token} />
    </StrictMode>,
  );
}
