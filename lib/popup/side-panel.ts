import { browser } from 'wxt/browser';

/** Chromium's side panel, which the polyfill does not know, and Firefox's sidebar. */
interface PanelApi {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

const api = (): PanelApi => browser as unknown as PanelApi;

/** Whether this browser can keep the popup's content open beside the page. */
export function canStayOpen(): boolean {
  return Boolean(api().sidePanel ?? api().sidebarAction);
}

/** Opens it there. Both browsers ask for the reader's click, so nothing may be awaited before. */
export function openBeside(): Promise<void> {
  const { sidePanel, sidebarAction } = api();
  return sidePanel ? sidePanel.open({ windowId: WINDOW_IN_FRONT }) : (sidebarAction?.open() ?? Promise.resolve());
}

/** `windows.WINDOW_ID_CURRENT`: the window that the popup belongs to. */
const WINDOW_IN_FRONT = -2;
