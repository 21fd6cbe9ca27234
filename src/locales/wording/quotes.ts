import type { Language } from "../language";

/**
 * A name in quotation marks, as each language writes it: “Sales”, «Продажи». Quotation marks inside become the inner ones,
 * «ООО „Ромашка“»; they never stand in one another. Blanks around the name are not shown.
 */
export const quotedIn: Readonly<Record<Language, (name: string) => string>> = {
  en: (name) => `“${inner(name.trim(), "‘", "’")}”`,
  ru: (name) => `«${inner(name.trim(), "„", "“")}»`,
};

const inner = (name: string, open: string, close: string): string =>
  name.replace(/«([^«»]*)»|“([^“”]*)”|"([^"]*)"/g, (_, ...texts: (string | undefined)[]) => {
    const text = texts.slice(0, 3).find((each) => each !== undefined);
    return `${open}${text}${close}`;
  });
