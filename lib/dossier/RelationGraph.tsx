import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Excerpt } from '../model/excerpt';
import type { EntityView } from '../model/view';
import { plural } from '../ui/language/plural';
import { type PlacedGraph, type PlacedNode, placeGraph } from './graph-layout';
import { accusersText, edgeSentence, type RelationEdge, relationsOf } from './relations';

/** The picture is scaled down to this part of its size before it has to be scrolled. */
const LEAST = 0.84;
/** Kept free before the entity in a narrow window, px. */
const EDGE = 120;

/** Who is said to be behind whom and what, as a picture and as sentences. */
export function RelationGraph({ view, excerpt }: { view: EntityView; excerpt: Excerpt }) {
  const relations = useMemo(() => relationsOf(view, excerpt), [view, excerpt]);
  const graph = useMemo(() => placeGraph(relations, (edge) => edgeText(edge, view)), [relations, view]);
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Where the picture is wider than the window, it opens on the entity that it is about.
    const subject = graph.nodes.find(({ isSubject }) => isSubject);
    if (frame.current && subject) frame.current.scrollLeft = subject.x - EDGE;
  }, [graph]);
  if (!relations.edges.length) return null;
  const names = new Map(relations.nodes.map(({ id, name }) => [id, name]));
  return (
    <section class="d-relations" style={`flex-basis:min(100%, ${graph.width}px)`} aria-labelledby="h-relations">
      <h2 id="h-relations">{i18n.t('dossier.relations.title')}</h2>
      {/* From left to right in every language: SVG knows no logical sides. */}
      <div class="scroll" dir="ltr" ref={frame}>
        <Picture graph={graph} />
      </div>
      <details class="d-list">
        <summary class="textbtn">{i18n.t('dossier.relations.list')}</summary>
        <ul>
          {relations.edges.map((edge) => (
            <li key={`${edge.from} ${edge.to}`}>{edgeSentence(edge, view, (id) => names.get(id) ?? id)}</li>
          ))}
        </ul>
      </details>
      {relations.left > 0 && <p class="d-aside">{plural('dossier.relations.left', relations.left)}</p>}
    </section>
  );
}

function edgeText(edge: RelationEdge, view: EntityView): string {
  if (edge.kind === 'part-of') return i18n.t('dossier.relations.partOf');
  return edge.kind === 'not-tied' ? i18n.t('dossier.relations.notTied') : accusersText(edge, view);
}

function Picture({ graph: { width, height, nodes, edges } }: { graph: PlacedGraph }) {
  return (
    <svg
      class="graph"
      viewBox={`0 0 ${width} ${height}`}
      style={`inline-size:clamp(${LEAST * width}px, 100%, ${width}px)`}
    >
      <title>{i18n.t('dossier.relations.picture')}</title>
      {edges.map(({ from, to, kind, path, text, at }) => (
        <g key={`${from} ${to}`} class={`edge ${kind}`}>
          <path d={path} />
          <text x={at.x} y={at.y + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      {nodes.map((node) =>
        node.kind === 'state' || node.isSubject ? (
          <Box key={node.id} node={node} />
        ) : (
          <a key={node.id} href={`#${node.id}`}>
            <Box node={node} />
          </a>
        ),
      )}
    </svg>
  );
}

function Box({ node: { x, y, width, height, kind, isSubject, lines } }: { node: PlacedNode }) {
  return (
    <g class={`node ${kind}${isSubject ? ' subject' : ''}`} transform={`translate(${x} ${y})`}>
      <rect width={width} height={height} rx="2" />
      {kind !== 'state' && <path d={`M0 ${height}H${width}`} />}
      <text>
        {lines.map((line, i) => (
          <tspan key={line} x="11" y={21 + i * 17}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
