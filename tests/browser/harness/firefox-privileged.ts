import type { ColorScheme } from './driver.ts';

/**
 * Functions sent as source text into Firefox, to run with the browser's own rights. The types name only what
 * is used of Firefox's internal interfaces.
 */

interface TabBrowser {
  browsingContext: { top: { prefersColorSchemeOverride: 'light' | 'dark' | 'none'; textZoom: number } };
  style: CSSStyleDeclaration;
}
interface ConsoleEvent {
  level: string;
  arguments: unknown[];
}
interface ScriptError {
  innerWindowID: number;
  flags: number;
  warningFlag: number;
  errorMessage: string;
}
interface Extension {
  id: string;
}
declare const gBrowser: { selectedBrowser: TabBrowser };
declare const windowGlobalChild: { innerWindowId: number };
declare const Ci: { nsIConsoleAPIStorage: unknown; nsIScriptError: { new (): ScriptError; warningFlag: number } };
declare const Cc: Record<string, { getService(type: unknown): { getEvents(innerWindowId: number): ConsoleEvent[] } }>;
declare const Services: { console: { getMessageArray(): unknown[] } };
declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } | null };
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionPermissions: {
      add(id: string, permissions: { origins: string[]; permissions: string[] }, emitter: Extension): Promise<void>;
    };
  };
};

/** Browser window. Sizes the tab's content area, which unlike the window may be narrower than 450 px. */
export function resizeBrowser(width: number, height: number): void {
  const { style } = gBrowser.selectedBrowser;
  for (const [side, size] of Object.entries({ width, height })) {
    style.setProperty(side, `${size}px`);
    style.setProperty(`min-${side}`, `${size}px`);
    style.setProperty(`max-${side}`, `${size}px`);
  }
}

/** Browser window. */
export function overrideColorScheme(scheme: ColorScheme): void {
  gBrowser.selectedBrowser.browsingContext.top.prefersColorSchemeOverride = scheme;
}

/** Browser window. */
export function zoomText(factor: number): void {
  gBrowser.selectedBrowser.browsingContext.top.textZoom = factor;
}

/** Page's process, system sandbox. Both stores drop what belongs to a document that is gone. */
export function documentErrors(): string[] {
  const storage = Cc['@mozilla.org/consoleAPI-storage;1']!.getService(Ci.nsIConsoleAPIStorage);
  const { innerWindowId } = windowGlobalChild;
  const calls = storage
    .getEvents(innerWindowId)
    .filter((event) => event.level === 'error')
    .map((event) => Array.from(event.arguments, String).join(' '));
  const uncaught = Services.console
    .getMessageArray()
    .filter((message): message is ScriptError => message instanceof Ci.nsIScriptError)
    .filter((error) => error.innerWindowID === innerWindowId && (error.flags & Ci.nsIScriptError.warningFlag) === 0)
    .map((error) => error.errorMessage);
  return [...calls, ...uncaught];
}

/**
 * Browser window. What a user does under "Permissions" in about:addons. Firefox 153 grants a temporary add-on its
 * hosts by itself; a version or profile that withholds them, as users may, would run no content scripts.
 */
export async function grantHosts(addon: string, origins: string[]): Promise<void> {
  const policy = WebExtensionPolicy.getByID(addon);
  if (policy === null) throw new Error(`${addon} is not running.`);
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  await ExtensionPermissions.add(addon, { origins, permissions: [] }, policy.extension);
}
