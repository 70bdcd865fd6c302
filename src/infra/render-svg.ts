// A drawing as SVG in, a PNG out. The font comes with the program and none of the machine is looked for: a missing one would
// leave its text out without a word, and the same drawing would differ from machine to machine.
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { indexedPng } from './indexed-png.ts';

const FONT_FILE = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const FONT_FAMILY = 'DejaVu Sans';

/** The PNG of an SVG with a ground of its own, byte for byte the same for the same drawing; some 30 ms of work. */
export function renderSvg(svg: string): Uint8Array {
  const options = {
    font: {
      loadSystemFonts: false,
      fontFiles: [FONT_FILE],
      defaultFontFamily: FONT_FAMILY,
    },
  };
  const image = new Resvg(svg, options).render();
  return indexedPng(image.pixels, image.width, image.height) ?? image.asPng();
}
