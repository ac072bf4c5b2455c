import type { LaunchOptions } from './driver.ts';
import { CHROMIUM_ACCOUNTS_HOST } from './own-requests.ts';

/**
 * Of several `--disable-features` Chromium obeys the last, so this list stands for Playwright's as well. Left out
 * of that one is what makes a browser less real, such as unpartitioned storage.
 */
const DISABLED_FEATURES = [
  // Asks for the meaning of every form field.
  'AutofillServerCommunication',
  // Asks at start what the default search engine offers.
  'AimEnabled',
  'LensOverlay',
  'PreconnectToSearch',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'MediaRouter',
  // Pages come over plain http from the recording proxy.
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  // Playwright's, for steady automation.
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'PaintHolding',
];

/** Command line beside Playwright's own, which already switches off background networking and sync. */
export function chromiumFlags({ proxy, extension, isInterpreted }: LaunchOptions): string[] {
  return [
    // Chromium refuses to run its sandbox as root, which is what CI containers are.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--proxy-server=http://127.0.0.1:${proxy.port}`,
    // Without it, loopback addresses pass by the proxy and are not recorded.
    '--proxy-bypass-list=<-loopback>',
    // Not even a name look-up may leave.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    `--disable-features=${DISABLED_FEATURES.join(',')}`,
    '--disable-domain-reliability',
    ...(isInterpreted ? ['--js-flags=--jitless'] : []),
    '--disable-client-side-phishing-detection',
    // `--disable-component-update` leaves updates on demand, one of which comes at every start.
    '--component-updater=url-source=data:,',
    `--gaia-url=https://${CHROMIUM_ACCOUNTS_HOST}`,
    // Both are needed: the first lifts Playwright's --disable-extensions for this one.
    ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
  ];
}
