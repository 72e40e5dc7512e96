import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { keepApp } from './app/keep-app';
import { paletteCss } from './theme/palette';
import './theme/base.css';

const style = document.createElement('style');
style.textContent = paletteCss();
document.head.append(style);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

keepApp();
