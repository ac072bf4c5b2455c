import type { Demand, Signal, Victim } from './index-format';
import { CLASS_CODES } from './index-layout';
import { ROLES } from './roles';

/**
 * A signal as a row: its text, what it is in bits, its country, then what few have, by letter. A fifth of the bytes
 * of an object with field names.
 */
export type SignalRow = [text: string, bits?: number, country?: string, rare?: Rare];

interface Rare {
  /** Year. */
  y?: number;
  /** Entities told apart, and denied. */
  t?: number[];
  d?: number[];
  /** Role, by its place among `ROLES`. */
  r?: number;
  /** Victims: entity, class and demand in one number, the acts and the years that count; no acts are all. */
  v?: [entity: number, asked: number, acts?: string[], years?: number[]][];
}

/** The weights of hacking vocabulary that occur, in two bits. */
const CYBER = [undefined, 1, 2, 3] as const;
const INTRODUCES = 4;
const FOLLOWS = 8;
const ACT = 16;
const PROGRAM = 32;
const BRAND = 64;

export function rowOfSignal(signal: Signal): SignalRow {
  const { text, country = '', year, tells, denies, role, victims } = signal;
  const bits =
    Math.max(0, CYBER.indexOf(signal.cyber as (typeof CYBER)[number])) |
    (signal.introduces ? INTRODUCES : 0) |
    (signal.follows ? FOLLOWS : 0) |
    (signal.act ? ACT : 0) |
    (signal.program === 'program' ? PROGRAM : signal.program === 'brand' ? BRAND : 0);
  const rare: Rare = {
    ...(year ? { y: year } : {}),
    ...(tells ? { t: tells } : {}),
    ...(denies ? { d: denies } : {}),
    ...(role ? { r: ROLES.indexOf(role) } : {}),
    ...(victims ? { v: victims.map(packVictim) } : {}),
  };
  const row: SignalRow = [text, bits, country, rare];
  if (!Object.keys(rare).length) row.pop();
  while (row.length > 1 && !row.at(-1)) row.pop();
  return row;
}

export function signalOf([text, bits = 0, country, rare = {}]: SignalRow): Signal {
  const cyber = CYBER[bits & 3];
  return {
    text,
    ...(country ? { country } : {}),
    ...(cyber ? { cyber } : {}),
    ...(bits & INTRODUCES ? { introduces: true } : {}),
    ...(bits & FOLLOWS ? { follows: true } : {}),
    ...(bits & ACT ? { act: true } : {}),
    ...(bits & PROGRAM ? { program: 'program' as const } : bits & BRAND ? { program: 'brand' as const } : {}),
    ...(rare.y ? { year: rare.y } : {}),
    ...(rare.t ? { tells: rare.t } : {}),
    ...(rare.d ? { denies: rare.d } : {}),
    ...(rare.r === undefined ? {} : { role: ROLES[rare.r] }),
    ...(rare.v ? { victims: rare.v.map(unpackVictim) } : {}),
  };
}

export function isSignalRow(row: unknown): row is SignalRow {
  return Array.isArray(row) && typeof row[0] === 'string';
}

function packVictim({ entity, class: nameClass, demand, acts, years }: Victim): NonNullable<Rare['v']>[number] {
  const asked = CLASS_CODES.indexOf(nameClass) * 4 + demand;
  if (years) return [entity, asked, acts ?? [], years];
  return acts ? [entity, asked, acts] : [entity, asked];
}

function unpackVictim([entity, asked, acts, years]: NonNullable<Rare['v']>[number]): Victim {
  const nameClass = CLASS_CODES[asked >> 2] ?? 'never';
  return {
    entity,
    class: nameClass,
    demand: (asked & 3) as Demand,
    ...(acts?.length ? { acts } : {}),
    ...(years ? { years } : {}),
  };
}
