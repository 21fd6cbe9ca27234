/** Explanations of the figures of random portfolios, each computed again from nothing but its own inputs. */
import { checkPortfolio } from "../portfolio/explanations/checked";
import type { TortureRequest } from "./suite";

/** Explanations that do not hold are shown up to so many. */
const shown = 20;

export async function explanationsSuite({ seed: first, isOver }: TortureRequest): Promise<boolean> {
  let [explanations, broken, seed] = [0, 0, first];
  for (; !isOver(); seed++) {
    const looked = checkPortfolio(seed, 60);
    explanations += looked.count;
    for (const each of looked.broken) if (++broken <= shown) console.log(JSON.stringify(each));
    // A signal to stop is heard between two portfolios.
    await new Promise((done) => setImmediate(done));
  }
  console.log(`${explanations} explanations of portfolios ${first} to ${seed - 1}, ${broken} do not hold`);
  return broken === 0;
}
