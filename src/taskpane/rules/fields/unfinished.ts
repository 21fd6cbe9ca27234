import { createContext, useContext, useEffect, useId } from "react";

/** Fields of a group of rules whose text cannot be in force: what the group shows is by the rules before. */
export interface Unfinished {
  isUnfinished: boolean;
  tell: (field: string, isWrong: boolean) => void;
}

export const UnfinishedContext = createContext<Unfinished>({ isUnfinished: false, tell: () => undefined });

/** Tells the group around whether the fields here hold something that cannot be in force. */
export function useTellUnfinished(isWrong: boolean): void {
  const field = useId();
  const { tell } = useContext(UnfinishedContext);
  useEffect(() => {
    tell(field, isWrong);
    return () => tell(field, false);
  }, [field, isWrong, tell]);
}
