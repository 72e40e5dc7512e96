/** In pixels: as wide as a picture is on paper, for which its type and its height were chosen. */
export const PAPER_WIDTH = 590;
