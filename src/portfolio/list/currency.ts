/** Signs, codes, words and numbers (`643`, as 1C exports have them) of currencies, by their ISO 4217 code. `¥` is taken as yuan, `$` as US dollars. */
const dresses: Readonly<Record<string, string>> = {
  RUB: "₽ rub rur руб р рубль рубля рублей 643 810",
  USD: "$ us$ usd долл доллар доллара долларов 840",
  EUR: "€ eur euro euros евро 978",
  GBP: "£ gbp 826",
  KZT: "₸ kzt тенге тг 398",
  UAH: "₴ uah грн 980",
  BYN: "byn byr 933 974",
  PLN: "zł zl pln 985",
  CHF: "chf 756",
  CNY: "¥ cny rmb юань юаня юаней 156",
  JPY: "jpy 392",
  CZK: "kč czk 203",
  HUF: "huf 348",
  RON: "ron",
  BGN: "bgn",
  RSD: "rsd",
  SEK: "sek 752",
  NOK: "nok 578",
  DKK: "dkk 208",
  TRY: "₺ try 949",
  ILS: "₪ ils",
  INR: "₹ inr rs 356",
  KRW: "₩ krw",
  AED: "aed 784",
  SAR: "sar",
  UZS: "uzs сум 860",
  KGS: "kgs сом 417",
  TJS: "tjs",
  TMT: "tmt",
  AMD: "֏ amd 051",
  AZN: "₼ azn 944",
  GEL: "₾ gel лари 981",
  MDL: "mdl",
  MNT: "₮ mnt",
  CAD: "c$ cad",
  AUD: "a$ aud",
  NZD: "nz$ nzd",
  HKD: "hk$ hkd",
  SGD: "s$ sgd",
  TWD: "nt$ twd",
  BRL: "r$ brl",
  MXN: "mxn",
  ZAR: "zar",
  VND: "₫ vnd",
  THB: "฿ thb",
  PHP: "₱ php",
  IDR: "idr",
  MYR: "myr",
  EGP: "egp",
  NGN: "₦ ngn",
};

const codes = new Map(
  Object.entries(dresses).flatMap(([code, words]) => words.split(" ").map((word) => [word, code] as const)),
);

/** The ISO code of a currency that a sign, code, word or number alone stands for: `₽`, `руб.`, `USD`, `840`; null when it names none. */
export function currencyOf(text: string): string | null {
  return codes.get(text.trim().replace(/\.$/, "").toLowerCase()) ?? null;
}

/** The ISO code of the currency that an en-US number format shows, `[$€-407] #,##0.00` or `#,##0 "руб."`; null when it shows none. */
export function currencyOfFormat(format: string): string | null {
  if (format === "General") return null;
  const shown = format.replace(/_.|\*./g, "");
  const [, tag] = /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(shown) ?? [];
  if (tag !== undefined) return currencyOf(tag);
  const bare = shown.replace(/\[[^\]]*\]/g, "");
  for (const [, quoted] of bare.matchAll(/"([^"]*)"/g)) {
    const code = currencyOf(quoted);
    if (code !== null) return code;
  }
  const sign = /\p{Sc}/u.exec(bare);
  return sign && currencyOf(sign[0]);
}
