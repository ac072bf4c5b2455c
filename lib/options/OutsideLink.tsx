import type { ComponentChildren } from 'preact';

/** A link that leaves the extension: in a tab of its own, without telling where from. */
export function OutsideLink({ to, children }: { to: string; children: ComponentChildren }) {
  return (
    <a href={to} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
