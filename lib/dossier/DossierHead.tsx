import { useState } from 'preact/hooks';
import { citation } from '../export/citation';
import { EXPORT_FORMATS, exportFileName } from '../export/formats';
import { referencesOf } from '../export/reference';
import type { Excerpt } from '../model/excerpt';
import { verdictOf } from '../model/verdict';
import type { EntityView } from '../model/view';
import { Category } from '../ui/Category';
import { Menu } from '../ui/Menu';
import { Phrases } from '../ui/Phrases';
import { saveFile } from '../ui/save-file';
import { confusionPhrases, confusionView, denialText, verdictPhrases } from '../ui/verdict-text';

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
        <p class="d-verdict">
          <Phrases phrases={verdictPhrases(verdict, view)} /> {denial && <b>{denial}</b>}
        </p>
        {verdict.clauses.length > 0 && !verdict.isReviewed && (
          <p class="d-aside">Rests on records that are not reviewed yet.</p>
        )}
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
      () => setSaid('Citation copied.'),
      () => setSaid('The browser did not let the citation be copied.'),
    );
  const items = Object.values(EXPORT_FORMATS).map((format) => ({
    title: format.title,
    note: format.note,
    choose: () => saveFile(exportFileName(excerpt, format), format.mediaType, format.write(excerpt)),
  }));
  return (
    <div class="d-act">
      <button class="btn" type="button" onClick={() => void cite()}>
        Cite
      </button>
      <button class="btn" type="button" onClick={() => print()}>
        Print
      </button>
      <Menu label="Export" items={items} />
      <p class="d-said" role="status">
        {said}
      </p>
    </div>
  );
}
