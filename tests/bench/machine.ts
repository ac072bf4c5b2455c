import { cpus, totalmem } from 'node:os';

/** What the numbers were taken on, as one line. */
export function machine(browser?: string): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || process.arch;
  return [
    new Date().toISOString().slice(0, 10),
    `${processors.length} × ${model}`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${process.platform}`,
    `Node ${process.versions.node}`,
    ...(browser ? [browser] : []),
  ].join(', ');
}
