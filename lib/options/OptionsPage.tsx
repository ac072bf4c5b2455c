import { AboutSection } from './AboutSection';
import { FeedsSection } from './feeds/FeedsSection';
import { HighlightingSection } from './HighlightingSection';
import { PrivacySection } from './PrivacySection';
import { SitesSection } from './SitesSection';
import { useAbout } from './use-about';
import { useCurrentSection } from './use-current-section';
import { useSavedSettings } from './use-saved-settings';

const SECTIONS = [
  { id: 'highlighting', title: 'Highlighting' },
  { id: 'feeds', title: 'Data feeds' },
  { id: 'sites', title: 'Sites' },
  { id: 'privacy', title: 'Privacy' },
  { id: 'about', title: 'About and credits' },
];
const IDS = SECTIONS.map(({ id }) => id);

/** The options: everything on one page, each change kept as it is made. */
export function OptionsPage({ version }: { version: string }) {
  const { settings, problem, show, save } = useSavedSettings();
  const about = useAbout();
  const [current, choose] = useCurrentSection(IDS, settings !== undefined && about !== undefined);
  return (
    <div class="opt">
      <nav aria-label="Options">
        <h1>
          <img src="/icon.svg" width="22" height="22" alt="" />
          <span>
            Attribution Lens<span class="visually-hidden"> options</span>
          </span>
        </h1>
        <ul>
          {SECTIONS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === current ? 'true' : undefined} onClick={() => choose(id)}>
                {title}
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
            <HighlightingSection settings={settings} show={show} save={save} />
            <FeedsSection />
            <SitesSection sites={settings.sites} save={save} />
            <PrivacySection />
            <AboutSection version={version} about={about} />
          </>
        )}
      </main>
    </div>
  );
}
