import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { changeSettings, DEFAULTS, loadSettings, type Settings, watchSettings } from '../settings';

export type Change = (settings: Settings) => Settings;

export interface SavedSettings {
  /** What the controls show; absent until the stored settings are read. */
  settings: Settings | undefined;
  /** Why the last change was not kept; empty where it was. */
  problem: string;
  /** Shows a change without keeping it: while a colour or a range is being dragged. */
  show: (change: Change) => void;
  /** Shows a change and keeps it, or takes it back and says why. */
  save: (change: Change) => void;
}

/** The stored settings, with changes shown at once and those made in other windows as they come. */
export function useSavedSettings(): SavedSettings {
  const [settings, setSettings] = useState<Settings>();
  const [problem, setProblem] = useState('');
  const stored = useRef(DEFAULTS);
  const waiting = useRef(0);
  /** A change reads, then writes; two at a time would undo each other. */
  const turn = useRef(Promise.resolve());

  const take = useCallback((kept: Settings) => {
    stored.current = kept;
    // An earlier state must not flash up between two quick changes.
    if (!waiting.current) setSettings(kept);
  }, []);

  useEffect(() => {
    loadSettings().then(take, () => {
      setProblem(i18n.t('options.unreadable'));
      setSettings(DEFAULTS);
    });
    return watchSettings(take);
  }, [take]);

  const show = (change: Change) => setSettings((shown) => change(shown ?? stored.current));

  const save = (change: Change) => {
    show(change);
    setProblem('');
    waiting.current++;
    turn.current = turn.current.then(async () => {
      const kept = await changeSettings(change).catch(() => undefined);
      waiting.current--;
      if (!kept) setProblem(i18n.t('unsaved'));
      take(kept ?? stored.current);
    });
  };

  return { settings, problem, show, save };
}
