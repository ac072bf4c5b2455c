import { i18n } from '#i18n';
import { AboutSection } from './AboutSection';
import { BackupSection } from './backup/BackupSection';
import { FeedsSection } from './feeds/FeedsSection';
import { HighlightingSection } from './HighlightingSection';
import { NamesSection } from './NamesSection';
import { PrivacySection } from './PrivacySection';
import { ShortcutsSection } from './ShortcutsSection';
import { SitesSection } from './SitesSection';
import { useAbout } from './use-about';
import { useCurrentSection } from './use-current-section';
import { usePolicy } from './use-policy';
import { useSavedSettings } from './use-saved-settings';

const SECTIONS = ['highlighting', 'names', 'feeds', 'sites', 'shortcuts', 'privacy', 'about'] as const;

/** The options: everything on one page, each change kept as it is made. */
export function OptionsPage({ version }: { version: string }) {
  const { settings, problem, show, save } = useSavedSettings();
  const about = useAbout();
  const { enforced } = usePolicy();
  const [current, choose] = useCurrentSection(SECTIONS, settings !== undefined && about !== undefined);
  return (
    <div class="opt">
      <nav aria-label={i18n.t('options.nav')}>
        <h1>
          <img src="/icon.svg" width="22" height="22" alt="" />
          <span aria-hidden="true">Attribution Lens</span>
          <span class="visually-hidden">{i18n.t('options.title')}</span>
        </h1>
        <ul>
          {SECTIONS.map((id) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === current ? 'true' : undefined} onClick={() => choose(id)}>
                {i18n.t(`options.section.${id}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <p class="problem" role="alert">
          {problem}
        </p>
        {settings && (
          <>
            <HighlightingSection settings={settings} show={show} save={save} held={enforced.categories ?? {}} />
            <NamesSection muted={settings.muted} save={save} />
            <FeedsSection />
            <SitesSection sites={settings.sites} save={save} isHeld={enforced.sites !== undefined} />
            <ShortcutsSection />
            <PrivacySection />
            <BackupSection />
            <AboutSection version={version} about={about} />
          </>
        )}
      </main>
    </div>
  );
}
