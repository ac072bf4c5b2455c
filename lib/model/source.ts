import * as v from 'valibot';
import { agencyId, fullDate, line, partialDate, sourceId } from './primitives';

const httpsUrl = v.pipe(
  v.string(),
  v.url(),
  v.check((text) => text.startsWith('https://'), 'an https address'),
);

/** STIX `external_reference` or `report`: a page or dataset in which facts were found. */
export const source = v.pipe(
  v.strictObject({
    $schema: v.literal('../schema/source.schema.json'),
    id: sourceId,
    kind: v.picklist([
      'dataset',
      'gov-statement',
      'advisory',
      'indictment',
      'sanctions-listing',
      'court',
      'vendor-report',
      'press',
      'denial',
      'reference',
    ]),
    publisher: line(120),
    publisherAgency: v.optional(agencyId),
    url: httpsUrl,
    archivedUrl: v.optional(httpsUrl),
    /** Official title, where it may be cited; never an abstract. */
    title: v.optional(line(240)),
    published: v.optional(partialDate),
    licence: v.strictObject({
      /** SPDX identifier, or NOASSERTION for pages that are only linked. */
      spdx: line(60),
      use: v.picklist(['bundle', 'facts-only', 'link-only']),
      /** Credit line that the licence asks for. */
      credit: v.optional(line(300)),
    }),
    /** Commit or version of a dataset. */
    version: v.optional(line(80)),
    /**
     * `read`: the text of the page was read on `urlChecked`; `listed`: the address stands in an
     * upstream dataset; `recalled`: not seen by anyone on this project yet; `gone`: removed.
     */
    urlStatus: v.picklist(['read', 'listed', 'recalled', 'gone']),
    urlChecked: v.optional(fullDate),
    /** What the address answered when `npm run data:links` last asked: an HTTP status, 0 for no answer. */
    link: v.optional(
      v.strictObject({ status: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(599)), asked: fullDate }),
    ),
  }),
  v.check(
    (s) => s.kind !== 'dataset' || s.licence.use !== 'link-only',
    'a dataset that facts are taken from is not link-only',
  ),
  v.check((s) => s.licence.use !== 'bundle' || s.licence.spdx !== 'NOASSERTION', 'a bundled source has a licence'),
  v.check((s) => s.urlStatus !== 'read' || Boolean(s.urlChecked), 'a page that was read says when'),
);
export type Source = v.InferOutput<typeof source>;
