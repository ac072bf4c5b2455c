import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { citation } from '../export/citation';
import { EXPORT_FORMATS, EXPORT_NAMES, type ExportFormat, exportFileName } from '../export/formats';
import { referencesOf } from '../export/reference';
import type { Excerpt } from '../model/excerpt';
import { verdictOf } from '../model/verdict';
import type { EntityView } from '../model/view';
import { Category } from '../ui/Category';
import { confusionPhrases, confusionView } from '../ui/confusion-text';
import { LocalNameLine } from '../ui/LocalNameLine';
import { Menu } from '../ui/Menu';
import { Phrases } from '../ui/Phrases';
import { saveFile } from '../ui/save-file';
import { denialText, verdictPhrases } from '../ui/verdict-text';

/** Name, verdict, what must not be confused, and what can be done with it all. */
export function DossierHead({ view, excerpt }: { view: EntityView; excerpt: Excerpt }) {
  const verdict = verdictOf(view);
  const denial = denialText(verdict, view);
  return (
    <div class="d-head">
      <p class="card-cat">
        <Category view={view} verdict={verdict} />
      </p>
      <div>
        <h1>
          <bdi>{view.entity.name}</bdi>
        </h1>
        <LocalNameLine entity={view.entity} />
        <p class="d-verdict">
          <Phrases phrases={verdictPhrases(verdict, view)} /> {denial && <b>{denial}</b>}
        </p>
        {verdict.clauses.length > 0 && !verdict.isReviewed && <p class="d-aside">{i18n.t('verdict.unreviewed')}</p>}
        {view.confusions.map((confusion) => (
          <p class="d-aside" key={confusion.label.id}>
            <Phrases
              phrases={confusionPhrases(confusion, verdictOf(confusionView(view, confusion)))}
              onEntity={(id) => {
                location.hash = id;
              }}
            />
          </p>
        ))}
      </div>
      <Actions excerpt={excerpt} />
    </div>
  );
}

function Actions({ excerpt }: { excerpt: Excerpt }) {
  const [said, setSaid] = useState('');
  const cite = () =>
    navigator.clipboard.writeText(citation(referencesOf(excerpt)[0]!)).then(
      () => setSaid(i18n.t('dossier.cited')),
      () => setSaid(i18n.t('dossier.citeFailed')),
    );
  const save = (format: ExportFormat) =>
    saveFile(exportFileName(excerpt, format), format.mediaType, format.write(excerpt));
  const items = EXPORT_NAMES.map((name) => ({
    title: i18n.t(`export.${name}.title`),
    note: i18n.t(`export.${name}.note`),
    choose: () => save(EXPORT_FORMATS[name]),
  }));
  return (
    <div class="d-act">
      <button class="btn" type="button" onClick={() => void cite()}>
        {i18n.t('dossier.cite')}
      </button>
      <button class="btn" type="button" onClick={() => print()}>
        {i18n.t('dossier.print')}
      </button>
      <Menu label={i18n.t('export.menu')} items={items} />
      <p class="d-said" role="status">
        {said}
      </p>
    </div>
  );
}
