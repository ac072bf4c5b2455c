import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface MenuItem {
  title: string;
  note?: string;
  choose: () => void;
}

/** A button that opens a list of actions in place. Closes on a choice, on Escape and when the focus leaves. */
export function Menu({ label, items, name }: { label: ComponentChildren; items: readonly MenuItem[]; name?: string }) {
  const root = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const onDown = (event: PointerEvent) => {
      if (root.current && !event.composedPath().includes(root.current)) close(root.current, false);
    };
    document.addEventListener('pointerdown', onDown);
    return () => document.removeEventListener('pointerdown', onDown);
  }, []);
  return (
    <details
      class="menu-root"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !root.current?.open) return;
        event.stopPropagation();
        close(root.current, true);
      }}
      onFocusOut={({ relatedTarget }) => {
        if (root.current && relatedTarget && !root.current.contains(relatedTarget as Node)) close(root.current, false);
      }}
    >
      <summary class="btn" aria-label={name}>
        {label}
      </summary>
      <div class="menu">
        {items.map(({ title, note, choose }) => (
          <button
            key={title}
            type="button"
            onClick={() => {
              if (root.current) close(root.current, true);
              choose();
            }}
          >
            <span>{title}</span>
            {note && <small>{note}</small>}
          </button>
        ))}
      </div>
    </details>
  );
}

function close(menu: HTMLDetailsElement, returnsFocus: boolean): void {
  if (!menu.open) return;
  menu.open = false;
  if (returnsFocus) menu.querySelector('summary')?.focus();
}
