import { useEffect, useState } from 'preact/hooks';
import { toBackground } from '../messages';
import type { DatasetAbout } from '../model/view';

/** The dataset in use: `undefined` while the background is asked, `null` where it can't be opened. */
export function useAbout(): DatasetAbout | null | undefined {
  const [about, setAbout] = useState<DatasetAbout | null>();
  useEffect(() => {
    toBackground('about', {}).then(
      (answer) => setAbout(answer ?? null),
      () => setAbout(null),
    );
  }, []);
  return about;
}
