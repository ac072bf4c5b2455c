import { useEffect, useState } from 'preact/hooks';
import { toBackground } from '../messages';
import type { Excerpt } from '../model/excerpt';
import type { EntityView } from '../model/view';

/** What the address asks for, and how far it has come. */
export type Dossier =
  | { is: 'none' }
  | { is: 'loading'; id: string }
  | { is: 'unknown'; id: string }
  | { is: 'failed'; id: string }
  | { is: 'open'; id: string; view: EntityView; excerpt: Excerpt };

/** The dossier that the address names, `#actor:apt31`; follows the address. */
export function useDossier(): Dossier {
  const [id, setId] = useState(idInAddress);
  const [dossier, setDossier] = useState<Dossier>(id ? { is: 'loading', id } : { is: 'none' });
  useEffect(() => {
    const follow = () => setId(idInAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    let isCurrent = true;
    if (!id) return setDossier({ is: 'none' });
    setDossier((shown) => (shown.is === 'open' ? shown : { is: 'loading', id }));
    open(id).then(
      (found) => isCurrent && setDossier(found),
      () => isCurrent && setDossier({ is: 'failed', id }),
    );
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return dossier;
}

async function open(id: string): Promise<Dossier> {
  const view = await toBackground('view', { id });
  if (!view) return { is: 'unknown', id };
  const excerpt = await toBackground('excerpt', { ids: [id], title: view.entity.name });
  return { is: 'open', id, view, excerpt };
}

function idInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}
