import type { Excerpt } from '../model/excerpt';
import type { Source } from '../model/source';
import type { DatasetStamp } from '../model/view';

/** A work to cite, in no format's own terms. */
export interface Reference {
  /** Stable within the dataset: letters, digits and hyphens. */
  key: string;
  kind: Source['kind'];
  title: string;
  publisher: string;
  url?: string;
  /** `2024`, `2024-03` or `2024-03-25`. */
  published?: string;
  /** Day on which its text was read. */
  read?: string;
  /** Other place of the same text, where the page is gone. */
  archivedUrl?: string;
  version?: string;
}

/** The dataset itself first, as the record that was used, then every source that the excerpt stands on. */
export function referencesOf({ title, stamp, sources, subjects }: Excerpt): Reference[] {
  return [datasetReference(title, stamp, subjects), ...sources.map(referenceOf)];
}

/** The dataset as a work, with what of it was used. */
export function datasetReference(title: string, stamp: DatasetStamp, subjects: readonly string[]): Reference {
  const [subject] = subjects;
  const key = subjects.length === 1 && subject ? subject.replace(':', '-') : 'excerpt';
  return {
    key: `attribution-lens-${key}`,
    kind: 'dataset',
    title: `${title}, in: Attribution Lens dataset`,
    publisher: 'Attribution Lens contributors',
    published: stamp.date,
    version: stamp.version,
  };
}

function referenceOf(source: Source): Reference {
  return {
    key: source.id.slice('source:'.length),
    kind: source.kind,
    title: source.title ?? `${source.publisher}, ${new URL(source.url).hostname}`,
    publisher: source.publisher,
    url: source.url,
    published: source.published,
    read: source.urlStatus === 'read' ? source.urlChecked : undefined,
    archivedUrl: source.archivedUrl,
    version: source.version,
  };
}
