import { type ComponentChildren, Fragment } from 'preact';
import { numberText } from './formats';
import type { MessageKey, PluralKey, PluralValues, Values } from './keys';
import { pluralKey } from './plural';
import { messageOf, runsOf } from './template';

interface RichProps<K extends MessageKey> {
  of: K;
  values: Values<K, ComponentChildren>;
}

/** A message with elements for its placeholders. */
export function Rich<K extends MessageKey>({ of, values }: RichProps<K>) {
  return <Runs message={messageOf(of)} values={values} />;
}

interface CountedProps<K extends PluralKey> {
  of: K;
  count: number;
  /** The number as it is to look, where it is more than text. */
  number?: ComponentChildren;
  values?: PluralValues<K, ComponentChildren>[0];
}

/** The same of a message that counts. */
export function Counted<K extends PluralKey>({ of, count, number, values }: CountedProps<K>) {
  return <Runs message={messageOf(pluralKey(of, count))} values={{ count: number ?? numberText(count), ...values }} />;
}

function Runs({ message, values }: { message: string; values: Readonly<Record<string, ComponentChildren>> }) {
  return (
    <>
      {runsOf(message).map((run, i) => {
        const content = 'value' in run ? values[run.value] : run.text;
        const key = `${i} ${'value' in run ? run.value : run.text}`;
        return run.strong ? <b key={key}>{content}</b> : <Fragment key={key}>{content}</Fragment>;
      })}
    </>
  );
}
