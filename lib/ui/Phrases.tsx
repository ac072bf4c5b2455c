import type { EntityId } from '../model/record';
import type { Phrase } from './language/template';
import { quoted } from './words';

/** A generated sentence: strong parts, official wording in quotation marks (in the text, so that copying keeps them), entities to turn to. */
export function Phrases({ phrases, onEntity }: { phrases: readonly Phrase[]; onEntity?: (id: EntityId) => void }) {
  return (
    <>
      {phrases.map((phrase, i) => {
        const key = `${i} ${phrase.text}`;
        if (phrase.quote) return <q key={key}>{quoted(phrase.text)}</q>;
        if (phrase.strong) return <b key={key}>{phrase.text}</b>;
        const { entity } = phrase;
        if (!entity || !onEntity) return <span key={key}>{phrase.text}</span>;
        return (
          <button key={key} type="button" class="textbtn inline" onClick={() => onEntity(entity)}>
            {phrase.text}
          </button>
        );
      })}
    </>
  );
}
