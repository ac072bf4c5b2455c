import { i18n } from '#i18n';
import { EXPORT_FORMATS, EXPORT_NAMES, type ExportFormat, exportFileName } from '../export/formats';
import { toBackground } from '../messages';
import type { NamedIn } from '../model/excerpt';
import { Menu } from '../ui/Menu';
import { saveFile } from '../ui/save-file';

interface PopupExportProps {
  /** What the page names, and how the page is called. */
  text: NamedIn;
  onProblem: (sentence: string) => void;
}

/** Carries what the page names out of the browser, with everything on file of it. */
export function PopupExport({ text, onProblem }: PopupExportProps) {
  const save = async (format: ExportFormat) => {
    const ids = [...new Set(text.mentions.flatMap(({ entities }) => entities))];
    const excerpt = { ...(await toBackground('excerpt', { ids, title: `Names on ${text.name}` })), texts: [text] };
    saveFile(exportFileName(excerpt, format), format.mediaType, format.write(excerpt));
  };
  const items = EXPORT_NAMES.map((name) => ({
    title: i18n.t(`export.${name}.title`),
    note: i18n.t(`export.${name}.note`),
    choose: () => void save(EXPORT_FORMATS[name]).catch(() => onProblem(i18n.t('export.failed'))),
  }));
  return <Menu label={i18n.t('export.menu')} items={items} />;
}
