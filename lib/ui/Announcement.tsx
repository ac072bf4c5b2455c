import { useEffect, useState } from 'preact/hooks';

/** Rest before it is said: screen readers first say what has the focus. ms */
const AFTER_FOCUS = 150;

/**
 * Says a sentence to screen readers, and the same sentence again when it comes as another object. They read what
 * changes in an element that was there before, so it is empty at first.
 */
export function Announcement({ of }: { of: { text: string } | undefined }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    setSaid('');
    const timer = setTimeout(() => setSaid(of?.text ?? ''), AFTER_FOCUS);
    return () => clearTimeout(timer);
  }, [of]);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}
