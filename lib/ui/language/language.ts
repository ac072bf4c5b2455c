import { i18n } from '#i18n';

/**
 * BCP 47 tag of the language that the messages are in. The browser picks the messages and falls back to
 * English; dates, numbers and lists follow them, and not the browser, so that a sentence is in one language.
 */
export function language(): string {
  return i18n.t('language');
}

/** The direction of that language, `ltr` or `rtl`. */
export function direction(): 'ltr' | 'rtl' {
  return i18n.t('direction') === 'rtl' ? 'rtl' : 'ltr';
}

/** Tells an extension page's document what language it is in; called before it is drawn. */
export function speakIn(page: Document): void {
  page.documentElement.lang = language();
  page.documentElement.dir = direction();
}
