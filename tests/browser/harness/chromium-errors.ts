import type { CDPSession } from 'playwright';

/**
 * Hears of every error in the page's worlds, the content scripts' included. Straight from CDP, so that an error
 * is recorded before the answer to any command that came after it.
 */
export async function recordErrors(cdp: CDPSession, record: (error: string) => void): Promise<void> {
  cdp.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') record(args.map((arg) => String(arg.value ?? arg.description)).join(' '));
  });
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
    record(exception?.description ?? text);
  });
  cdp.on('Log.entryAdded', ({ entry }) => {
    // A breach of the page's policy counts; a resource that the test's site does not have (a favicon) does not.
    if (entry.level === 'error' && entry.source !== 'network') record(entry.text);
  });
  await cdp.send('Runtime.enable');
  await cdp.send('Log.enable');
}
