import { describe, expect, test } from 'vitest';
import { type PlacedGraph, placeGraph } from '../../../lib/dossier/graph-layout';
import { accusersText, edgeSentence, relationsOf } from '../../../lib/dossier/relations';
import { dossierOf, realStore, smallDossier } from './views';

const edgesOf = (id: string, change?: Parameters<typeof smallDossier>[1]) => {
  const { view, excerpt } = smallDossier(id, change);
  return relationsOf(view, excerpt).edges.map((edge) => [edge.from, edge.to, edge.kind, accusersText(edge, view)]);
};

describe('relations', () => {
  test('of a group: the agency, its parent, the state where no agency is named, and what it is not', () => {
    const edges = edgesOf('actor:apt31');
    expect(edges).toEqual(
      expect.arrayContaining([
        ['agency:cn-mss-hubei', 'actor:apt31', 'attributed', 'US'],
        ['agency:cn-mss', 'agency:cn-mss-hubei', 'part-of', ''],
        ['state:CN', 'actor:apt31', 'attributed', 'UK'],
        ['actor:apt31', 'incident:uk-electoral-commission', 'not-tied', ''],
      ]),
    );
    expect(edges).toHaveLength(4);
  });
  test('leave out what was retracted', () => {
    expect(edgesOf('incident:notpetya')).toEqual([['agency:ru-gru', 'incident:notpetya', 'attributed', 'UK']]);
  });
  test('a territory is nobody’s deed', () => {
    const edges = edgesOf('incident:solarwinds', ({ events }) => {
      events.find(({ id }) => id === 'event:us-2021-solarwinds')!.accused!.strength = 'from-territory';
    });
    expect(edges).toEqual([]);
  });
  test('are said as sentences that name who says so', () => {
    const { view, excerpt } = smallDossier('incident:notpetya');
    const [edge] = relationsOf(view, excerpt).edges;
    expect(edgeSentence(edge!, view, (id) => id)).toBe('incident:notpetya: attributed to agency:ru-gru by the UK.');
  });
});

describe('the picture', () => {
  const store = realStore();
  const busy = store.searchEntries().filter(({ id }) => store.eventsOf(id).length >= 12);
  test.each(busy.map(({ id }) => id))('of %s: boxes apart, within the frame, and the same each time', (id) => {
    const { view, excerpt } = dossierOf(store, id);
    const relations = relationsOf(view, excerpt);
    const text = (edge: (typeof relations.edges)[number]) => accusersText(edge, view);
    const graph = placeGraph(relations, text);
    expect(overlaps(graph)).toEqual([]);
    for (const { x, y, width, height } of graph.nodes) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(graph.width + 1);
      expect(y + height).toBeLessThanOrEqual(graph.height + 1);
    }
    for (const { path } of graph.edges) expect(path).not.toMatch(/NaN|undefined/);
    const shuffled = { ...relations, nodes: [...relations.nodes].reverse(), edges: [...relations.edges].reverse() };
    expect(placeGraph(shuffled, text)).toEqual(graph);
    expect(graph.nodes.length).toBeLessThanOrEqual(40);
  });
});

function overlaps({ nodes }: PlacedGraph): string[] {
  return nodes.flatMap((a, i) =>
    nodes
      .slice(i + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b) => `${a.id} lies on ${b.id}`),
  );
}
