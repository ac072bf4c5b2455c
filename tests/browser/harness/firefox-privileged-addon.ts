/** Functions sent as source text into Firefox's browser window, to do with an add-on what the reader or Firefox may. */

interface Extension {
  id: string;
  terminateBackground(options: { ignoreDevToolsAttached: boolean }): Promise<void>;
}
interface Modules {
  AddonManager: { getAddonByID(id: string): Promise<{ disable(): Promise<void>; enable(): Promise<void> }> };
  ExtensionPermissions: {
    add(id: string, permissions: { origins: string[]; permissions: string[] }, emitter: Extension): Promise<void>;
  };
}
declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } | null };
declare const ChromeUtils: { importESModule(url: string): Modules };

/** Firefox does so when a background has been idle for 30 s. */
export async function terminateBackground(addon: string): Promise<void> {
  await WebExtensionPolicy.getByID(addon)!.extension.terminateBackground({ ignoreDevToolsAttached: true });
}

export async function switchAddon(id: string, isOn: boolean): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const addon = await AddonManager.getAddonByID(id);
  await (isOn ? addon.enable() : addon.disable());
}

/** Takes effect when the add-on is started anew. */
export async function allowInPrivateWindows(id: string): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const allowed = { origins: [], permissions: ['internal:privateBrowsingAllowed'] };
  await ExtensionPermissions.add(id, allowed, WebExtensionPolicy.getByID(id)!.extension);
}
