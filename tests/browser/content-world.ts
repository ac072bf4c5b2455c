import type { ChromiumPage } from './harness/chromium-page.ts';
import { poll } from './harness/poll.ts';

interface Context {
  id: number;
  origin: string;
  auxData?: { type?: string };
}

/**
 * Runs an expression where the content script of the page's main frame runs, with all that it may do: what somebody
 * can who has got hold of the page's process. Chromium only.
 */
export async function evaluateAsContentScript<T>(
  page: ChromiumPage,
  extension: string,
  expression: string,
): Promise<T> {
  const { commands } = page;
  const worlds: Context[] = [];
  const note = ({ context }: { context: Context }) => worlds.push(context);
  commands.on('Runtime.executionContextCreated', note as never);
  // Chromium tells of the worlds that are there when it is asked anew.
  await commands.send('Runtime.disable');
  await commands.send('Runtime.enable');
  const world = await poll(
    () => worlds.find(({ origin, auxData }) => auxData?.type === 'isolated' && extension.startsWith(origin)),
    { what: "the content script's world" },
  );
  commands.off('Runtime.executionContextCreated', note as never);
  const { result, exceptionDetails } = await commands.send('Runtime.evaluate', {
    expression,
    contextId: world.id,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}
