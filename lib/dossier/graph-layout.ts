import { Graph, layout } from '@dagrejs/dagre';
import type { RelationEdge, RelationNode, Relations } from './relations';

/** px; `x` and `y` are the start and top of the box. */
export interface PlacedNode extends RelationNode {
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
}

export interface PlacedEdge extends RelationEdge {
  /** Path in SVG's own words; it is broken where the text stands. */
  path: string;
  text: string;
  /** End of the text's line. */
  at: { x: number; y: number };
}

export interface PlacedGraph {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

const LINE = 17;
const CHARACTER = 7.3;
const SMALL_CHARACTER = 6.7;
/** Between a line and the text in it, px. */
const CLEAR = 5;
/** Texts stand nearer to the box that they are about than the layout puts them, px. */
const SHIFT = 18;
/** Characters on a line of a box. */
const MOST_ON_LINE = 20;
const MOST_LINES = 3;

/** Layers from start to end: behind, group, incident. The same relations give the same picture. */
export function placeGraph({ nodes, edges }: Relations, textOf: (edge: RelationEdge) => string): PlacedGraph {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 14, edgesep: 10, ranksep: 60, marginx: 2, marginy: 6 });
  // Layout depends on the order of insertion, so that is fixed first.
  const sorted = [...nodes].sort((a, b) => a.id.localeCompare(b.id));
  const boxes = new Map(evened(sorted.map(boxOf)).map((box) => [box.id, box]));
  for (const [id, { width, height }] of boxes) graph.setNode(id, { width, height });
  const ordered = [...edges].sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
  const common = Math.max(0, ...[...boxes.values()].filter(({ isSubject }) => !isSubject).map(({ width }) => width));
  // All texts take the room of the longest, so that they stand in columns too.
  const room = Math.max(0, ...ordered.map((edge) => textWidth(textOf(edge)))) + 2 * CLEAR;
  for (const edge of ordered)
    graph.setEdge(edge.from, edge.to, {
      width: room,
      height: LINE,
      labelpos: 'c',
      weight: edge.kind === 'attributed' ? 2 : 1,
    });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: [...boxes.values()].map((box) => {
      const { x, y } = graph.node(box.id) as { x: number; y: number };
      return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
    }),
    edges: ordered.map((edge) => {
      const placed = graph.edge(edge.from, edge.to) as Placed;
      const [from, to] = [graph.node(edge.from), graph.node(edge.to)] as (Point & { width: number })[];
      const start = { x: from!.x + from!.width / 2, y: from!.y };
      const end = { x: to!.x - to!.width / 2, y: to!.y };
      const text = textOf(edge);
      const route = routeOf({ start, end, placed, room, box: common, text: textWidth(text) });
      return { ...edge, text, ...route };
    }),
  };
}

interface Point {
  x: number;
  y: number;
}

/** An edge as dagre has placed it: the middle of its text, and a point for each layer that it crosses. */
interface Placed extends Point {
  points: Point[];
}

/** Start of the column of texts around `x`. */
function columnOf(x: number, room: number): number {
  return x - room / 2 + SHIFT;
}

interface Ends {
  start: Point;
  end: Point;
  placed: Placed;
  room: number;
  /** Widths of the boxes and of the text. */
  box: number;
  text: number;
}

/**
 * From box to box, by way of its text. Lines rise and fall only in the gaps behind boxes and before them;
 * beside texts and boxes they run level, so that none runs through another's words. Layers of texts and of boxes
 * take turns, since dagre gives every text a layer of its own.
 */
function routeOf({ start, end, placed, room, box, text }: Ends): Pick<PlacedEdge, 'path' | 'at'> {
  let at = start;
  let textEnd = start;
  let path = `M${round(at.x)} ${round(at.y)}`;
  const bend = (to: Point) => {
    const middle = round((at.x + to.x) / 2);
    path += `C${middle} ${round(at.y)} ${middle} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
    at = to;
  };
  const level = (x: number) => {
    path += `H${round(x)}`;
    at = { x, y: at.y };
  };
  placed.points.slice(1, -1).forEach((point, i) => {
    const isTextLayer = i % 2 === 0;
    bend({ x: isTextLayer ? columnOf(point.x, room) : point.x - box / 2, y: point.y });
    const after = isTextLayer ? at.x + room : point.x + box / 2;
    if (Math.abs(point.x - placed.x) < 1) {
      level(after - 2 * CLEAR - text);
      textEnd = { x: after - CLEAR, y: at.y };
      at = { x: after, y: at.y };
      path += `M${round(at.x)} ${round(at.y)}`;
    } else level(after);
  });
  bend(end);
  return { path, at: textEnd };
}

function boxOf(node: RelationNode): Omit<PlacedNode, 'x' | 'y'> {
  const lines = brokenInto(node.name);
  const longest = Math.max(...lines.map((line) => widthIn(line, CHARACTER)));
  return { ...node, lines, width: Math.max(72, longest + 22), height: lines.length * LINE + 15 };
}

/** All boxes but the subject's are as wide as the widest, so that they stand in columns with gaps between. */
function evened(boxes: Omit<PlacedNode, 'x' | 'y'>[]): Omit<PlacedNode, 'x' | 'y'>[] {
  const widest = Math.max(0, ...boxes.filter(({ isSubject }) => !isSubject).map(({ width }) => width));
  return boxes.map((box) => (box.isSubject ? box : { ...box, width: widest }));
}

function textWidth(text: string): number {
  return widthIn(text, SMALL_CHARACTER);
}

/** Ideographs and kana are about twice as wide as letters. */
function widthIn(text: string, character: number): number {
  const wide =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0;
  return (text.length + wide * 0.8) * character;
}

/** Lines of a name, broken between words; what does not fit is cut. */
function brokenInto(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= MOST_ON_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines
    .slice(0, MOST_LINES)
    .map((line) => (line.length > MOST_ON_LINE + 4 ? `${line.slice(0, MOST_ON_LINE)}…` : line));
  if (lines.length > MOST_LINES) shown[MOST_LINES - 1] += '…';
  return shown;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
