import type { CDPSession } from 'playwright';

/** What a script took of a page's main thread, ms of processor time: a busy machine does not count. */
export interface MainThreadTime {
  total: number;
  /** Its part of the one task in which it took most. */
  longestTask: number;
}

/** Between two looks at what the thread runs, µs. */
const SAMPLING = 200;
const CATEGORIES = ['disabled-by-default-devtools.timeline'];

/**
 * Measures from outside, with no mark in the code that is measured: a trace gives each task's processor time, a
 * sampled profile the share of it in which one of the script's functions is on the stack, calls into the browser
 * and garbage collection that interrupts it included.
 *
 * @param isOwn tells the measured script by its address.
 */
export async function timeOnMainThread(
  commands: CDPSession,
  isOwn: (url: string) => boolean,
  action: () => Promise<void>,
): Promise<MainThreadTime> {
  const tasks: Task[] = [];
  const collect = ({ value }: { value: object[] }) =>
    void tasks.push(...(value as Task[]).filter(({ name }) => name === 'RunTask'));
  commands.on('Tracing.dataCollected', collect);
  await commands.send('Profiler.enable');
  await commands.send('Profiler.setSamplingInterval', { interval: SAMPLING });
  await commands.send('Profiler.start');
  await commands.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  try {
    await action();
  } finally {
    const complete = new Promise<void>((resolve) => commands.once('Tracing.tracingComplete', () => resolve()));
    await commands.send('Tracing.end');
    await complete;
    commands.off('Tracing.dataCollected', collect);
  }
  const { profile } = await commands.send('Profiler.stop');
  await commands.send('Profiler.disable');
  return attribute(tasks, samplesOf(profile, isOwn));
}

/** A task of some thread, from the trace: µs, `tdur` of processor time. */
interface Task {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur: number;
  tdur?: number;
}

/** A stretch of time that ended with a look at the stack, µs. */
interface Sample {
  at: number;
  time: number;
  isOwn: boolean;
}

/** As CDP's Profiler gives it. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  startTime: number;
  samples?: number[];
  timeDeltas?: number[];
}

function samplesOf({ nodes, startTime, samples = [], timeDeltas = [] }: Profile, isOwn: (url: string) => boolean) {
  const own = new Set<number>();
  let collector = -1;
  // Callers stand before what they call.
  for (const { id, callFrame, children = [] } of nodes) {
    if (isOwn(callFrame.url)) own.add(id);
    if (own.has(id)) for (const child of children) own.add(child);
    if (callFrame.functionName === '(garbage collector)') collector = id;
  }
  let at = startTime;
  let wasOwn = false;
  return samples.map((id, i): Sample => {
    at += timeDeltas[i]!;
    wasOwn = id === collector ? wasOwn : own.has(id);
    return { at, time: timeDeltas[i]!, isOwn: wasOwn };
  });
}

/** Of the threads in the trace, the profiled one is that whose tasks hold the script's samples. */
function attribute(tasks: readonly Task[], samples: readonly Sample[]): MainThreadTime {
  const byThread = new Map<string, Task[]>();
  for (const task of tasks) {
    const thread = `${task.pid} ${task.tid}`;
    const known = byThread.get(thread);
    if (known) known.push(task);
    else byThread.set(thread, [task]);
  }
  let best: MainThreadTime = { total: 0, longestTask: 0 };
  let mostSamples = 0;
  for (const ofThread of byThread.values()) {
    const { time, held } = timeIn(ofThread, samples);
    if (held > mostSamples) [best, mostSamples] = [time, held];
  }
  return best;
}

function timeIn(tasks: readonly Task[], samples: readonly Sample[]): { time: MainThreadTime; held: number } {
  const inOrder = [...tasks].sort((a, b) => a.ts - b.ts);
  const time: MainThreadTime = { total: 0, longestTask: 0 };
  let held = 0;
  let i = 0;
  for (const { ts, dur, tdur = dur } of inOrder) {
    let own = 0;
    let all = 0;
    while (i < samples.length && samples[i]!.at < ts) i++;
    for (; i < samples.length && samples[i]!.at <= ts + dur; i++) {
      all += samples[i]!.time;
      if (!samples[i]!.isOwn) continue;
      own += samples[i]!.time;
      held++;
    }
    if (!own) continue;
    const milliseconds = (tdur * own) / all / 1000;
    time.total += milliseconds;
    time.longestTask = Math.max(time.longestTask, milliseconds);
  }
  return { time, held };
}
