import { isUnread, ownerOf } from './roles';

/** Points probed for text, in rows and columns over the viewport. */
const ROWS = 8;
const COLUMNS = 3;

/** The blocks whose text the reader sees now, from a few probes: where reading and painting start. */
export function visibleBlocks(): Node[] {
  const blocks = new Set<Node>();
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const x = (innerWidth * (column + 0.5)) / COLUMNS;
      const y = (innerHeight * (row + 0.5)) / ROWS;
      const element = document.elementFromPoint(x, y);
      if (!element || element === document.body || element === document.documentElement || isUnread(element)) continue;
      const block = ownerOf(element);
      if (block !== document && block !== document.body && block !== document.documentElement) blocks.add(block);
    }
  }
  return [...blocks];
}
