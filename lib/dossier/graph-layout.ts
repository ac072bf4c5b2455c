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
const SMALL_CHARACTER = 6.4;
/** Between a line and the text in it, px. */
const CLEAR = 5;
/** Texts stand nearer to the box that they are about than the layout puts them, px. */
const SHIFT = 26;
/** Characters on a line of a box. */
const MOST_ON_LINE = 24;

/** Layers from start to end: behind, group, incident. The same relations give the same picture. */
export function placeGraph({ nodes, edges }: Relations, textOf: (edge: RelationEdge) => string): PlacedGraph {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 14, edgesep: 10, ranksep: 84, marginx: 2, marginy: 6 });
  // Layout depends on the order of insertion, so that is fixed first.
  const sorted = [...nodes].sort((a, b) => a.id.localeCompare(b.id));
  const boxes = new Map(evened(sorted.map(boxOf)).map((box) => [box.id, box]));
  for (const [id, { width, height }] of boxes) graph.setNode(id, { width, height });
  const ordered = [...edges].sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
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
      const placed = graph.edge(edge.from, edge.to) as { points: Point[]; x: number; y: number };
      const [from, to] = [graph.node(edge.from), graph.node(edge.to)] as (Point & { width: number })[];
      const start = { x: from!.x + from!.width / 2, y: from!.y };
      const end = { x: to!.x - to!.width / 2, y: to!.y };
      const text = textOf(edge);
      // Between the boxes and the column of texts lines may cross; beside a text, only its own line runs.
      const column = placed.x - room / 2 + SHIFT;
      const at = { x: column + room - CLEAR, y: placed.y };
      const textStart = at.x - textWidth(text) - CLEAR;
      const bends = placed.points.slice(1, -1);
      const before = bends.filter(({ x }) => x < column - 1);
      const after = bends.filter(({ x }) => x > column + room + 1);
      const path = [
        curve([start, ...before, { x: column, y: at.y }]),
        `H${round(textStart)}`,
        curve([{ x: at.x + CLEAR, y: at.y }, ...after, end]),
      ].join('');
      return { ...edge, path, text, at };
    }),
  };
}

interface Point {
  x: number;
  y: number;
}

/** From point to point, level at each. */
function curve([first, ...rest]: readonly Point[]): string {
  let path = `M${round(first!.x)} ${round(first!.y)}`;
  let last = first!;
  for (const point of rest) {
    const middle = round((last.x + point.x) / 2);
    path += `C${middle} ${round(last.y)} ${middle} ${round(point.y)} ${round(point.x)} ${round(point.y)}`;
    last = point;
  }
  return path;
}

function boxOf(node: RelationNode): Omit<PlacedNode, 'x' | 'y'> {
  const lines = brokenInto(node.name);
  const longest = Math.max(...lines.map((line) => line.length));
  return { ...node, lines, width: Math.max(72, longest * CHARACTER + 22), height: lines.length * LINE + 15 };
}

/** Boxes of one kind are as wide as the widest, so that they stand in columns. */
function evened(boxes: Omit<PlacedNode, 'x' | 'y'>[]): Omit<PlacedNode, 'x' | 'y'>[] {
  const column = ({ kind, isSubject }: RelationNode) => (isSubject ? 'subject' : kind === 'state' ? 'agency' : kind);
  const widths = new Map<string, number>();
  for (const box of boxes) widths.set(column(box), Math.max(box.width, widths.get(column(box)) ?? 0));
  return boxes.map((box) => ({ ...box, width: widths.get(column(box))! }));
}

function textWidth(text: string): number {
  return text.length * SMALL_CHARACTER;
}

/** At most two lines, broken between words. */
function brokenInto(name: string): string[] {
  if (name.length <= MOST_ON_LINE) return [name];
  const words = name.split(' ');
  let first = words.shift()!;
  while (words.length && first.length + words[0]!.length < MOST_ON_LINE) first += ` ${words.shift()}`;
  const second = words.join(' ');
  if (!second) return [first];
  return [first, second.length > MOST_ON_LINE ? `${second.slice(0, MOST_ON_LINE - 1).trimEnd()}…` : second];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
