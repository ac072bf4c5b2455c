import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type EntityId, kindOf } from '../model/record';
import { Rich } from '../ui/language/Rich';
import { useLiveCard } from './use-live-card';

/** The first-run page: what the extension does, on a paragraph that works as pages will. */
export function WelcomePage() {
  const sample = useRef<HTMLParagraphElement>(null);
  useLiveCard(sample);
  useEffect(() => {
    document.title = i18n.t('welcome.title');
  }, []);
  return (
    <main class="w">
      <header>
        <img src="/icon.svg" width="24" height="24" alt="" />
        Attribution Lens
      </header>
      <div>
        <h1>{i18n.t('welcome.headline')}</h1>
        <p class="lead">{i18n.t('welcome.lead')}</p>
        <p class="sample" ref={sample}>
          <Rich
            of="welcome.sample"
            values={{
              actor: <Marked id="actor:apt31" text="APT31" />,
              agency: <Marked id="agency:gb-ncsc" text={i18n.t('welcome.sampleAgency')} />,
              incident: <Marked id="incident:uk-electoral-commission-breach" text={i18n.t('welcome.sampleIncident')} />,
            }}
          />
        </p>
        <dl>
          <Kind kind="actor" name={i18n.t('kind.actor.heading')} are={i18n.t('welcome.actorsAre')} />
          <Kind kind="agency" name={i18n.t('kind.agency.heading')} are={i18n.t('welcome.agenciesAre')} />
          <Kind kind="incident" name={i18n.t('kind.incident.heading')} are={i18n.t('welcome.incidentsAre')} />
        </dl>
      </div>
      <aside>
        <Pledge title={i18n.t('welcome.privacy')}>{i18n.t('welcome.privacyText')}</Pledge>
        <Pledge title={i18n.t('welcome.off')}>{i18n.t('welcome.offText')}</Pledge>
        <Pledge title={i18n.t('welcome.keys')}>
          <Rich of="welcome.keysText" values={{ next: <Keys of="Alt Shift L" />, close: <Keys of="Esc" /> }} />
        </Pledge>
        <p class="go">
          <a class="btn primary" href="/dossier.html#actor:apt31">
            {i18n.t('welcome.dossier')}
          </a>
          <button class="btn" type="button" onClick={() => void browser.runtime.openOptionsPage()}>
            {i18n.t('popup.options')}
          </button>
        </p>
      </aside>
    </main>
  );
}

function Marked({ id, text }: { id: EntityId; text: string }) {
  return (
    <a class={`marked ${kindOf(id)}`} href={`/dossier.html#${id}`} data-entity={id}>
      {text}
    </a>
  );
}

function Kind({ kind, name, are }: { kind: string; name: string; are: string }) {
  return (
    <div>
      <span class={`key ${kind}`} aria-hidden="true" />
      <dt>{name}</dt>
      <dd>{are}</dd>
    </div>
  );
}

function Pledge({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <p>{children}</p>
    </section>
  );
}

/** Keys pressed together. */
function Keys({ of }: { of: string }) {
  return (
    <>
      {of.split(' ').map((key, i) => (
        <span key={key}>
          {i > 0 && ' '}
          <kbd>{key}</kbd>
        </span>
      ))}
    </>
  );
}
