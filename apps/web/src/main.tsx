import { paletteCss } from './theme/palette';
import './theme/base.css';

const style = document.createElement('style');
style.textContent = paletteCss();
document.head.append(style);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// Whoever opens the link of a message has a phone, a bad line and one thing to do: they need not wait for the app.
const { start } = await (location.pathname.startsWith('/ack/')
  ? import('./features/channels/ack/start')
  : import('./app/start'));
start(root);
