/** KeyboardEvent.key to the private-use character that WebDriver gives the key. https://w3c.github.io/webdriver/#keyboard-actions */
const WEBDRIVER_KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE006',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`F${index + 1}`, String.fromCharCode(0xe031 + index)]),
  ),
};

interface KeyAction {
  type: 'keyDown' | 'keyUp';
  value: string;
  [key: string]: string;
}

/** `Alt+Shift+L` as WebDriver key actions. Throws for a key that has no WebDriver name. */
export function comboActions(keys: string): KeyAction[] {
  // A plus sign of its own, at the end or alone, is a key and not a separator.
  const values = keys.split(/\+(?=.)/).map(webdriverKey);
  const down = values.map((value): KeyAction => ({ type: 'keyDown', value }));
  const up = values.toReversed().map((value): KeyAction => ({ type: 'keyUp', value }));
  return [...down, ...up];
}

export function typeActions(text: string): KeyAction[] {
  return Array.from(text).flatMap((character): KeyAction[] => {
    const value = character === '\n' ? webdriverKey('Enter') : character;
    return [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
  });
}

function webdriverKey(name: string): string {
  const value = WEBDRIVER_KEYS[name] ?? (Array.from(name).length === 1 ? name : undefined);
  if (value === undefined) throw new Error(`Firefox knows no key named ${name}.`);
  return value;
}
