import type { CardPorts, MountedCard } from '../card/mount';

type MakeCard = (ports: CardPorts) => MountedCard;

/**
 * Where the card's script meets the content script: both run in the same isolated world of a frame, which
 * pages can't see. A symbol keeps out of the way of other scripts there.
 */
const SLOT = Symbol.for('attribution-lens/card');

export function offerCard(make: MakeCard): void {
  (globalThis as Record<symbol, unknown>)[SLOT] = make;
}

export function takeCard(ports: CardPorts): MountedCard | undefined {
  const make = (globalThis as Record<symbol, unknown>)[SLOT] as MakeCard | undefined;
  return make?.(ports);
}
