import "@fontsource/carlito/400.css";
import "@fontsource/carlito/400-italic.css";
import "@fontsource/carlito/700.css";
import "@fontsource/carlito/700-italic.css";

/** What is drawn on a canvas is measured once: the letters have to be there before. A page that cannot load them goes on without. */
export async function lettersAreThere(): Promise<void> {
  const faces = ["", "bold ", "italic ", "italic bold "].map((face) => `${face}11pt Carlito`);
  // A Latin and a Cyrillic letter: the package keeps the alphabets in files of their own.
  await Promise.all(faces.map((face) => document.fonts.load(face, "Aя"))).catch(() => undefined);
}
