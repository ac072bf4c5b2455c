/** `PRIGOZHIN, Yevgeniy Viktorovich` (OFAC) → `Yevgeniy Viktorovich Prigozhin`. */
export function nameInOrder(listed: string): string {
  const [surname = '', given] = listed.split(', ');
  return given ? `${given} ${inLowerCase(surname)}` : listed;
}

/** `GAO Qiang`, `Denis Olegovich DEGTYARENKO` (EU) → surnames with one capital. */
export function inLowerCase(name: string): string {
  return name.replace(/\p{Lu}[\p{Lu}'’]+/gu, (word) => word[0] + word.slice(1).toLowerCase());
}
