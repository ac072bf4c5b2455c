import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Rich } from '../ui/language/Rich';
import { EntityDossier } from './EntityDossier';
import { NameField } from './NameField';
import { useDossier } from './use-dossier';

/** The dossier: everything on file of the entity that the address names, and the way to any other. */
export function DossierPage() {
  const dossier = useDossier();
  const title = dossier.is === 'open' ? dossier.view.entity.name : '';
  useEffect(() => {
    document.title = title ? i18n.t('dossier.title', { name: title }) : i18n.t('dossier.titleNone');
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
        {dossier.is === 'none' && <Message title={i18n.t('dossier.whose')}>{i18n.t('dossier.whoseSearch')}</Message>}
        {dossier.is === 'unknown' && (
          <Message title={i18n.t('dossier.unknown')}>
            <Rich of="dossier.unknownWhy" values={{ id: <bdi>{dossier.id}</bdi> }} />
          </Message>
        )}
        {dossier.is === 'failed' && <Message title={i18n.t('dossier.failed')}>{i18n.t('dossier.failedWhy')}</Message>}
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
