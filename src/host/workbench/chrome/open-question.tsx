import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useTexts } from "./texts";

interface OpenQuestionProps {
  fileName: string;
  open: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Whether unsaved changes shall be left for another workbook. */
export function OpenQuestion({ fileName, open, onConfirm, onCancel }: OpenQuestionProps) {
  const texts = useTexts();
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, { open: stays }) => !stays && onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{texts.discard}</DialogTitle>
          <DialogContent>{texts.discardText(fileName)}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onConfirm}>
              {texts.discardConfirm}
            </Button>
            <Button onClick={onCancel}>{texts.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
