import { i18n } from '#i18n';
import type { AttributionEvent } from '../model/event';
import type { Excerpt } from '../model/excerpt';
import { type Entity, type EntityId, type EntityKind, kindOf } from '../model/record';
import { speakerName } from '../model/verdict';
import type { EntityView } from '../model/view';
import { joined, namesAndMore } from '../ui/lists';
import { inSentence, nounName, placeName } from '../ui/places';

/** A box of the graph: an entity, or a state that is accused without an agency. */
export interface RelationNode {
  id: string;
  kind: EntityKind | 'state';
  name: string;
  isSubject: boolean;
}

/** A line of the graph, from who is said to be behind to what; or a tie of the record itself. */
export interface RelationEdge {
  from: string;
  to: string;
  kind: 'attributed' | 'part-of' | 'not-tied';
  /** Who says so, as on record; none for ties of the record. */
  by: string[];
}

export interface Relations {
  nodes: RelationNode[];
  edges: RelationEdge[];
  /** Incidents and groups that there was no room for. */
  left: number;
}

const MOST = { actor: 8, incident: 12, agency: 10 } as const;

/**
 * Who is said to be behind whom and what, around one entity: state or agency → group → incident. Retracted
 * accusations are left out, and accusers stand on the lines, not in boxes.
 */
export function relationsOf(view: EntityView, excerpt: Excerpt): Relations {
  const entities = new Map<string, Entity>(excerpt.entities.map((entity) => [entity.id, entity]));
  const edges = new Map<string, RelationEdge>();
  const tie = (from: string | undefined, to: string | undefined, kind: RelationEdge['kind'], by?: string) => {
    if (!from || !to || from === to) return;
    const key = `${from} ${to}`;
    const edge = edges.get(key) ?? { from, to, kind, by: [] };
    edges.set(key, edge);
    if (by && !edge.by.includes(by)) edge.by.push(by);
  };
  for (const event of standing(view))
    for (const [from, to] of claimedTies(event, view)) tie(from, to, 'attributed', speakerName(event));
  for (const { label } of view.confusions) tie(view.entity.id, label.id, 'not-tied');
  const kept = keep(view.entity.id, [...edges.values()], view);
  for (const id of [...kept]) {
    for (const step of parentsOf(id as EntityId, entities)) tie(step.parent, step.child, 'part-of');
  }
  const shown = [...edges.values()].filter(({ from, to, kind }) =>
    kind === 'part-of' ? kept.has(to) || kindOf(to as EntityId) === 'agency' : kept.has(from) && kept.has(to),
  );
  const ids = new Set([view.entity.id, ...shown.flatMap(({ from, to }) => [from, to])]);
  const all = new Set([...edges.values()].flatMap(({ from, to }) => [from, to]));
  return {
    nodes: [...ids].map((id) => nodeOf(id, view, entities)),
    edges: shown,
    left: [...all].filter((id) => !ids.has(id)).length,
  };
}

/** "the US, the UK": who says so, short enough for a line. */
export function accusersText({ by }: RelationEdge, view: EntityView, most = 3): string {
  const names = by.map((name) => view.labels[name]?.name ?? nounName(name));
  return namesAndMore(names, names.length > most ? most - 1 : most);
}

/** One line of the graph as a sentence, never in a voice of our own. */
export function edgeSentence(edge: RelationEdge, view: EntityView, nameOf: (id: string) => string): string {
  const [from, to] = [nameOf(edge.from), nameOf(edge.to)];
  if (edge.kind === 'part-of') return i18n.t('dossier.relations.partOfSays', { from, to });
  if (edge.kind === 'not-tied') return i18n.t('dossier.relations.notTiedSays', { from, to });
  const by = joined(
    edge.by.map((name) => view.labels[name]?.name ?? inSentence(name)),
    'comma',
  );
  return i18n.t('dossier.relations.attributed', { to, from, by: by || i18n.t('dossier.relations.nobody') });
}

function standing({ events }: EntityView): AttributionEvent[] {
  const retracted = new Set<string>(
    events.flatMap(({ event }) => (event.kind === 'retraction' ? (event.answers ?? []) : [])),
  );
  return events
    .map(({ event }) => event)
    .filter((event) => event.accused && !event.answers && !retracted.has(event.id));
}

/** Pairs that one accusation ties together. A territory is nobody's deed and makes none with a state. */
function claimedTies({ accused, incidents }: AttributionEvent, view: EntityView): [string, string][] {
  if (!accused) return [];
  const { actor, agency, companies, country, strength } = accused;
  const state = country && strength.startsWith('state-') && !agency ? `state:${country}` : undefined;
  const behind = [agency, state, ...(companies ?? [])].filter((id): id is string => Boolean(id));
  const deeds = (incidents ?? []).filter((id) => id === view.entity.id || view.label.kind !== 'incident');
  const doers = actor ? [actor] : deeds;
  return [
    ...behind.flatMap((from) => doers.map((to): [string, string] => [from, to])),
    ...(actor ? deeds.map((deed): [string, string] => [actor, deed]) : []),
  ];
}

/** The subject and its nearest: what most accusers tie to it, then what is tied to that; so many of each kind. */
function keep(subject: string, edges: readonly RelationEdge[], view: EntityView): Set<string> {
  const kept = new Set([subject]);
  const room: Record<string, number> = { ...MOST, state: 4 };
  const ranked = [...edges].sort(
    (a, b) => b.by.length - a.by.length || a.from.localeCompare(b.from) || a.to.localeCompare(b.to),
  );
  const take = (id: string) => {
    const kind = id.slice(0, id.indexOf(':'));
    if (kept.has(id) || (room[kind] ?? 0) <= 0) return;
    room[kind] = (room[kind] ?? 0) - 1;
    kept.add(id);
  };
  for (const { label } of view.confusions) take(label.id);
  for (const { from, to } of ranked) {
    if (from === subject) take(to);
    if (to === subject) take(from);
  }
  const first = new Set(kept);
  for (const { from, to } of ranked) {
    // Only upwards from groups, or downwards from a body: what others' incidents share is another story.
    if (first.has(to) && to !== subject && !to.startsWith('incident:')) take(from);
    if (first.has(from) && from.startsWith('actor:') && !subject.startsWith('incident:')) take(to);
  }
  return kept;
}

function parentsOf(id: EntityId, entities: ReadonlyMap<string, Entity>): { parent: string; child: string }[] {
  const entity = entities.get(id);
  const parent = entity && ('parent' in entity ? entity.parent : 'partOf' in entity ? entity.partOf : undefined);
  if (!parent || !entities.has(parent)) return [];
  return [{ parent, child: id }, ...(kindOf(parent) === 'agency' ? parentsOf(parent, entities) : [])];
}

function nodeOf(id: string, view: EntityView, entities: ReadonlyMap<string, Entity>): RelationNode {
  if (id.startsWith('state:'))
    return {
      id,
      kind: 'state',
      name: i18n.t('dossier.relations.state', { country: placeName(id.slice('state:'.length)) }),
      isSubject: false,
    };
  const label = view.labels[id] ?? view.confusions.find((one) => one.label.id === id)?.label;
  const entity = entities.get(id);
  const short = label?.short ?? (entity && 'shortName' in entity ? entity.shortName : undefined);
  const name = label?.name ?? entity?.name ?? id;
  return {
    id,
    kind: kindOf(id as EntityId),
    name: name.length > 34 ? (short ?? name) : name,
    isSubject: id === view.entity.id,
  };
}
