import { pivotRows } from "../../layout/column-words";
import type { Content } from "../column-facts";
import type { Role } from "../mapping";
import { wholeWords as words } from "./whole-words";

/** Header words in both languages, as `headerWords()` gives them, and the role that they mean. */
export interface Rule {
  role: Role;
  strength: number;
  words: RegExp;
  /** Words that give the header another meaning. */
  but?: RegExp;
  content?: readonly Content[];
}

const numeric: readonly Content[] = ["numbers", "empty"];
const named: readonly Content[] = ["names", "numbers", "empty"];
const marked: readonly Content[] = ["marks", "names", "numbers", "empty"];

export const identifiers = words(
  "id|ids|key|code|no|nr|number|guid|uid|код|номер|инн|кпп|огрн|артикул|ид|inn|tin|ein|vat id|tax id|duns|№",
);
const aboutClient = words(
  "type|tier|kind|category|num of|no of|qty|quantity|segment|city|country|region|state|province|phone|fax|email|e-mail|mail|address|street|zip|date|since|year*|status|class|count|size|comment*|note*|rating|source|industry|website|site|url|language|currency|contact|person|share|group|groups|number of|тип*|вид*|категори*|сегмент*|город*|стран[аы]|регион*|область|телефон*|почта|адрес*|индекс|дата|год*|статус*|класс*|количество|кол-во|число|размер*|комментари[йи]|примечани[ея]|рейтинг*|источник*|отрасль|сайт*|язык|валюта|контакт*|(?<!юр )(?<!юридическое )лицо|доля|группа|группы|ключев*",
);
const notMoney = words(
  "share|rank|count|qty|quantity|units|pieces|number|plan*|forecast*|target*|budget*|quota|debt|receivable*|overdue|average|avg|mean|median|growth|discount*|per|vat|tax|rate|ratio|hours|days|date|method|terms|type|status|address|year-ago|last year|previous year|ly|id|key|code|доля|ранг|место|количество|кол-во|число|штук|шт|план*|прогноз*|цель|бюджет*|долг*|задолженность|дебитор*|просроч*|средн*|рост|прирост|темп|скидк[аи]|ставка|часы|часов|дней|дата|способ|условия|тип|статус|адрес|прошлый год|прошлого года|прош год",
);

/** Headers that say of themselves which axis they belong to: `Attractiveness: growth`, `L2`. */
export const prefixedCriteria: readonly Rule[] = [
  {
    role: "attractiveness",
    strength: 9,
    words: /^(?:attractiveness|client attractiveness|привлекательность)(?![a-zа-я])/,
    content: numeric,
  },
  {
    role: "attractiveness",
    strength: 9,
    words: /^[aап] ?\d{1,2}(?!\d)(?! ?(?:%|[mм](?![a-zа-я])))/,
    content: numeric,
  },
  {
    role: "loyalty",
    strength: 9,
    words:
      /^(?:loyalty|relative strength|our strength|strength|supplier|лояльность|относительная сила|наша сила|поставщик)(?![a-zа-я])/,
    content: numeric,
  },
  { role: "loyalty", strength: 9, words: /^[lл] ?\d{1,2}(?!\d)(?! ?[mм](?![a-zа-я]))/, content: numeric },
];

/** In order: the first rule that fits a header decides. Roles named by two words stand before those named by one of them. */
export const rules: readonly Rule[] = [
  {
    role: "lossReason",
    strength: 9,
    words: words(
      "(?:loss|lost|churn|leaving|exit) reason*|reason* (?:for|of) (?:loss|losing|churn|leaving|exit)|why lost|причин[аы] (?:ухода|потери|оттока|отказа|прекращения)*",
    ),
  },
  {
    role: "contactResult",
    strength: 9,
    words: words(
      "(?:contact|call|visit|meeting) (?:result|outcome)|(?:result|outcome) of (?:last )?(?:contact|call|visit|meeting)|(?:результат|итог)[а-я]* (?:последнего |последней )?(?:контакт|звонк|встреч|визит|переговор)[а-я]*",
    ),
  },
  {
    role: "lastContact",
    strength: 9,
    words: words(
      "last (?:contact|call|visit|meeting|touch)*(?: date)?|(?:contact|call|visit|meeting) date|date of (?:last )?(?:contact|call|visit|meeting)|последн[а-я]* (?:контакт|звонок|встреч|визит|касани)[а-я]*|дата (?:последн[а-я]* )?(?:контакта|звонка|встречи|визита|касания)",
    ),
  },
  {
    role: "group",
    strength: 9,
    words: words(
      "parent|parents|parent (?:company|group|client|customer|account)|ultimate parent|holding*|group of companies|company group|corporate group|key person|key persons|beneficiary|ultimate owner|головн[а-я]*|материнск[а-я]*|холдинг*|групп[аы] компаний|гк|ключев(?:ое|ые) лиц[оа]|ключевая персона|бенефициар*|конечный владелец",
    ),
    but: words("id|code|number|код|номер|инн"),
    content: named,
  },
  {
    role: "group",
    strength: 2,
    words: words("parent id|parent key|parent code|код головн[а-я]*|код холдинга"),
    content: named,
  },
  {
    role: "wellKnown",
    strength: 9,
    words: words("well[- ]known|famous|known brand|reputation|image[- ]maker|известн*|имидж*|бренд"),
    content: marked,
  },
  {
    role: "demanding",
    strength: 9,
    words: words("demanding|competent|expert|требовательн*|компетентн*|эксперт*"),
    content: marked,
  },
  {
    role: "innovator",
    strength: 9,
    words: words("innovator*|innovative|новатор*|инноватор*|инновационн*"),
    content: marked,
  },
  { role: "vip", strength: 9, words: words("vip|вип"), but: words("manager|менеджер"), content: marked },
  {
    role: "partner",
    strength: 9,
    words: words("partner|strategic partner|partnership|партнер|партнерство|стратегический партнер"),
    content: ["marks", "numbers", "empty"],
  },
  {
    role: "department",
    strength: 9,
    words: words(
      "department*|dept|division*|branch|business unit|sales team|sales office|team|office|отдел*|филиал*|подразделени[еяй]|департамент*|офис*|направление|команда",
    ),
    but: identifiers,
    content: named,
  },
  {
    role: "hours",
    strength: 9,
    words: words(
      "manager hours|manager'?s hours|hours of (?:the )?managers?|service hours|hours of service|hours spent|hours per client|accounting hours|часы (?:менеджера|обслуживания|на обслуживание|бухгалтера|на клиента)|часов (?:менеджера|на обслуживание|на клиента)|трудозатраты",
    ),
    but: words("cost*|rate|price|затраты на час|стоимость|ставка|цена"),
    content: numeric,
  },
  {
    role: "manager",
    strength: 9,
    words: words(
      "manager*|account exec*|executive|salesperson|salesman|sales rep*|rep|representative|responsible|account owner|owner|seller|kam|менеджер*|ответственн*|продавец|куратор*|торгов[а-я]* представител[а-я]*|кам",
    ),
    but: words(
      "id|key|code|phone|e-mail|email|hours|cost|код|телефон*|почта|часы|часов|затраты|время|стоимость",
    ),
    content: named,
  },
  {
    role: "manager",
    strength: 3,
    words: words(
      "employee|сотрудник|employee key|employee id|manager id|manager code|код менеджера|salesperson id|sales rep id",
    ),
    but: words("number of|количество|число"),
    content: named,
  },
  {
    role: "costToServe",
    strength: 9,
    words: words(
      "cost[- ]to[- ]serve|costs to serve|servic(?:e|ing) costs?|logistic*|transport*|delivery|shipping|freight|courier*|advertis*|marketing costs?|marketing|promo*|trips?|travel|meetings?|accounting costs?|manager costs?|cost of manager hours?|other costs?|логистик*|доставк*|транспорт*|курьер*|реклам*|маркетинг*|командировк*|встреч[аи]|представительск*|(?:затраты|расходы|стоимость) (?:на )?(?:обслуживани|сервис|менеджер|часов)[а-я]*|прочие (?:затраты|расходы)|бухгалтер[а-я]*",
    ),
    but: notMoney,
    content: numeric,
  },
  {
    role: "profit",
    strength: 9,
    words: words("net profit|profit|profits|чистая прибыль|прибыль|прибыли"),
    but: notMoney,
    content: numeric,
  },
  {
    role: "profit",
    strength: 8,
    words: words(
      "gross profit|gross margin|contribution|margin|net income|earnings|маржа|маржи|валовая прибыль|валовая маржа|маржинальный доход|чистый доход|ebit|ebitda",
    ),
    but: notMoney,
    content: numeric,
  },
  {
    role: "cost",
    strength: 9,
    words: words(
      "cost|costs|cogs|cost of (?:sales|goods)[a-z ]*|variable (?:cost|costs|expenses)|сумма переменных|(?:сумма|стоимость) (?:закупки|закупок)|переменные|переменных затрат|себестоимост[ьи]|затраты|расход|расходы|издержки|закупочная стоимость",
    ),
    but: notMoney,
    content: numeric,
  },
  {
    role: "potential",
    strength: 9,
    words: words("potential|wallet|wallet size|purchase volume|потенциал*|емкость|кошелек"),
    but: words(
      "share|доля|potential (?:client|customer)*|потенциальн[а-я]* (?:клиент|заказчик|покупател|контрагент)*",
    ),
    content: numeric,
  },
  {
    role: "client",
    strength: 10,
    words: words("client*|customer*|cust|buyer*|клиент*|заказчик*|покупател[а-я]*"),
    but: aboutClient,
    content: named,
  },
  {
    role: "client",
    strength: 9,
    words: words(
      "account|account name|контрагент*|debtors?|дебитор|дебиторы|reseller*|dealer*|distributor*|дилер*|дистрибьютор*|дистрибутор*",
    ),
    but: aboutClient,
    content: named,
  },
  {
    role: "client",
    strength: 9,
    words: words("sold[- ]to(?: (?:party|customer|name))?"),
    but: aboutClient,
    content: named,
  },
  {
    role: "client",
    strength: 8,
    words: words("bill[- ]to(?: (?:party|customer|name))?|payer|плательщик*"),
    but: aboutClient,
    content: named,
  },
  {
    role: "client",
    strength: 7,
    words: words("ship[- ]to(?: (?:party|customer|name))?|consignee|грузополучател[ьи]|получател[ьи]"),
    but: aboutClient,
    content: named,
  },
  {
    role: "client",
    strength: 6,
    words: words(pivotRows),
    content: ["names", "empty"],
  },
  {
    role: "client",
    strength: 7,
    words: words(
      "company|companies|firm|organi[sz]ation|business name|legal entity|компани[яи]|фирма|организаци[яи]|предприятие|юр ?лиц[оа]|юридическ(?:ое|ие) лиц[оа]",
    ),
    but: aboutClient,
    content: named,
  },
  {
    role: "client",
    strength: 5,
    words: words("name|full name|title|наименование|название|имя|фио"),
    but: words(
      "product*|item*|товар*|номенклатур*|first|last|sheet|file|manager|contact*|opportunity|deal|project|campaign|user|контакт*|сделк*|проект*",
    ),
    content: named,
  },
  {
    role: "client",
    strength: 4,
    words: words("partner*|партнер*"),
    but: aboutClient,
    content: ["names", "empty"],
  },
];

/** A header of levels in one column: managers or regions, and clients below them. */
export const clientsBelow =
  /^(?:sector|region|city|manager|department|сектор|регион|город|менеджер|отдел|подразделение) (?:client|customer|клиент|контрагент|покупатель|заказчик)$/;

/** The ready criteria of methods §5: six of the client, six of the supplier. */
export const readyCriteria: readonly { role: "attractiveness" | "loyalty"; words: RegExp }[] = [
  {
    role: "attractiveness",
    words: words(
      "order volume|volume of orders|number of orders|economic stability|financial stability|growth potential|transparency(?: of deals)?|similarity(?: of structure)?|объемы? (?:заказов|закупок)|(?:количество|число) заказов|(?:экономическая|финансовая) (?:стабильность|устойчивость)|потенциал роста|прозрачность(?: сделок)?|(?:схожесть|сходство|подобие)(?: структур[ыа])?",
    ),
  },
  {
    role: "loyalty",
    words: words(
      "price|prices|range|assortment|service|technical level|exclusive goods|exclusivity|quality(?: and speed)?|speed|цен[аы]|ассортимент*|сервис|обслуживание|технический уровень|эксклюзивн[а-я]*(?: товар[а-я]*)?|качество(?: и (?:скорость|быстрота))?|скорость",
    ),
  },
];

export const notAClient = words(
  "postal*|postcode*|zip|fax|bank*|swift|iban|индекс*|почтов*|факс|банк*|бик|product*|item*|sku|goods|date|day|month|quarter|year|period|city|country|region|address|phone|email|e-mail|status|segment|type|category|comment*|note*|currency|unit*|invoice*|order*|document*|ref|reference*|industry|contact|товар*|номенклатур*|продукт*|дата|день|месяц*|квартал*|год|период*|город*|стран[аы]|регион*|адрес*|телефон*|почта|статус*|сегмент*|тип*|категори*|комментари[йи]|примечани[ея]|валюта|единиц[аы]|накладн*|заказ*|документ*|счет*|отрасль|контакт*",
);
export const rowNumber = /^(?:#|№|n|no|nr|№ ?п ?\/? ?п|п ?\/? ?п|row|строка|index|unnamed: 0)\.?$/;
