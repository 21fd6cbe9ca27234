/**
 * What a text says of its line: a sale, an order or an offer before it, money that goes back, a payment for what was sold, what was bought
 * from others, goods or debts that were moved without a sale, or a deal that did not come about.
 */
export type LineKind =
  | "invoice"
  | "taxInvoice"
  | "shipment"
  | "deliveryNote"
  | "order"
  | "offer"
  | "sale"
  | "won"
  | "return"
  | "payment"
  | "purchase"
  | "noSale"
  | "cancelled"
  | null;

const kinds: readonly (readonly [LineKind, RegExp])[] = [
  [
    "won",
    /^(?:deal |opportunity )?(?:closed[ -]?)?won$|^(?:успешно )?(?:реализован[аоы]?|выигран[аоы]?)$|^закрыт[аоы]? (?:и )?выигран[аоы]?$|^успех$|^сделка (?:заключена|успешна|выиграна)$/,
  ],
  [
    "cancelled",
    /^(?:order |deal |opportunity |quote |заказ |сделка |документ |заявка )?(?:cancell?ed|cancell?ation|annulled|void(?:ed)?|lost|closed[ -]?lost|rejected|declined|deleted|failed|draft|abandoned|not won|отмен[а-я]*|аннулир[а-я]*|удал[её]н[а-я]*|черновик|отказ[а-я]*|отклон[а-я]*|проигр[а-я]*|сорван[а-я]*|провал[а-я]*|не состоял[а-я]*|не реализован[а-я]*|помечен[а-я]* на удаление|не провед[её]н[а-я]*|закрыт[а-я]* (?:и )?(?:не реализован[а-я]*|проигр[а-я]*))(?![a-zа-я])/,
  ],
  [
    "purchase",
    /^(?:vendor|supplier|purchase)[ -]?(?:bills?|invoices?|credits?|credit (?:memo|note)s?|returns?|refunds?)$|^bills?$|^in_(?:invoice|refund)$|^accpay(?:credit)?$|^(?:закупк[аи]|приходн[а-я]* накладн[а-я]*)$|^поступлени[ея] ?(?:\(|товар|услуг|тмц)|^возврат[а-я]* поставщик/,
  ],
  [
    "return",
    /^(?:sales? |customer |product )?(?:returns?|returned|refund(?:s|ed)?|credit[ -]?(?:memo|note)s?|chargebacks?|ret|rtn|cn|cm|crn|cr(?: memo)?)(?![a-z])(?! (?:handling|processing|service|management|logistics|fee))|^(?:возврат[а-я]*|сторн[а-я]*|кредит[ -]?нот[а-я]*)(?![а-я])/,
  ],
  // As accounting programs and other languages call them.
  [
    "return",
    /^(?:(?:invoice |sales )?reversals?|rma|(?:sales? )?adjustment note|adjustment ?\(?[-–−]\)?|negative adjustment|creditnotes?|out_refund|accreccredit|gutschrift(?:en)?|storno(?:rechnung)?|rechnungskorrektur|avoirs?|nota de cr[eé]dito)$|^(?:корректир[а-я]*|исправ[а-я]*|укд|ксф|скидк[аи])(?: [а-я -]*)? ?\(?(?:на |к |в сторону )?уменьшени[а-я]*\)?|^возвращ[а-я]*(?![а-я])/,
  ],
  [
    "payment",
    /^(?:receipts?$|cash receipts?|pmt|pymt|payments?|bill payment|receive payment|оплат[аы](?! (?:получен|прошл|поступил))|плат[её]ж[а-я]*|поступлени[ея] (?:на|денег|денежн[а-я]*|оплат[а-я]*|безналичн[а-я]*)|(?:зач[её]т )?аванс[аы]?$|предоплат[аы]$)(?![a-zа-я])/,
  ],
  [
    "noSale",
    /^(?:opening balances?|balance brought forward|debt write[ -]?off|stock transfers?|internal transfers?|(?:ввод )?начальн[а-я]* остатк[а-я]*|ввод остатков|списани[ея] (?:долга|задолженности|дебиторской задолженности)|корректировк[аи] долга|взаимозач[её]т[а-я]*|(?:внутренн[а-я]* )?перемещени[ея](?: товаров)?|безвозмездн[а-я]* передач[аи])(?![a-zа-я])/,
  ],
  [
    "offer",
    /^(?:(?:sales |customer )?(?:quot(?:e|ation)s?|estimates?|offers?|proposals?|inquir(?:y|ies))|pro[ -]?forma(?: invoices?)?|кп|коммерческ[а-я]* предложени[а-я]*|счета? на оплату(?: покупател[а-я]*)?)$/,
  ],
  // In Russia a "счет" asks for money; the sale is what is delivered then, by an "акт" or a "накладная".
  ["order", /^(?:(?:sales |customer |purchase )?orders?|заказы?(?: (?:клиента|покупателя))?|счета?)$/],
  ["deliveryNote", /^(?:delivery notes?|packing slips?|goods issues?)$/],
  ["shipment", /^(?:накладн[а-я]*|реализаци[яи]|отгрузк[аи]|упд|акты?(?! сверк))(?![а-я])/],
  // It goes with each shipment; other tax invoices may stand for one.
  ["taxInvoice", /^счета?[ -]?фактур[аы] выданн/],
  [
    "invoice",
    /^(?:inv|si|(?:sales |customer |tax )?invoices?|out_invoice|accrec|rechnung(?:en)?|счета?[ -]?фактур[аы])(?![a-zа-я])/,
  ],
  ["sale", /^(?:sales?(?: receipts?)?|продаж[аи]|чек)(?![a-zа-я])/],
];

/** `6 - Closed Won`, `100% Won`, `05. Выиграна`, `Won (100%)`: stages with their number or how likely they make a sale. */
const numbering = /^\(?\d{1,3} ?[-–—.:)%]+ ?(?=\D)|(?<=\D) ?[-–—(]* ?\d{1,3} ?%\)?$/g;

const folded = (text: string): string =>
  text.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").trim().replace(numbering, "").trim();

/** What the text of a type, status or stage says of its line; null when it says nothing of that. */
export function lineKindOf(text: string): LineKind {
  const words = folded(text);
  return kinds.find(([, expression]) => expression.test(words))?.[0] ?? null;
}

const cancelledStage =
  /^(?:returned|refunded|reversed|expired|lapsed|writ(?:ten|e)[ -]?off|bad debts?|uncollectible|возвращ[а-я]*|(?:безнадежн[а-я]*|списан[а-я]*) (?:долг|задолженность)|просрочен[а-я]* (?:кп|предложение)|истек[а-я]*)$/;
const givenBackStage = /^(?:refunded|returned|возвращ[а-я]*)$/;
const offerStage =
  /^(?:in )?(?:negotiations?|quoted|(?:quote|quotation|estimate|proposal|offer|pro[ -]?forma)(?: (?:sent|issued|open))?)$|^(?:переговоры|в переговорах|(?:кп|коммерческое предложение|предложение)(?: (?:отправлено|направлено|выслано))?)$/;
const waitingStage =
  /^(?:open(?: order)?|(?:on )?hold|pending(?: (?:payment|approval|confirmation|shipment|delivery))?|awaiting (?:approval|confirmation|shipment|delivery|fulfill?ment)|back ?-?order(?:ed)?|(?:not (?:yet )?|un)(?:shipped|delivered|invoiced|fulfilled)|открыт[а-я]?|отложен[а-я]?|приостановлен[а-я]?|в ожидании|ожидает (?:отгрузки|подтверждения|доставки)|к отгрузке|не (?:отгружен|доставлен|выполнен)[а-я]?)$/;
const handedOverStage =
  /^(?:(?:fully |partly )?(?:invoiced|billed|delivered|shipped|fulfilled)|completed?|отгружен[а-я]*|выполнен[а-я]*|доставлен[а-я]*|исполнен[а-я]*)$/;
const unpaidStage =
  /^(?:unpaid|(?:partly|partially|part) paid|overdue|past due|due|awaiting payment|sent|cleared|не оплачен[а-я]*|частично оплачен[а-я]*|просрочен[а-я]*|ожидает оплаты)$/;
const doneStage =
  /^(?:(?:fully |partly )?(?:invoiced|billed|paid|delivered|shipped|fulfilled)|closed|completed?|done|posted|won|(?:contract |order )?signed|ordered|orders?|confirmed|оплачен[а-я]*|отгружен[а-я]*|выполнен[а-я]*|закрыт[а-я]*|завершен[а-я]*|доставлен[а-я]*|подписан[а-я]*|исполнен[а-я]*|проведен[а-я]*|договор подписан)$/;

/** Whether a status says that the sale was given back: beside a column of what went back it says nothing more. */
export const isGivenBack = (text: string): boolean => givenBackStage.test(folded(text));

/** Whether a status says that an order waits: it is no sale yet beside what was delivered. */
export const isWaiting = (text: string): boolean => waitingStage.test(folded(text));

/**
 * Whether statuses are those of orders, of which some were delivered or invoiced. An open invoice, beside paid or overdue ones, is a sale.
 */
export function areOfOrders(texts: readonly string[]): boolean {
  const words = texts.map(folded);
  return words.some((text) => handedOverStage.test(text)) && !words.some((text) => unpaidStage.test(text));
}

/** What a text says as the status or the stage of a sale, which it says of no document. */
export function stageKindOf(text: string): "cancelled" | "offer" | "done" | null {
  const words = folded(text);
  if (cancelledStage.test(words)) return "cancelled";
  if (offerStage.test(words)) return "offer";
  return doneStage.test(words) ? "done" : null;
}
