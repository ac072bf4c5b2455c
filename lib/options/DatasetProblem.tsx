import { i18n } from '#i18n';

/** Stands where facts about the dataset would, when the background has none to give. */
export function DatasetProblem() {
  return <p class="why-not">{i18n.t('datasetProblem')}</p>;
}
