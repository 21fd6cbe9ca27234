import { explanationTextsOf } from "../../locales/explanation-texts";
import { classChanges } from "../../locales/class-change";
import { type Language, textsOf } from "../../locales";
import { shareFormatIn } from "../../locales/wording/numbers";
import { type Classification, clientMoves, isAtRisk, type Moves, type Steps } from "../../portfolio";
import { type ClientExplanation, type ClientFigure, Explainer } from "../../portfolio/explanations";
import type { CardProperty, CardsOfRows, TextWithCard } from "./value-card";

const money = "#,##0";
/** So many are explained without a pause. */
const clientsOfStep = 20;

/** Names of the properties that say something else every day. */
export const namesByDay = (language: Language): ReadonlySet<string> =>
  new Set([explanationTextsOf[language].cell.rules]);

/**
 * The cards of status cells: of clients that are key or of class A, have moved, or whose money is at risk; the largest first,
 * where there are too many. Each explains what makes it one of them, and what is to be done.
 *
 * @param moves since an earlier run; null where there is none
 * @param most cells that may carry one
 */
export function* cardsOfRowsSteps(
  classification: Classification,
  moves: Moves | null,
  most: number,
  language: Language,
): Steps<CardsOfRows> {
  const { portfolio, reasons, abc, activity, baseAmounts } = classification;
  const moved = moves && { firm: clientMoves(moves).firm, since: moves.since };
  const isTold = (client: number) =>
    reasons[client].length > 0 ||
    abc[client] === "A" ||
    moved?.firm.has(client) === true ||
    (activity !== null && isAtRisk(activity, client));
  const told = [...portfolio.clients.keys()].filter(isTold);
  told.sort((one, other) => baseAmounts[other] - baseAmounts[one] || one - other);
  const rows = rowsOfClients(portfolio.rowClient, new Set(told));
  const maker = new CardMaker(classification, language, moved);
  const cards = new Map<number, TextWithCard>();
  for (const [at, client] of told.entries()) {
    const own = rows.get(client) ?? [];
    if (cards.size + own.length > most) break;
    if (at % clientsOfStep === 0) yield at / told.length;
    const card = maker.cardOf(client);
    for (const row of own) cards.set(row, card);
  }
  return cards;
}

function rowsOfClients(rowClient: ArrayLike<number>, wanted: ReadonlySet<number>): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < rowClient.length; row++) {
    const client = rowClient[row];
    if (!wanted.has(client)) continue;
    const own = rows.get(client);
    if (own) own.push(row);
    else rows.set(client, [row]);
  }
  return rows;
}

class CardMaker {
  readonly #explainer: Explainer;

  constructor(
    private readonly classification: Classification,
    private readonly language: Language,
    /** Moves of clients that are surely some. */
    private readonly moved: (Pick<Moves, "since"> & Pick<ReturnType<typeof clientMoves>, "firm">) | null,
  ) {
    this.#explainer = new Explainer(classification);
  }

  cardOf(client: number): TextWithCard {
    const { portfolio, statuses, abc, reasons, activity, shares, baseAmounts, base } = this.classification;
    const texts = textsOf[this.language];
    const { names, cell, frame } = explanationTextsOf[this.language];
    const properties: Record<string, CardProperty> = {};
    const text = (name: string, basicValue: string) => {
      properties[name] = { type: "String", basicValue };
    };
    const explained = (figure: ClientFigure) => {
      const sentences = this.sentencesOf(figure, client);
      if (sentences) text(names[figure], sentences);
    };
    properties[names[base === "revenue" ? "amount" : "profit"]] = {
      type: "Double",
      basicValue: baseAmounts[client],
      numberFormat: money,
    };
    properties[names.share] = {
      type: "Double",
      basicValue: shares[client],
      numberFormat: shareFormatIn(this.language),
    };
    explained("status");
    // That the share makes it key is what the status says already.
    if (reasons[client].some((reason) => reason !== "volume")) explained("reasons");
    if (abc[client] === "A") explained("abc");
    if (activity && isAtRisk(activity, client)) {
      explained("activity");
      explained("atRisk");
    }
    const moved = this.moved?.firm.get(client);
    if (moved) text(cell.moved, cell.since(classChanges(moved, texts), this.moved!.since));
    explained("action");
    const known = this.#explainer.ofClient("status", client);
    if (known) text(cell.rules, frame(known));
    return {
      type: "String",
      basicValue: texts.columns.statuses[statuses[client]],
      properties,
      layouts: {
        card: {
          title: portfolio.clients[client],
          sections: [{ layout: "List", properties: Object.keys(properties) }],
        },
      },
    };
  }

  private sentencesOf(figure: ClientFigure, client: number): string | null {
    const explanation = this.#explainer.ofClient(figure, client);
    if (!explanation) return null;
    const write = explanationTextsOf[this.language].client[figure] as (of: ClientExplanation) => string[];
    return write(explanation).join(" ");
  }
}
