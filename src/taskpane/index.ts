import { languageOf, textsOf } from "../locales";

void Office.onReady(() => {
  const language = languageOf(Office.context.displayLanguage);
  document.documentElement.lang = language;
  document.getElementById("purpose")!.textContent = textsOf[language].commands.purpose;
});
