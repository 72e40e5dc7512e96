export { PICTURE_WIDTH } from './blocks.js';
export type { ContentsBlock, Language, NoteBlock, PictureBlock, TableBlock } from './blocks.js';
export { FACES, OFFICIAL_PAGE, halfPoints, officialSection } from './official-page.js';
export { officialDocument } from './official-document.js';
export type { OfficialBlock, OfficialDocument } from './official-document.js';
export { DocumentsModule } from './documents.module.js';
export { Press } from './press/press.js';
export type { Paper, PaperBlock } from './pdf/paper.js';
