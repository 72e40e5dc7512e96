import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { installPalette } from '../../../theme/install-palette';
import { AckPage } from './AckPage';

// A page of its own (ack.html): whoever opens the link of a message has a phone, a bad line and one thing to do, and
// need not wait for the whole app.
installPalette();

const root = document.getElementById('root');
if (!root) throw new Error('ack.html has no #root');
createRoot(root).render(
  <StrictMode>
    <AckPage token={decodeURIComponent(location.pathname.split('/')[2] ?? '')} />
  </StrictMode>,
);
