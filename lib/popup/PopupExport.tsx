import { toBackground } from '../messages';
import type { NamedIn } from '../model/excerpt';
import { ExportMenu } from '../ui/ExportMenu';

interface PopupExportProps {
  /** What the page names, and how the page is called. */
  text: NamedIn;
  onProblem: (sentence: string) => void;
}

/** Carries what the page names out of the browser, with everything on file of it. */
export function PopupExport({ text, onProblem }: PopupExportProps) {
  const excerpt = async () => {
    const ids = [...new Set(text.mentions.flatMap(({ entities }) => entities))];
    return { ...(await toBackground('excerpt', { ids, title: `Names on ${text.name}` })), texts: [text] };
  };
  return <ExportMenu excerpt={excerpt} onProblem={onProblem} />;
}
