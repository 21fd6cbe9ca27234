/** A quick no: every name below holds one of these or has no letter. */
const mayBeNobody =
  /[<(]|еще|ещё|проч|остальн|мелк|небольш|разов|друг|ины|разн|розни|физ|частн|населен|без |нет |не |неизв|н\/д|other|misc|vario|sundry|remain|rest|unkn|unass|unsp|anonym|walk|one.?time|retail|cash|counter|guest|private|individ|not |no |none|n\/a|without|consum|small|minor|tail|more|округл|нераспр|курсов|rounding|unalloc|accrual|fx |former|lost|new|active|dormant|existing|current|бывш|ушедш|потерян|новы|активн|действующ|архивн|спящ/i;

const people =
  "(?:клиент|покупател|контрагент|заказчик|организаци|компани|фирм|лиц|партнер|дебитор|юр ?лиц|физ ?лиц)[а-я]*";
const customers =
  "(?:customers?|clients?|accounts?|buyers?|companies|firms|parties|debtors?|sales|persons?|individuals?|partners)";
/** How many they are, before or behind: "Остальные 25 клиентов", "Rest (112 customers)". */
const countOf = (who: string) => `(?: \\d+(?: (?:${who}|шт|more))?)?`;
const nobody = new RegExp(
  `^(?:${[
    `(?:все )?(?:прочи[ехй]|остальны[ехй]|други[ехй]|ины[ехй]|разны[ехй])(?: \\d+)?(?: (?:мелк[а-я]+ |розничн[а-я]+ )?${people})?${countOf(people)}`,
    `(?:и )?еще \\d+(?: ${people})?|\\d+ (?:прочих|остальных|других|мелких|небольших)(?: ${people})?`,
    `(?:прочи[ех] |остальны[ех] )?(?:мелк|небольш)[а-я]+ ${people}${countOf(people)}`,
    "прочее|разное|остальное|другое|население|округлени[ея]|нераспределенн[а-я]+|курсов[а-я]+ разниц[аы]|rounding(?: differences?)?|unallocated|accruals?|fx (?:effect|differences?)",
    `розниц[аы]|розничн[а-я]+ (?:${people}|продаж[аи]|торговля|выручка)`,
    "физ ?лиц[ао]|физическ[а-я]+ лиц[ао]|(?:частн|разов)[а-я]+ (?:лиц[ао]|клиенты?|покупател[ьи])",
    `(?:без|нет) (?:${people}|имени|названия|наименования)|(?:${people} )?не (?:указан|задан|определен|назначен|выбран|заполнен)[а-я]*|неизвестн[а-я]+(?: ${people})?|н\\/д|нет данных`,
    `(?:all )?(?:the )?(?:others?|misc(?:ellaneous)?|various|sundry|unknown|unassigned|unspecified|undefined|anonymous|retail|walk ?ins?|remaining|rest)(?: ${customers})?`,
    `(?:all )?(?:the )?(?:\\d+ )?(?:others?|remaining|rest)(?: of(?: the)?)?(?: \\d+)?(?: (?:small(?:er)?|minor))?(?: ${customers})?${countOf(customers)}`,
    `(?:all )?(?:the )?(?:\\d+ )?(?:small(?:er)?|minor) ${customers}${countOf(customers)}|(?:and )?\\d+ (?:more|others?)(?: ${customers})?|long tail(?: ${customers})?`,
    // A section of a list, not one of its clients.
    `(?:former|lost|new|(?:in)?active|dormant|existing|current) ${customers}|(?:бывш|ушедш|потерян|новы|(?:не)?активн|действующ|архивн|спящ)[а-я]+ ${people}`,
    `(?:one ?time|cash|counter|guest|private|end|individual) ${customers}|individuals|consumers`,
    `(?:no|without) (?:a )?(?:${customers}|name)|(?:${customers} )?not (?:specified|set|known|assigned|available)|n\\/a|no name`,
  ].join("|")})$`,
);

const inBrackets =
  /^[(<[]\s*(?:пуст[а-я]*|blank|empty|none|нет|\.\.\.|…|null|unknown|не [а-я]+|no .*)\s*[)>\]]$/;

/**
 * Whether a name stands for money without a client (reading §3): "Прочие", "Others", "Retail customers", "(blank)", "Не указан",
 * or a text of nothing but signs. "Other World Ltd" and "Прочие материалы, ООО" are clients.
 */
export function namesNobody(name: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(name)) return true;
  if (!mayBeNobody.test(name)) return false;
  const folded = name.trim().replace(/\s+/g, " ").toLowerCase().replaceAll("ё", "е");
  if (inBrackets.test(folded)) return true;
  const words = folded
    .replace(/[«»"“”'()<>[\]:.,;*-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return nobody.test(words);
}
