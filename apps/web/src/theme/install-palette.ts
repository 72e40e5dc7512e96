import { paletteCss } from './palette';
import './base.css';

/** Puts the colours into the page, before anything is drawn with them. */
export function installPalette(): void {
  const style = document.createElement('style');
  style.textContent = paletteCss();
  document.head.append(style);
}
