export { FACES, OFFICIAL_PAGE, halfPoints, officialSection } from './official-page.js';
export { officialDocument } from './official-document.js';
export type { OfficialBlock, OfficialDocument } from './official-document.js';
export { PdfPress } from './pdf/pdf-press.js';
export type { Paper, PaperBlock } from './pdf/paper.js';
