import { useEffect } from 'preact/hooks';
import { EntityDossier } from './EntityDossier';
import { NameField } from './NameField';
import { useDossier } from './use-dossier';

/** The dossier: everything on file of the entity that the address names, and the way to any other. */
export function DossierPage() {
  const dossier = useDossier();
  const title = dossier.is === 'open' ? dossier.view.entity.name : '';
  useEffect(() => {
    document.title = title ? `${title}: dossier` : 'Attribution Lens: dossiers';
    scrollTo({ top: 0, behavior: 'instant' });
  }, [title]);
  return (
    <div class="d">
      <header class="d-top">
        <a class="d-home" href="/dossier.html">
          <img src="/icon.svg" width="20" height="20" alt="" />
          Attribution Lens
        </a>
        <NameField key={dossier.is === 'open' ? dossier.id : ''} />
      </header>
      <main aria-busy={dossier.is === 'loading'}>
        {dossier.is === 'open' && <EntityDossier key={dossier.id} view={dossier.view} excerpt={dossier.excerpt} />}
        {dossier.is === 'none' && (
          <Message title="Whose dossier?">Search any actor, agency or incident above, in any of its names.</Message>
        )}
        {dossier.is === 'unknown' && (
          <Message title="Nothing is on file under this address.">
            “<bdi>{dossier.id}</bdi>” may have been renamed or taken out since. Search for it above.
          </Message>
        )}
        {dossier.is === 'failed' && (
          <Message title="The dataset could not be opened.">
            Reload this page; if that does not help, the extension.
          </Message>
        )}
      </main>
    </div>
  );
}

function Message({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <div class="p-mid d-message">
      <h1>{title}</h1>
      <p>{children}</p>
    </div>
  );
}
