import { EDGE } from '../page/prose';
import type { FlowRange } from './text-document';

const FLOW_GAP = '\n\n';
/** What HTML collapses: not the no-break space. */
const BLANKS = /[ \t\n\r\f]+/g;

/**
 * Puts the text of a page together, flow by flow, white space collapsed as a browser does it: one space
 * for a run, none at the edges of a line.
 */
export class FlowText {
  readonly #done: string[] = [];
  readonly #flows: FlowRange[] = [];
  #length = 0;
  #parts: string[] = [];
  #last = '';
  #owesSpace = false;

  addText(text: string): void {
    const collapsed = text.replace(BLANKS, ' ');
    if (collapsed.startsWith(' ')) this.#owesSpace = true;
    const visible = collapsed.slice(collapsed.startsWith(' ') ? 1 : 0, collapsed.endsWith(' ') ? -1 : undefined);
    if (!visible) return;
    this.#paySpace();
    this.#push(visible);
    this.#owesSpace = collapsed.endsWith(' ');
  }

  /** A place that no name runs across. Two in a row say no more than one. */
  addEdge(): void {
    if (!this.#last || this.#last === EDGE) return;
    this.#paySpace();
    this.#push(EDGE);
  }

  addBreak(): void {
    if (!this.#last) return;
    this.#owesSpace = false;
    this.#push('\n');
  }

  /** Ends the flow; one without anything to read leaves no trace. */
  endFlow(): void {
    const text = trimmed(this.#parts.join(''));
    this.#parts = [];
    this.#last = '';
    this.#owesSpace = false;
    if (!text) return;
    const start = this.#done.length ? this.#length + FLOW_GAP.length : 0;
    this.#done.push(text);
    this.#length = start + text.length;
    this.#flows.push({ start, end: this.#length });
  }

  /** All that was ended so far, and where in it each flow stands. */
  finish(): { text: string; flows: FlowRange[] } {
    return { text: this.#done.join(FLOW_GAP), flows: this.#flows };
  }

  #paySpace(): void {
    if (this.#owesSpace && this.#last && this.#last !== '\n') this.#push(' ');
    this.#owesSpace = false;
  }

  #push(part: string): void {
    this.#parts.push(part);
    this.#last = part;
  }
}

/** A loop, as a pattern for the end would try every run of blanks. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isEmpty(text[start]!)) start++;
  while (end > start && isEmpty(text[end - 1]!)) end--;
  return text.slice(start, end);
}

function isEmpty(unit: string): boolean {
  return unit === EDGE || unit.trim() === '';
}
