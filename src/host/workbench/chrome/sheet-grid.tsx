import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useReducer } from "react";
import type { ExcelHost } from "../../excel-host";

const useStyles = makeStyles({
  scroll: {
    overflow: "auto",
    flex: 1,
    backgroundColor: "#fff",
    color: "#000",
    fontSize: tokens.fontSizeBase200,
  },
});

/** The active sheet as a plain table. */
export function SheetGrid({ host }: { host: ExcelHost; language: string; theme: "light" | "dark" }) {
  const styles = useStyles();
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(again, 1000);
    return () => clearInterval(timer);
  }, []);
  const sheet = host.workbook.worksheets.getActiveWorksheet();
  return (
    <div className={styles.scroll} tabIndex={0}>
      <p>
        {host.workbook.worksheets.items.map(({ id, name }) => (
          <button key={id} type="button" onClick={() => host.workbook.worksheets.getItem(id).activate()}>
            {name}
          </button>
        ))}
      </p>
      <table>
        <tbody>
          {sheet
            .getUsedRange()
            .text?.slice(0, 200)
            .map((row, r) => (
              <tr key={r}>
                {row.map((text, c) => (
                  <td key={c}>{text}</td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
