import type { LaunchOptions } from './driver.ts';

type Preferences = Record<string, boolean | number | string>;

/** An address that Firefox takes for one and cannot ask. */
const NOWHERE = 'data:,';

/**
 * Beside these, Firefox sets its own list for automation as soon as Marionette runs
 * (remote/shared/RecommendedPreferences.sys.mjs); what is repeated here is what acts before that.
 */
const QUIET: Preferences = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.discovery.enabled': false,
  'browser.ml.enable': false,
  'browser.newtabpage.enabled': false,
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'browser.newtabpage.activity-stream.feeds.system.topstories': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.ping-centre.telemetry': false,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.unloadOnLowMemory': false,
  'browser.topsites.contile.enabled': false,
  'browser.translations.enable': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.usage.uploadEnabled': false,
  'dom.push.connection.enabled': false,
  'dom.push.serverURL': '',
  // Pages come over plain http from the recording proxy.
  'dom.security.https_first': false,
  'dom.security.https_first_schemeless': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.systemAddon.update.url': '',
  'extensions.update.enabled': false,
  'geo.provider.network.url': '',
  // Comes a minute after the start.
  'media.gmp-manager.updateEnabled': false,
  'media.gmp-manager.url': NOWHERE,
  'media.gmp-provider.enabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.http.speculative-parallel-limit': 0,
  'network.prefetch-next': false,
  // 5: DNS over HTTPS is off by choice.
  'network.trr.mode': 5,
  'security.OCSP.enabled': 0,
  'security.remote_settings.crlite_filters.enabled': false,
  'security.remote_settings.intermediates.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.rememberSignons': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.archive.enabled': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': NOWHERE,
  'toolkit.telemetry.shutdownPingSender.enabled': false,
};

/** The `user.js` of a throw-away profile. */
export function userPreferences(options: LaunchOptions, uuids: Record<string, string>): string {
  const preferences: Preferences = {
    ...QUIET,
    ...proxied(options.proxy.port),
    // Firefox chooses a free port and writes it into the profile.
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify(uuids),
    'extensions.autoDisableScopes': 0,
    'layout.css.devPixelsPerPx': String(options.deviceScaleFactor ?? 1),
    // 0 dark, 1 light. For extension pages too, popups included.
    'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
  };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  return `${lines.join('\n')}\n`;
}

function proxied(port: number): Preferences {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    // Else Firefox's own services go out directly once the proxy has refused them.
    'network.proxy.allow_bypass': false,
    'network.proxy.failover_direct': false,
  };
}
