import { columnLetters } from "../list/address";
import type { SourceList } from "../list/source-list";
import { headerWords } from "./headers/header-words";
import { headerText } from "./proposal/mapping-proposal";

/** Rows of companies of one's own group, by the column that says so. They count like all others. */
export interface OwnGroup {
  header: string;
  letters: string;
  rows: number;
}

const saysOwnGroup =
  /^(?:is )?(?:inter ?-?company|i ?c|related part(?:y|ies)|own company|group company|внутригрупп[а-я]*|вго|взаимозависим[а-я]*|связанн[а-я]+ (?:лиц[оа]|сторон[аы])|своя компания)(?: (?:customer|client|sales|flag|indicator|клиент|компания|контрагент|признак|y n|yes no|да нет))*$/;
const yes = /^(?:true|t|yes|y|x|v|1|да|д|истина|\+|✓|✔|ic|вго|inter-?company)$/i;
const no = /^(?:false|f|no|n|0|нет|н|ложь|-|–|—|third party|external|внешн[а-яё]+)?$/i;

/**
 * What a column of yes and no says of one's own companies among the clients; null where there is none, or none of them.
 * @param counts whether a row is a client's
 */
export function ownGroupOf(list: SourceList, counts: (row: number) => boolean): OwnGroup | null {
  for (const column of list.columns) {
    const header = headerText(list, column);
    if (!saysOwnGroup.test(headerWords(header))) continue;
    let rows = 0;
    let isFlag = true;
    for (let row = 0; row < list.rowCount && isFlag; row++) {
      const number = column.numbers[row];
      const text = Number.isNaN(number) ? String(column.others.get(row) ?? "").trim() : String(number);
      if (yes.test(text)) rows += counts(row) ? 1 : 0;
      else isFlag = no.test(text) || !counts(row);
    }
    if (isFlag && rows > 0) return { header, letters: columnLetters(list.left + column.index), rows };
  }
  return null;
}
