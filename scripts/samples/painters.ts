import type { Painter } from './lib/painter';
import { batik } from './painters/batik';
import { colourDiscs } from './painters/colour-discs';
import { inkMountains } from './painters/ink-mountains';
import { kilim } from './painters/kilim';
import { marbledPaper } from './painters/marbled-paper';
import { paperLeaves } from './painters/paper-leaves';
import { pointillistRiver } from './painters/pointillist-river';
import { roseWindow } from './painters/rose-window';
import { seaMosaic } from './painters/sea-mosaic';
import { watercolourGarden } from './painters/watercolour-garden';
import { wheatSky } from './painters/wheat-sky';
import { woodcutCoast } from './painters/woodcut-coast';

/** The painters of the style pictures, in the order in which the page shows them. */
export const PAINTERS: readonly Painter[] = [
  wheatSky,
  roseWindow,
  woodcutCoast,
  pointillistRiver,
  inkMountains,
  seaMosaic,
  watercolourGarden,
  colourDiscs,
  kilim,
  marbledPaper,
  batik,
  paperLeaves,
];
