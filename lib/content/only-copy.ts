import { isOrphaned } from '../messages';

const HERE = Symbol.for('attribution-lens/page');

/**
 * Whether no other copy of this script lives in the frame. The manifest and the background may both put one there;
 * one that an update has cut off from its background does not count.
 */
export function isOnlyCopy(): boolean {
  const world = globalThis as Record<symbol, (() => boolean) | undefined>;
  if (world[HERE]?.()) return false;
  world[HERE] = () => !isOrphaned();
  return true;
}
