/** An array as COM hands it to a page: what Excel on Windows passes through `window.external` in both directions. */
export interface SafeArray {
  toArray(): unknown[];
  /** 1 for a list, 2 for a matrix. */
  dimensions(): number;
  /** One index for a list, row and column for a matrix. */
  getItem(...indices: number[]): unknown;
  lbound(dimension: number): number;
  ubound(dimension: number): number;
}

/** A one-dimensional safe array over the given elements; elements may be safe arrays themselves. */
export function safeArray(elements: readonly unknown[]): SafeArray {
  return {
    toArray: () => [...elements],
    dimensions: () => 1,
    getItem: (index) => elements[index],
    lbound: () => 0,
    ubound: () => elements.length - 1,
  };
}
