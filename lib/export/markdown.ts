import { countryName } from '../model/country';
import type { AttributionEvent } from '../model/event';
import type { Excerpt, NamedIn } from '../model/excerpt';
import type { Entity } from '../model/record';
import type { Source } from '../model/source';

/** The excerpt for people: what the texts name, then each subject with its names, its events and their sources. */
export function markdown(excerpt: Excerpt): string {
  const { title, subjects, entities, texts, stamp } = excerpt;
  const byId = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  const sections = subjects.flatMap((id) => byId.get(id) ?? []).map((entity) => entitySection(entity, excerpt, byId));
  const named = (texts ?? []).map((text) => textSection(text, (id) => byId.get(id)?.name ?? id));
  const foot = `_Attribution Lens dataset ${escaped(stamp.version)}, ${stamp.date}, CC BY 4.0. Who said what stands in each row; nothing here is a finding of the dataset’s own._`;
  const head = subjects.length === 1 && !texts ? [] : [`# ${escaped(title)}`];
  return `${[...head, ...named, ...sections, foot].join('\n\n')}\n`;
}

/** One text and the entities that it names, as a table. */
export function textSection({ name, mentions }: NamedIn, nameOf: (id: string) => string): string {
  const rows = mentions.map(({ entities, count, written }) => [
    escaped([...new Set(entities.map(nameOf))].join(' or ')) +
      (entities.length > 1 ? ` (one of ${entities.length})` : ''),
    String(count),
    escaped(written.join(', ')),
  ]);
  return `## ${escaped(name)}\n\n${table(['Entity', 'Mentions', 'Written as'], rows)}`;
}

function entitySection(
  entity: Entity,
  { events, sources, subjects }: Excerpt,
  byId: ReadonlyMap<string, Entity>,
): string {
  const nameOf = (id: string | undefined) => (id ? (byId.get(id)?.name ?? id) : undefined);
  const sourceOf = new Map<string, Source>(sources.map((source) => [source.id, source]));
  const told = subjects.length === 1 ? events : events.filter((event) => speaksOf(event, entity, events));
  const rows = told.map((event) => [
    event.date ?? '',
    escaped(event.kind.replaceAll('-', ' ')),
    escaped(speaker(event, nameOf)),
    escaped(claim(event, nameOf)),
    event.confidence?.wording ? `“${escaped(event.confidence.wording)}”` : '',
    event.prov.flatMap(({ source }) => link(sourceOf.get(source))).join(', ') || 'no link on file',
    event.review.state === 'reviewed' ? '' : 'unreviewed',
  ]);
  const aliases = entity.aliases.map(({ text, namedBy }) => (namedBy ? `${text} (${namedBy.join(', ')})` : text));
  return [
    `# ${escaped(entity.name)}`,
    `\`${entity.id}\``,
    ...(aliases.length ? [`Also: ${escaped(aliases.join('; '))}`] : []),
    rows.length
      ? table(['Date', 'Kind', 'Who', 'Of whom, of what', 'Certainty, as worded', 'Source', 'Review'], rows)
      : 'No dated attribution is on record.',
  ].join('\n\n');
}

/** Whether an event, or one that it answers, has this entity in it. */
function speaksOf(event: AttributionEvent, entity: Entity, events: readonly AttributionEvent[]): boolean {
  const { by, accused, incidents, answers } = event;
  const named: (string | undefined)[] = [accused?.actor, accused?.agency, by?.actor];
  named.push(...(accused?.companies ?? []), ...(by?.agencies ?? []), ...(incidents ?? []));
  if (named.includes(entity.id)) return true;
  return events.some((other) => other !== event && answers?.includes(other.id) && speaksOf(other, entity, events));
}

function speaker({ by }: AttributionEvent, nameOf: (id: string | undefined) => string | undefined): string {
  if (!by) return 'nobody officially';
  const who = by.country ? countryName(by.country) : (by.org ?? nameOf(by.actor) ?? '');
  const agencies = (by.agencies ?? []).flatMap((id) => nameOf(id) ?? []);
  return agencies.length ? `${who} (${agencies.join('; ')})` : who;
}

function claim(
  { accused, incidents, answers }: AttributionEvent,
  nameOf: (id: string | undefined) => string | undefined,
): string {
  if (answers) return `answers ${answers.join(', ')}`;
  const whom = [accused?.actor, accused?.agency, ...(accused?.companies ?? [])].flatMap((id) => nameOf(id) ?? []);
  const parts = [
    whom.join(', '),
    accused?.country && countryName(accused.country),
    accused?.wording && `“${accused.wording}”`,
    accused?.strength.replaceAll('-', ' '),
    (incidents ?? []).flatMap((id) => nameOf(id) ?? []).join(', '),
  ];
  return parts.filter(Boolean).join('; ');
}

function link(source: Source | undefined): string[] {
  if (!source) return [];
  const title = source.title ?? source.publisher;
  return [`[${escaped(title)}](<${source.url.replace(/[<>\\\s|]/g, (sign) => encodeURIComponent(sign))}>)`];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text that stays text: signs of Markdown and HTML lose their meaning, line breaks become spaces. */
export function escaped(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|#~&]/g, '\\$&');
}
