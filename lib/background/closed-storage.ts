import { browser } from 'wxt/browser';

interface Closable {
  setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Keeps content scripts, and whoever has got hold of a page's process, out of everything stored: settings with their
 * lists of sites, and what else comes to lie there. Firefox can't do that yet (docs/security.md).
 */
export async function closeStorageToPages(): Promise<void> {
  const { local, session } = browser.storage as unknown as Record<'local' | 'session', Closable>;
  for (const area of [local, session]) await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
