import { i18n } from '#i18n';
import type { Progress } from '../../feeds/subscription';
import { progressText } from './feed-text';

/** How far the work on a feed has got; a bar with an end only where the end is known. */
export function FeedProgress({ progress, onStop }: { progress: Progress; onStop: () => void }) {
  const { step, loaded, all } = progress;
  const share = step === 'loading' && loaded !== undefined && all ? Math.min(1, loaded / all) : undefined;
  const text = progressText(progress);
  return (
    <div class="f-prog">
      <div
        class={share === undefined ? 'bar open' : 'bar'}
        role="progressbar"
        aria-label={text}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
        style={share === undefined ? undefined : { '--share': `${share * 100}%` }}
      />
      <p class="num">{text}</p>
      <button class="textbtn" type="button" onClick={onStop}>
        {i18n.t('feeds.stop')}
      </button>
    </div>
  );
}
