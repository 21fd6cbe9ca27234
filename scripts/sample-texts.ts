/** Names and headers of the sample company, in both languages. Every company and person here is invented. */
export interface SampleTexts {
  title: string;
  subtitle: string;
  sheet: string;
  table: string;
  month(year: number, month: number): string;
  columns: {
    client: string;
    parentGroup: string;
    department: string;
    manager: string;
    total: string;
    directCost: string;
    costToServe: string;
    potential: string;
    /** Four of attractiveness, three of loyalty. */
    criteria: string[];
    wellKnown: string;
    partner: string;
    demanding: string;
    innovator: string;
    vip: string;
    lastContact: string;
    contactResult: string;
    lossReason: string;
  };
  clients: string[];
  parentGroups: string[];
  departments: string[];
  /** Two per department. */
  managers: string[];
  yes: string;
  contactResults: [negative: string, positive: string];
  lossReasons: string[];
  /** A number typed as text, in the dress of the language. */
  textNumber: string;
}

const englishMonths = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const russianMonths = "янв фев мар апр май июн июл авг сен окт ноя дек".split(" ");

export const english: SampleTexts = {
  title: "Harbour & Pine Packaging — clients 2024–2025",
  subtitle: "Sales by month, direct cost, cost to serve, scores from the account review of December 2025",
  sheet: "Clients",
  table: "Clients",
  month: (year, month) => `${englishMonths[month]} ${year}`,
  columns: {
    client: "Client",
    parentGroup: "Parent group",
    department: "Department",
    manager: "Manager",
    total: "Total",
    directCost: "Direct cost",
    costToServe: "Cost to serve",
    potential: "Potential",
    criteria: [
      "Attractiveness: order volume",
      "Attractiveness: growth potential",
      "Attractiveness: economic stability",
      "Attractiveness: transparency of deals",
      "Loyalty: price",
      "Loyalty: service",
      "Loyalty: quality and speed",
    ],
    wellKnown: "Well known",
    partner: "Partner",
    demanding: "Demanding",
    innovator: "Innovator",
    vip: "VIP",
    lastContact: "Last contact",
    contactResult: "Contact result",
    lossReason: "Loss reason",
  },
  clients: [
    "Meridian Fresh Foods",
    "Brightwater Dairy",
    "Calloway Home Stores",
    "Northfield Pharma",
    "Osprey Online Retail",
    "Larkspur Cosmetics",
    "Granite Peak Beverages",
    "Fenwick Bakery Group — Midlands",
    "Tamarind Spice Co",
    "Blue Heron Hotels",
    "Redmont Auto Parts",
    "Silverleaf Tea",
    "Oakhurst Furniture North",
    "Quillon Press",
    "Pemberton Logistics",
    "Hollin Garden Centres",
    "Novaplex Labs",
    "Tidewater Seafood",
    "Wexley Optics",
    "Ardent Sportswear",
    "Kestrel Airlines Catering",
    "Fenwick Bakery Group — Coast",
    "Marlow Paints",
    "Juniper Toys",
    "Stonebridge Tools",
    "Copperfield Electronics",
    "Elmwood Grocers",
    "Vantage Medical",
    "Harrow & Finch Books",
    "Sable Coffee Roasters",
    "Oakhurst Furniture South",
    "Pinnacle Pet Food",
    "Thornbury Cheese",
    "Aurora Lighting",
    "Westhaven Wines",
    "Cobalt Ceramics",
    "Rowan Stationery",
    "Delphi Dental",
    "Ironwood Hardware",
    "Lumen Candles",
    "Mistral Apparel",
    "Seabright Chandlery",
    "Foxglove Florists",
    "Tolland Brewing",
    "Oakhurst Furniture Export",
    "Zephyr Drones",
    "Bramble Jams",
    "Cedar Lane Crafts",
    "Orchard Street Kitchen",
    "Palisade Roofing",
    "Windermere Boats",
    "Umber Leather",
    "Saffron Street Catering",
    "Yarrow Herbal",
    "Hawthorn Theatre",
    "Plover Printworks",
    "Dunmore Cycles",
    "Garnet Jewellers",
    "Ivory Coast Imports",
    "Little Acorn Nursery",
  ],
  parentGroups: ["Fenwick Bakery Group", "Oakhurst Furniture"],
  departments: ["Food & drink", "Retail & online", "Industry"],
  managers: ["Alice Penrose", "Tom Hadley", "Maya Lindqvist", "Oliver Crane", "Ruth Okoro", "Daniel Ferris"],
  yes: "yes",
  contactResults: ["negative", "positive"],
  lossReasons: ["price", "delivery times", "own production"],
  textNumber: "98,450.00",
};

export const russian: SampleTexts = {
  title: "ООО «Северная упаковка» — клиенты 2024–2025",
  subtitle:
    "Выручка по месяцам, себестоимость, затраты на обслуживание, оценки по итогам встречи в декабре 2025 года",
  sheet: "Клиенты",
  table: "Клиенты",
  month: (year, month) => `${russianMonths[month]} ${year}`,
  columns: {
    client: "Клиент",
    parentGroup: "Группа компаний",
    department: "Отдел",
    manager: "Менеджер",
    total: "Итого",
    directCost: "Себестоимость",
    costToServe: "Затраты на обслуживание",
    potential: "Потенциал",
    criteria: [
      "Привлекательность: объём заказов",
      "Привлекательность: потенциал роста",
      "Привлекательность: экономическая устойчивость",
      "Привлекательность: прозрачность сделок",
      "Лояльность: цена",
      "Лояльность: сервис",
      "Лояльность: качество и скорость",
    ],
    wellKnown: "Известный",
    partner: "Партнёр",
    demanding: "Требовательный",
    innovator: "Новатор",
    vip: "VIP",
    lastContact: "Последний контакт",
    contactResult: "Результат контакта",
    lossReason: "Причина ухода",
  },
  clients: [
    "Торговый дом «Меридиан»",
    "Молочный завод «Ясная роса»",
    "Сеть «Уютный дом»",
    "Фармкомпания «Северин»",
    "Интернет-магазин «Сойка»",
    "Косметика «Лаванда»",
    "Напитки «Гранит»",
    "Хлебный дом — Центр",
    "Пряности Востока",
    "Гостиницы «Синяя цапля»",
    "Автодеталь-Сервис",
    "Чайная компания «Серебряный лист»",
    "Мебель «Дубрава» — Север",
    "Типография «Перо»",
    "Логистика «Верный путь»",
    "Садовые центры «Росток»",
    "Лаборатория «Новаплекс»",
    "Рыбный двор",
    "Оптика «Ясный взгляд»",
    "Спорттовары «Азарт»",
    "Бортовое питание «Полёт»",
    "Хлебный дом — Побережье",
    "Краски «Палитра»",
    "Игрушки «Колобок»",
    "Инструмент-Опт",
    "Электроника «Медный ключ»",
    "Бакалея «Вяз»",
    "Медтехника «Аванта»",
    "Книги «Зяблик»",
    "Кофейня «Соболь»",
    "Мебель «Дубрава» — Юг",
    "Зоокорм «Вершина»",
    "Сыроварня «Тернов»",
    "Светильники «Аврора»",
    "Винный дом «Закат»",
    "Керамика «Кобальт»",
    "Канцтовары «Рябина»",
    "Стоматология «Дельта»",
    "Метизы «Железный лес»",
    "Свечи «Люмен»",
    "Одежда «Бриз»",
    "Снабжение флота «Маяк»",
    "Цветы «Наперстянка»",
    "Пивоварня «Толмачёв и сыновья»",
    "Мебель «Дубрава» — Экспорт",
    "Беспилотные системы «Зефир»",
    "Варенье «Ежевика»",
    "Ремёсла «Кедр»",
    "Кухня на Садовой",
    "Кровля «Палисад»",
    "Лодки «Озёрный край»",
    "Кожгалантерея «Умбра»",
    "Кейтеринг «Шафран»",
    "Травы «Тысячелистник»",
    "Театр «Боярышник»",
    "Полиграфия «Зуёк»",
    "Велосипеды «Данмор»",
    "Ювелирный дом «Гранат»",
    "Импорт «Слоновая кость»",
    "Питомник «Желудь»",
  ],
  parentGroups: ["Хлебный дом", "Мебель «Дубрава»"],
  departments: ["Продукты и напитки", "Розница и интернет", "Промышленность"],
  managers: [
    "Алиса Пронина",
    "Тимур Гайдаров",
    "Майя Линдт",
    "Олег Журавлёв",
    "Раиса Окунева",
    "Даниил Ферзев",
  ],
  yes: "да",
  contactResults: ["отрицательный", "положительный"],
  lossReasons: ["цена", "сроки поставки", "своё производство"],
  textNumber: "98 450,00",
};
