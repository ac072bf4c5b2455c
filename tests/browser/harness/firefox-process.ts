import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Marionette } from './marionette.ts';
import { poll } from './poll.ts';

const START_LIMIT_MS = 30_000;
const QUIT_LIMIT_MS = 5_000;

/** A stock Firefox with a throw-away profile, as far as its process goes. */
export interface FirefoxProcess {
  marionette: Marionette;
  /** Asks Firefox to quit, ends it if it does not, and removes the profile. */
  end(): Promise<void>;
}

export async function startFirefox(executable: string, userJs: string, headless: boolean): Promise<FirefoxProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'attribution-lens-firefox-'));
  await writeFile(join(profile, 'user.js'), userJs);
  const args = ['-marionette', '--remote-allow-system-access', '-no-remote', '-profile', profile];
  const child = spawn(executable, headless ? ['-headless', ...args] : args, {
    stdio: 'ignore',
    // Release builds heed the preference services.settings.server only with the second variable.
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
  });
  const exit = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const cleanUp = () => rm(profile, { recursive: true, force: true, maxRetries: 5 });
  try {
    const marionette = await poll(() => connectTo(profile, child), {
      timeoutMs: START_LIMIT_MS,
      what: `${executable} to listen for commands`,
    });
    return {
      marionette,
      async end() {
        await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
        await Promise.race([exit, sleep(QUIT_LIMIT_MS, undefined, { ref: false })]);
        marionette.close();
        child.kill('SIGKILL');
        await exit;
        await cleanUp();
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    await exit;
    await cleanUp();
    throw error;
  }
}

async function connectTo(profile: string, child: ChildProcess): Promise<Marionette> {
  if (child.exitCode !== null) throw new Error(`Firefox ended at once with exit code ${child.exitCode}`);
  return Marionette.connect(Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8')));
}
