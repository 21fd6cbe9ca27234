import { newestOnly } from "../../../src/taskpane/state/newest-only";

/** Work that ends when it is told to. */
function heldWork<T>() {
  let end!: (result: T) => void;
  let fail!: (error: Error) => void;
  const promise = new Promise<T>((resolve, reject) => ([end, fail] = [resolve, reject]));
  return { promise, end, fail };
}

test("an answer that comes after newer work was begun is not heard", async () => {
  const [slow, quick] = [heldWork<string>(), heldWork<string>()];
  const heard: string[] = [];
  const listen = (result: string) => heard.push(result);
  const newest = newestOnly();
  const first = newest.begin(() => slow.promise, listen, fail);
  const second = newest.begin(() => quick.promise, listen, fail);
  quick.end("new");
  await second;
  slow.end("old");
  await first;
  expect(heard).toEqual(["new"]);
});

test("newer work gives the older one the signal to stop", async () => {
  const newest = newestOnly();
  let signal!: AbortSignal;
  const held = heldWork<void>();
  const first = newest.begin((given) => ((signal = given), held.promise), fail, fail);
  expect(signal.aborted).toBe(false);
  await newest.begin(
    async () => undefined,
    () => undefined,
    fail,
  );
  expect(signal.aborted).toBe(true);
  held.end();
  await first;
});

test("a failure of outdated work is not heard either; one of the newest is", async () => {
  const newest = newestOnly();
  const held = heldWork<void>();
  const failures: unknown[] = [];
  const listen = (error: unknown) => failures.push(error);
  const first = newest.begin(() => held.promise, fail, listen);
  const second = newest.begin(() => Promise.reject(new Error("new")), fail, listen);
  held.fail(new Error("old"));
  await Promise.all([first, second]);
  expect(failures).toEqual([new Error("new")]);
});

test("after cancelling nothing is heard", async () => {
  const newest = newestOnly();
  const held = heldWork<string>();
  const work = newest.begin(() => held.promise, fail, fail);
  newest.cancel();
  held.end("late");
  await expect(work).resolves.toBeUndefined();
});

function fail(): never {
  throw new Error("called, though the work is outdated");
}
