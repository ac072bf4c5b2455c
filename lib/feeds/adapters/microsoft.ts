import { fold } from '../../matching/fold';
import { type MicrosoftRow, readMicrosoftRow } from '../names/microsoft-row';
import { FeedRefused } from '../refused';
import { AT_A_TIME, asFields, type FeedAdapter, textField } from './adapter';
import { FeedBuilder } from './feed-builder';
import { nameId } from './name-id';

const NAME = 'Threat actor name';

/** Microsoft's naming map: a list of rows with Microsoft's name, an origin, and other names behind commas. */
export const microsoft: FeedAdapter = {
  format: 'microsoft',
  recognises(document) {
    const rows = 'json' in document ? document.json : undefined;
    return Array.isArray(rows) && textField(asFields(rows[0]), NAME) !== undefined;
  },
  *read(document, feed) {
    const rows = 'json' in document && Array.isArray(document.json) ? document.json : [];
    const builder = new FeedBuilder('microsoft', feed);
    for (const [i, item] of rows.entries()) {
      if (i % AT_A_TIME === 0) yield;
      const row = rowOf(item);
      if (!row) throw new FeedRefused('no-field', { field: `[${i}].${NAME}` });
      const { name, names, class: actorClass, country } = readMicrosoftRow(row);
      builder.actor({
        id: `actor:${nameId('microsoft', name)}`,
        locator: name || `[${i}].${NAME}`,
        keys: [`microsoft:${fold(name)}`],
        name,
        names: names.filter(({ text }) => text),
        class: actorClass,
        country,
      });
    }
    return builder.finish({});
  },
};

function rowOf(item: unknown): MicrosoftRow | undefined {
  const fields = asFields(item);
  const name = textField(fields, NAME);
  if (name === undefined) return undefined;
  return {
    [NAME]: name,
    'Origin/Threat': textField(fields, 'Origin/Threat') ?? '',
    'Other names': textField(fields, 'Other names') ?? '',
  };
}
