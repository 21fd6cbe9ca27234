import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from "@fluentui/react-components";
import { type FormEvent, useEffect, useState } from "react";
import { useTexts } from "./texts";

interface SaveQuestionProps {
  open: boolean;
  /** Name that the file has or would take. */
  proposed: string;
  onSave: (name: string) => void;
  onCancel: () => void;
}

/** Under which name the workbook is saved: as in Excel nothing is written before the person says so. */
export function SaveQuestion({ open, proposed, onSave, onCancel }: SaveQuestionProps) {
  const texts = useTexts();
  const [name, setName] = useState(proposed);
  useEffect(() => {
    if (open) setName(proposed);
  }, [open, proposed]);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") onSave(name.trim());
  };
  return (
    <Dialog open={open} onOpenChange={(_, { open: stays }) => !stays && onCancel()}>
      <DialogSurface>
        <form onSubmit={save}>
          <DialogBody>
            <DialogTitle>{texts.saveTitle}</DialogTitle>
            <DialogContent>
              <Field label={texts.fileName} hint={texts.saveHint}>
                <Input value={name} onChange={(_, { value }) => setName(value)} onFocus={selectName} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabled={name.trim() === ""}>
                {texts.save}
              </Button>
              <Button onClick={onCancel}>{texts.cancel}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

/** The name without its ending, ready to be typed over. */
function selectName({ target }: { target: HTMLInputElement }): void {
  const ending = target.value.lastIndexOf(".");
  target.setSelectionRange(0, ending < 0 ? target.value.length : ending);
}
