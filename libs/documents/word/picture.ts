import { ImageRun, Paragraph } from 'docx';
import { PICTURE_WIDTH } from '../blocks.js';
import type { PictureBlock } from '../blocks.js';
import { drawPngs } from '../drawing/draw-png.js';
import { drawSvg } from '../drawing/draw-svg.js';
import { openFaces } from '../font/faces.js';
import { legibleIn } from '../font/legible.js';
import { OFFICIAL_PAGE } from '../official-page.js';
import { STYLE } from './styles.js';

/** Two dots for each pixel of a chart are 192 to the inch. */
const DOTS = 2 * PICTURE_WIDTH;
/** Word counts pictures in pixels of which 96 are an inch. */
const WIDTH = Math.floor((OFFICIAL_PAGE.textWidthMm / 25.4) * 96);

/** Pictures as paragraphs, in the order of the blocks: all are drawn at once, with one font. */
export function wordPictures(blocks: readonly PictureBlock[]): Map<PictureBlock, Paragraph> {
  const pngs = drawPngs(blocks.map(drawn), DOTS);
  return new Map(
    blocks.flatMap((block, at) => {
      const png = pngs[at];
      return png === undefined ? [] : [[block, paragraphOf(block, png)] as const];
    }),
  );
}

function drawn({ option, height }: PictureBlock): string {
  const { glyphOf } = openFaces().regular;
  const legible: unknown = JSON.parse(legibleIn(option, (codePoint) => glyphOf(codePoint) !== 0));
  return drawSvg({ ...(legible as object) }, { width: PICTURE_WIDTH, height });
}

const paragraphOf = ({ caption, alt, height }: PictureBlock, png: Buffer): Paragraph =>
  new Paragraph({
    style: STYLE.picture,
    children: [
      new ImageRun({
        ...{ type: 'png', data: png },
        transformation: { width: WIDTH, height: Math.floor((height / PICTURE_WIDTH) * WIDTH) },
        altText: { name: caption, title: caption, description: alt },
      }),
    ],
  });
