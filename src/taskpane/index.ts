import { mountPane } from "./mount-pane";
import { whenSeen } from "./when-seen";

void Office.onReady(() => {
  whenSeen(() => mountPane(document.getElementById("pane")!));
});
