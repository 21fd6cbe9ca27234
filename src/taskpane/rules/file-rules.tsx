import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ChangeEvent } from "react";
import { problemText, textsOf } from "../../locales";
import { defaultPolicy, Problem } from "../../portfolio";
import { useLayout } from "../theme/styles";
import { RuleGroup } from "./fields/rule-group";
import type { RulesProps } from "./rules";
import { download, longestRules, rulesFrom, rulesText } from "./rules-file";

const useStyles = makeStyles({
  problem: { margin: 0, color: tokens.colorPaletteRedForeground1, overflowWrap: "anywhere" },
});

/** Rules to another workbook and back, and back to the defaults. */
export function FileRules({ policy, onChange, language }: RulesProps) {
  const styles = useStyles();
  const layout = useLayout();
  const words = textsOf[language].pane.rules.file;
  const file = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const [wrong, setWrong] = useState("");
  const [asking, setAsking] = useState(false);
  const resetButton = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  // The button that was pressed is gone with the question.
  useEffect(() => {
    if (wasAsking.current && !asking) resetButton.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  const tell = (text: string) => {
    setSaid(text);
    setWrong("");
  };
  const refuse = (text: string) => {
    setSaid("");
    setWrong(text);
  };

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(rulesText(policy));
      tell(words.copied);
    } catch {
      refuse(words.notCopied);
    }
  };
  const load = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const chosen = input.files?.[0];
    if (!chosen) return;
    const { name } = chosen;
    const loaded = chosen.size > longestRules ? "notRules" : rulesFrom(await chosen.text());
    // The same file can be chosen again after it was corrected.
    input.value = "";
    if (loaded === "notRules") refuse(words.notRules(name));
    else if (loaded instanceof Problem) refuse(`${problemText(loaded, language)} ${words.unchanged}`);
    else {
      onChange(loaded);
      tell(words.loaded(name));
    }
  };
  const reset = () => {
    onChange({ ...defaultPolicy, preparedBy: policy.preparedBy });
    setAsking(false);
    tell(words.wasReset);
  };

  return (
    <RuleGroup title={words.title}>
      <p className={layout.hint}>{words.intro}</p>
      <div className={layout.row}>
        <Button
          size="small"
          onClick={() => {
            download(rulesText(policy), words.fileName);
            tell(words.saved);
          }}
        >
          {words.save}
        </Button>
        <Button size="small" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button size="small" onClick={() => file.current?.click()}>
          {words.load}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={words.load}
          onChange={(event) => void load(event)}
        />
      </div>
      {asking ? (
        <div className={layout.tight} role="group" aria-label={words.reset}>
          <p className={layout.text}>{words.resetQuestion}</p>
          <div className={layout.row}>
            <Button size="small" onClick={reset}>
              {words.resetNow}
            </Button>
            <Button size="small" autoFocus onClick={() => setAsking(false)}>
              {words.keep}
            </Button>
          </div>
        </div>
      ) : (
        <div className={layout.row}>
          <Button ref={resetButton} size="small" onClick={() => setAsking(true)}>
            {words.reset}
          </Button>
        </div>
      )}
      <p className={layout.text} role="status">
        {said}
      </p>
      <p className={styles.problem} role="alert">
        {wrong}
      </p>
    </RuleGroup>
  );
}
