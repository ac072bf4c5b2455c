/**
 * An array whose elements are made when first asked for, and then kept. Opening a list of 100,000 this way costs
 * nothing, and a page names a few dozen of them.
 */
export function rowsOnDemand<Row extends object>(count: number, read: (position: number) => Row): Row[] {
  const isRow = (key: string | symbol): key is string => typeof key === 'string' && /^\d+$/.test(key) && +key < count;
  const rowAt = (rows: Row[], position: number): Row => {
    const row = rows[position] ?? read(position);
    rows[position] = row;
    return row;
  };
  return new Proxy(new Array<Row>(count), {
    get: (rows, key) => (isRow(key) ? rowAt(rows, +key) : Reflect.get(rows, key)),
    has: (rows, key) => isRow(key) || Reflect.has(rows, key),
  });
}
