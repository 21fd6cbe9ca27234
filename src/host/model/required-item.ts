import { HostError } from "./host-error";

/** @throws HostError ItemNotFound for nothing. */
export function found<T>(item: T | null | undefined, message: string): T {
  if (item === null || item === undefined) {
    throw new HostError("ItemNotFound", message);
  }
  return item;
}
