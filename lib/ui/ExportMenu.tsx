import { i18n } from '#i18n';
import { EXPORT_FORMATS, EXPORT_NAMES, type ExportFormat, exportFileName } from '../export/formats';
import type { Excerpt } from '../model/excerpt';
import { Menu } from './Menu';
import { saveFile } from './save-file';

interface ExportMenuProps {
  /** What to carry out of the browser; asked for when a format is chosen. */
  excerpt: () => Excerpt | Promise<Excerpt>;
  onProblem: (sentence: string) => void;
  /** What a screen reader calls the button, where a page has several. */
  name?: string;
}

/** A menu of all formats; the chosen one is saved as a file. */
export function ExportMenu({ excerpt, onProblem, name }: ExportMenuProps) {
  const save = async (format: ExportFormat) => {
    const content = await excerpt();
    saveFile(exportFileName(content, format), format.mediaType, format.write(content));
  };
  const items = EXPORT_NAMES.map((format) => ({
    title: i18n.t(`export.${format}.title`),
    note: i18n.t(`export.${format}.note`),
    choose: () => void save(EXPORT_FORMATS[format]).catch(() => onProblem(i18n.t('export.failed'))),
  }));
  return <Menu label={i18n.t('export.menu')} name={name} items={items} />;
}
