import { nameId } from '../../feeds/adapters/name-id';
import { FeedRefused } from '../../feeds/refused';
import {
  type ChangesPage,
  CORE,
  type Feeds,
  type FeedsView,
  newRow,
  type Schedule,
  type Subscription,
} from '../../feeds/subscription';
import { OWN_LIST } from '../../model/feed-source';
import type { DatasetPointer } from '../../store/pointer';
import type { Work } from './build';
import { ChangeList } from './change-list';
import { activate, check, compare, rowOf, take } from './feed-jobs';
import { loadFromBytes } from './load-feed';
import { scheduleUnder } from './obey-policy';
import type { FeedPorts } from './ports';
import { rebuild } from './rebuild';
import { editRow, installed, wentBack } from './row-changes';
import { isDue } from './schedule';
import { BUNDLED, versionOf } from './sources';
import { feedsView } from './view';
import { WorkQueue } from './work-queue';

/** What a new row is, besides its address. */
export interface NewFeed {
  name: string;
  preset?: string;
  licence?: string;
  byPolicy?: Subscription['byPolicy'];
}

/** Everything that can be done with feeds. Each method resolves when it is done; what goes wrong stands in the row. */
export class FeedWork {
  readonly #ports: FeedPorts;
  readonly #queue: WorkQueue;
  readonly #changes: ChangeList;

  constructor(ports: FeedPorts) {
    this.#ports = ports;
    this.#queue = new WorkQueue(ports);
    this.#changes = new ChangeList(ports.storage);
  }

  /** What the page shows. Finds out first whether something was cut off. */
  async view(): Promise<FeedsView> {
    await this.#queue.settle();
    const view = await feedsView(this.#ports, this.#queue.progress);
    for (const { id, waiting, failure } of view.feeds) {
      const isCounted = waiting?.changes?.since === view.generation;
      if (waiting && !isCounted && !failure && !this.#isBusyWith(id))
        void this.#queue.add({ feed: id, during: 'check', run: (work) => compare(this.#ports, id, work) });
    }
    return view;
  }

  changes(feed: string, search: string, from: number): Promise<ChangesPage> {
    return this.#changes.page(feed, search, from);
  }

  /** Subscribes to an address, and loads it; the reader is asked before anything is installed. */
  async addAddress(url: string, feed: NewFeed, installs = false): Promise<void> {
    const id = feed.preset ?? nameId('web', url);
    await this.#add({ ...newRow(id, feed.name, { from: 'address', url }), ...feed });
    await this.check(id, { isAsked: true, installs });
  }

  /** @param upload key of the bytes in the database */
  async addFile(upload: string, file: string): Promise<void> {
    const id = nameId('file', file);
    await this.#add(newRow(id, file, { from: 'file', file }));
    await this.#queue.add({
      feed: id,
      during: 'check',
      run: async (work) => {
        const bytes = await this.#ports.storage.upload(upload);
        await this.#takeBytes(id, bytes, work);
      },
    });
  }

  /** The reader's own names. They are installed at once: the reader has just written them. */
  async setList(text: string): Promise<void> {
    if (!text.trim()) return this.remove(OWN_LIST);
    await this.#add(newRow(OWN_LIST, 'Own names', { from: 'list' }));
    await this.#queue.add({
      feed: OWN_LIST,
      during: 'install',
      run: async (work) => {
        await this.#ports.storage.writeList(text);
        const isNew = await this.#takeBytes(OWN_LIST, new TextEncoder().encode(text), work);
        if (isNew) await this.#install(OWN_LIST, work);
      },
    });
  }

  check(id: string, { isAsked = true, installs = false } = {}): Promise<void> {
    return this.#queue.add({
      feed: id,
      during: 'check',
      run: async (work) => {
        const isWaiting = await check(this.#ports, id, isAsked, work);
        if (isWaiting && installs) await this.#install(id, work);
      },
    });
  }

  /** Checks by itself what is due; installs only where the reader has asked for that too. */
  async checkDue(): Promise<void> {
    const { feeds } = await this.#ports.storage.read();
    const due = feeds.rows.filter((row) => isDue(row, this.#ports.now()));
    const { installs } = scheduleUnder(await this.#ports.policy(), feeds.schedule);
    await Promise.all(due.map(({ id }) => this.check(id, { isAsked: false, installs })));
  }

  /** The reader wants to know of all that is on; nothing is installed. */
  async checkAll(): Promise<void> {
    const { feeds } = await this.#ports.storage.read();
    const asked = feeds.rows.filter(
      ({ isOn, origin }) => isOn && (origin.from === 'address' || origin.from === 'core'),
    );
    await Promise.all(asked.map(({ id }) => this.check(id)));
  }

  install(id: string): Promise<void> {
    return this.#queue.add({ feed: id, during: 'install', run: (work) => this.#install(id, work) });
  }

  /** Leaves the waiting version for later, or for good. */
  async decline(id: string, forGood: boolean): Promise<void> {
    await this.#ports.storage.change(
      editRow(id, (row) => {
        if (!row.waiting) return row;
        return forGood
          ? { ...row, skipped: row.waiting.hash, waiting: undefined }
          : { ...row, waiting: { ...row.waiting, isPutOff: true } };
      }),
    );
  }

  async switch(id: string, isOn: boolean): Promise<void> {
    const { feeds, pointer } = await this.#ports.storage.read();
    const row = rowOf(feeds, id);
    if (row.byPolicy === 'enforced' || id === CORE) return;
    if (!isOn)
      return this.#leaveOut(
        id,
        editRow(id, (one) => ({ ...one, isOn: false })),
      );
    const version = row.versions.find(({ hash }) => hash !== row.skipped) ?? row.versions[0];
    if (version && pointer?.versions[id] === undefined) return this.#use(id, version.number);
    await this.#ports.storage.change(editRow(id, (one) => ({ ...one, isOn: true })));
    if (row.origin.from === 'address' && !row.waiting) await this.check(id);
  }

  /** Goes to a kept version: back, or forth again. 0 is core as bundled. */
  back(id: string, number: number): Promise<void> {
    return this.#queue.add({
      feed: id,
      during: 'install',
      run: async (work) => {
        const { feeds, pointer } = await this.#ports.storage.read();
        const row = rowOf(feeds, id);
        const left = row.versions.find((version) => version.number === pointer?.versions[id]);
        const isBundled = id === CORE && number === BUNDLED;
        if (!isBundled) versionOf(feeds, id, number);
        const versions = without(pointer, id);
        const isOlder = left && number < left.number;
        await activate(
          this.#ports,
          isBundled ? versions : { ...versions, [id]: number },
          editRow(id, wentBack(isOlder ? left : undefined)),
          work,
        );
      },
    });
  }

  async pin(id: string, isPinned: boolean): Promise<void> {
    await this.#ports.storage.change(editRow(id, (row) => ({ ...row, isPinned })));
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#ports.storage.change(editRow(id, (row) => ({ ...row, name })));
  }

  async remove(id: string): Promise<void> {
    const { feeds } = await this.#ports.storage.read();
    const row = feeds.rows.find((one) => one.id === id);
    if (!row || row.byPolicy === 'enforced' || id === CORE) return;
    this.#queue.stop(id);
    await this.#leaveOut(id, (all) => ({ ...all, rows: all.rows.filter((one) => one.id !== id) }));
    if (id === OWN_LIST) await this.#ports.storage.writeList('');
  }

  async setSchedule(change: Partial<Schedule>): Promise<void> {
    await this.#ports.storage.change((feeds) => ({
      ...feeds,
      schedule: { ...feeds.schedule, ...change, isChosen: true },
    }));
  }

  stop(id: string): void {
    this.#queue.stop(id);
  }

  /** Compiles what is in use anew: another version of the extension made it, or the browser lost it. */
  rebuild(): Promise<void> {
    return this.#queue.add({ feed: CORE, during: 'install', run: (work) => rebuild(this.#ports, work) });
  }

  async #add(row: Subscription): Promise<void> {
    await this.#ports.storage.change((feeds) => {
      const known = feeds.rows.some(({ id }) => id === row.id);
      const { byPolicy } = row;
      return known
        ? editRow(row.id, (one) => ({ ...one, isOn: true, ...(byPolicy ? { byPolicy } : {}) }))(feeds)
        : { ...feeds, rows: [...feeds.rows, row] };
    });
  }

  async #takeBytes(id: string, bytes: Uint8Array, work: Work): Promise<boolean> {
    const { feeds } = await this.#ports.storage.read();
    return take(this.#ports, id, await loadFromBytes(rowOf(feeds, id), bytes, work), true, work);
  }

  async #install(id: string, work: Work): Promise<void> {
    const { feeds, pointer } = await this.#ports.storage.read();
    const { waiting } = rowOf(feeds, id);
    if (!waiting) throw new FeedRefused('gone');
    const versions = { ...pointer?.versions, [id]: waiting.number };
    await activate(this.#ports, versions, editRow(id, installed(waiting, this.#ports.now())), work);
  }

  #use(id: string, number: number): Promise<void> {
    return this.#queue.add({
      feed: id,
      during: 'install',
      run: async (work) => {
        const { feeds, pointer } = await this.#ports.storage.read();
        const version = versionOf(feeds, id, number);
        await activate(
          this.#ports,
          { ...pointer?.versions, [id]: number },
          editRow(id, installed(version, this.#ports.now())),
          work,
        );
      },
    });
  }

  /** Takes away exactly what a feed brought: the dataset is made without it. */
  async #leaveOut(id: string, change: (feeds: Feeds) => Feeds): Promise<void> {
    const { pointer } = await this.#ports.storage.read();
    if (pointer?.versions[id] === undefined) {
      await this.#ports.storage.change(change);
      return;
    }
    await this.#queue.add({
      feed: id,
      during: 'install',
      run: async (work) => {
        const { pointer: now } = await this.#ports.storage.read();
        await activate(this.#ports, without(now, id), change, work);
      },
    });
  }

  #isBusyWith(id: string): boolean {
    const { progress } = this.#queue;
    return progress?.feed === id || Boolean(progress?.queue.includes(id));
  }
}

function without(pointer: DatasetPointer | undefined, id: string): Record<string, number> {
  const { [id]: _, ...others } = pointer?.versions ?? {};
  return others;
}
