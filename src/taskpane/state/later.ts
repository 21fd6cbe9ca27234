/** A part of the pane that travels in a script of its own. */
export interface Later<Parts> {
  /** Null until it has come. */
  readonly come: Parts | null;
  /** Lets it come, once. @throws what the browser says when it does not; the next call tries anew */
  load(): Promise<Parts>;
}

export function later<Parts>(script: () => Promise<Parts>): Later<Parts> {
  let come: Parts | null = null;
  return {
    get come() {
      return come;
    },
    async load() {
      return (come ??= await script());
    },
  };
}
