import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { installPalette } from '../../../theme/install-palette';
import { ReceivedPage } from './ReceivedPage';

// A page of its own (received.html): whoever opens the link of an e-mail has no account here, and one thing to do.
installPalette();

const root = document.getElementById('root');
if (!root) throw new Error('received.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ReceivedPage token={decodeURIComponent(location.pathname.split('/')[2] ?? '')} />
  </StrictMode>,
);
