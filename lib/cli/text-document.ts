/** A run of a text that is matched as one: names may run across its line breaks, but not out of it. */
export interface FlowRange {
  /** UTF-16 offsets in the document's text. */
  start: number;
  end: number;
}

/** The name by which answers speak of a document. */
export interface DocumentId {
  /** For people and tables. */
  shown: string;
  /** JSON source, so that an id leaves as it came: 64-bit numbers would not survive a JavaScript number. */
  json: string;
}

/** One text to annotate, and where it may be cut. */
export interface TextDocument {
  id: DocumentId;
  text: string;
  flows: FlowRange[];
}

export function idFrom(value: string | number): DocumentId {
  return { shown: String(value), json: JSON.stringify(value) };
}
