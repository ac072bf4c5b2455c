declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: string[]);
    /** For each place, the offset of its last unit and the keywords that end there. */
    search(text: string): [number, string[]][];
  }
}

declare module 'flashtext.js' {
  export default class KeywordProcessor {
    addKeyword(keyword: string): void;
    extractKeywords(text: string): string[];
  }
}
