import type { FeedAction } from '../../feeds/action';
import { calledByAddress, feedAddress } from '../../feeds/net/address';
import { PRESETS } from '../../feeds/presets';
import type { Answers } from '../border/border';
import type { FeedAlarm } from './alarm';
import { ALLOWS_LOCAL_HTTP } from './build-settings';
import type { FeedWork } from './feed-work';

export type FeedAnswers = Pick<Answers, 'feeds' | 'feedAction' | 'feedChanges'>;

/** Answers to the options page; the border lets nobody else ask. */
export function feedAnswers(work: FeedWork, alarm: FeedAlarm): FeedAnswers {
  return {
    feeds: () => work.view(),
    feedChanges: ({ feed, search, from }) => work.changes(feed, search, from).catch(() => null),
    feedAction: async (action) => {
      await act(work, alarm, action);
      return undefined;
    },
  };
}

async function act(work: FeedWork, alarm: FeedAlarm, action: FeedAction): Promise<void> {
  switch (action.do) {
    case 'add-address': {
      const url = feedAddress(action.url, { allowsLocalHttp: ALLOWS_LOCAL_HTTP });
      return work.addAddress(url, { name: calledByAddress(url) });
    }
    case 'add-preset': {
      const preset = PRESETS.find(({ id }) => id === action.preset);
      if (!preset) return;
      const { id, name, url, licence } = preset;
      return work.addAddress(url, { name, licence, preset: id });
    }
    case 'add-file':
      return work.addFile(action.upload, action.file);
    case 'set-list':
      return work.setList(action.text);
    case 'check':
      return work.check(action.feed);
    case 'check-all':
      return work.checkAll();
    case 'install':
      return work.install(action.feed);
    case 'decline':
      return work.decline(action.feed, action.forGood);
    case 'switch':
      return work.switch(action.feed, action.isOn);
    case 'back':
      return work.back(action.feed, action.number);
    case 'pin':
      return work.pin(action.feed, action.isPinned);
    case 'remove':
      return work.remove(action.feed);
    case 'stop':
      return work.stop(action.feed);
    case 'schedule': {
      const { every, installs } = action;
      await work.setSchedule({ ...(every ? { every } : {}), ...(installs === undefined ? {} : { installs }) });
      if (every) await alarm.draw();
    }
  }
}
