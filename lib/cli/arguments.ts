import { FORMATS, type Format } from './formats/format';
import { INPUT_KINDS, type InputKind } from './input-kind';

export interface RunOptions {
  /** Paths, `-` for standard input. */
  files: string[];
  format: Format;
  /** Reads every input as this, whatever it looks like. */
  input?: InputKind;
  /** Prints the texts instead of what they name. */
  text: boolean;
  /** Marks bodies that are described and not named, too. */
  described: boolean;
}

export type Command =
  | { do: 'run'; options: RunOptions }
  | { do: 'help' }
  | { do: 'version' }
  | { do: 'refuse'; fault: string };

export const USAGE =
  'usage: annotate [--format table|jsonl|csv|markdown|stix] [--input html|text|jsonl] [--text] [--described] [--help] [--version] [FILE…]';

export const HELP = `${USAGE}

Marks the actors, agencies and incidents of state hacking that texts name.

Reads .html and .htm as web pages, .jsonl and .ndjson as JSON Lines ({"id", "text"} a line), anything
else as plain text. FILE may be -, standard input, which is also read when no FILE is given; its kind
is told by its first character: { for JSON Lines, < for a web page.

  --format table   aligned columns for people (default)
  --format jsonl   one JSON object for each text: {"id", "spans": [{"start", "end", "text", "kind",
                   "entityId", "name", "certainty", "reason", "attack"}]}. Where several share the name
                   and the text does not tell, entityId and name are null and "candidates" lists ids.
  --format csv     one record for each span, with a header; a cell that a spreadsheet would take for a
                   formula has an apostrophe in front
  --format markdown   a table for each text: entity, number of mentions, spellings
  --format stix    one STIX 2.1 bundle of all entities named and what is on record of them, at the end
  --input KIND     read every input as html, text or jsonl
  --text           print the texts themselves; with --format jsonl as {"id", "text"}
  --described      mark bodies that are described and not named, too ("China's spy agency")
  --help           print this
  --version        print the versions of program and dataset

Offsets count UTF-16 code units of the text; for a web page, of the text that --text prints, in which
U+FFFC stands for whatever is not prose: images, code, footnote marks. Places in the table are
line:column of the same text. A blank line ends a passage: no name runs across it.

Exit status: 0 done, also when nothing was found; 1 an input was missing, unreadable or faulty (the rest
was still done); 2 the command line makes no sense.
`;

/** Reads the command line, without the program's own name. */
export function parseArguments(words: readonly string[]): Command {
  const options: RunOptions = { files: [], format: 'table', text: false, described: false };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      options.files.push(...rest.splice(0));
    } else if (word === '-' || !word.startsWith('-')) {
      options.files.push(word);
    } else if (word === '--help' || word === '-h') {
      return { do: 'help' };
    } else if (word === '--version') {
      return { do: 'version' };
    } else if (word === '--text') {
      options.text = true;
    } else if (word === '--described') {
      options.described = true;
    } else {
      const [name, value] = splitOption(word, rest);
      if (name === '--format') {
        const format = oneOf(FORMATS, value);
        if (!format) return { do: 'refuse', fault: choiceFault(name, value, FORMATS) };
        options.format = format;
      } else if (name === '--input') {
        const input = oneOf(INPUT_KINDS, value);
        if (!input) return { do: 'refuse', fault: choiceFault(name, value, INPUT_KINDS) };
        options.input = input;
      } else {
        return { do: 'refuse', fault: `unknown option ${word}` };
      }
    }
  }
  if (options.text && !['table', 'jsonl'].includes(options.format))
    return { do: 'refuse', fault: `--text has no ${options.format} format` };
  return { do: 'run', options };
}

/** `--name=value` or `--name value`, which takes the value from `rest`. */
function splitOption(word: string, rest: string[]): [string, string | undefined] {
  const equals = word.indexOf('=');
  if (equals !== -1) return [word.slice(0, equals), word.slice(equals + 1)];
  return word === '--format' || word === '--input' ? [word, rest.shift()] : [word, undefined];
}

function oneOf<T extends string>(choices: readonly T[], value: string | undefined): T | undefined {
  return choices.find((choice) => choice === value);
}

function choiceFault(name: string, value: string | undefined, choices: readonly string[]): string {
  const listed = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  return value === undefined ? `${name} needs a value: ${listed}` : `${name} is ${listed}, not ${value}`;
}
