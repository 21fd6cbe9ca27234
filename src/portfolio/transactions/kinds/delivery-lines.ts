const delivery =
  /^(?:(?:shipping|freight|delivery|postage|carriage|transport(?:ation)?|courier)(?: ?(?:and|&|\/) ?handling)?(?: (?:charges?|fees?|costs?|services?))?|versand(?:kosten)?|fracht(?:kosten)?|(?:услуг[аи] (?:по )?|стоимость )?(?:доставк[аи]|перевозк[аи]|экспедировани[ея])(?: (?:товара|груза|заказа))?|(?:транспортн|почтов|курьерск|экспедиционн)[а-я]* (?:услуг[аи]|расход[а-я]*))$/;

/** Whether a name says that a line is the delivery of what others are: `Shipping & handling`, «Доставка», «Транспортные услуги». */
export const saysDelivery = (text: string): boolean =>
  delivery.test(text.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").trim());
