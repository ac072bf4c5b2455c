import type { OpenDataset } from '../dataset/store';
import type { DatasetPointer } from '../store/pointer';

export interface DatasetSources {
  pointer(): Promise<DatasetPointer | undefined>;
  /** Opens what the pointer points to. */
  compiled(pointer: DatasetPointer): Promise<OpenDataset>;
  bundled(): Promise<OpenDataset>;
}

/** The dataset that everybody asks, opened once per life of the background, and how another takes its place. */
export class DatasetInUse {
  readonly #sources: DatasetSources;
  readonly #listeners: { onSwitch: (() => void)[]; onUnreadable: (() => void)[] } = { onSwitch: [], onUnreadable: [] };
  #opened: Promise<OpenDataset> | undefined;

  constructor(sources: DatasetSources) {
    this.#sources = sources;
  }

  /** A failure is not kept: the next call tries again. */
  open(): Promise<OpenDataset> {
    this.#opened ??= this.#read().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  /**
   * Puts a dataset in use. Who asks while `commit` is under way waits, so that no page is told from the old
   * one after it has heard of the new one.
   *
   * @throws what `commit` throws; the old dataset stays then.
   */
  async switchTo(fresh: OpenDataset, commit: () => Promise<void>): Promise<void> {
    const old = this.#opened;
    const done = commit();
    this.#opened = done.then(
      () => fresh,
      () => old ?? this.#read(),
    );
    this.#opened.catch(() => {
      this.#opened = undefined;
    });
    await done;
    for (const listener of this.#listeners.onSwitch) listener();
  }

  onSwitch(listener: () => void): void {
    this.#listeners.onSwitch.push(listener);
  }

  /** The compiled dataset is gone, or of another version of the extension: it has to be compiled anew. */
  onUnreadable(listener: () => void): void {
    this.#listeners.onUnreadable.push(listener);
  }

  async #read(): Promise<OpenDataset> {
    const pointer = await this.#sources.pointer().catch(() => undefined);
    if (!pointer) return this.#sources.bundled();
    try {
      return await this.#sources.compiled(pointer);
    } catch {
      for (const listener of this.#listeners.onUnreadable) listener();
      return this.#sources.bundled();
    }
  }
}
