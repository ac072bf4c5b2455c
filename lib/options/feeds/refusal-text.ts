import { i18n } from '#i18n';
import { isRefusalCode, type Spelling, worded } from '../../feeds/refusal-words';
import type { Refusal } from '../../feeds/refused';
import type { FeedFailure } from '../../feeds/subscription';
import { dateText } from '../../ui/dates';
import { numberText, sizeText } from '../../ui/language/formats';
import { keyPart, type MessageKey } from '../../ui/language/keys';
import { messageOf } from '../../ui/language/template';
import { formText } from './feed-text';

const SPELLING: Spelling = {
  number: (value) => numberText(value),
  bytes: sizeText,
  day: (iso) => dateText(iso),
  form: formText,
  line: (number) => i18n.t('feeds.line', { number: numberText(number) }),
};

/** Why a feed was refused, in one sentence. */
export function refusalText({ code, details }: Refusal): string {
  const key: MessageKey = `feeds.refused.${keyPart(code)}`;
  return worded(messageOf(key), code, details, SPELLING);
}

/** The same of what a row keeps; words, and codes of another version of the extension, are shown as they are. */
export function failureText({ code, details = {}, sentence }: FeedFailure): string {
  if (sentence !== undefined) return sentence;
  return refusalText(isRefusalCode(code) ? { code, details } : { code: 'unexpected', details: { what: code } });
}
