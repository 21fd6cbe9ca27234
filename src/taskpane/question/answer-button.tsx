import { Button, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  answer: {
    flexDirection: "column",
    alignItems: "flex-start",
    justifyContent: "center",
    width: "100%",
    maxWidth: "none",
    minWidth: 0,
    padding: "6px 12px",
    textAlign: "left",
  },
  title: { overflowWrap: "anywhere", minWidth: 0 },
  small: {
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

/** An answer as wide as the card, with what it would give in small print. */
export function AnswerButton({
  title,
  smallPrint,
  onChoose,
}: {
  title: string;
  smallPrint: string;
  onChoose: () => void;
}) {
  const styles = useStyles();
  return (
    <Button className={styles.answer} onClick={onChoose}>
      <span className={styles.title}>{title}</span>
      {smallPrint !== "" && (
        <>
          {" "}
          <span className={styles.small}>{smallPrint}</span>
        </>
      )}
    </Button>
  );
}
