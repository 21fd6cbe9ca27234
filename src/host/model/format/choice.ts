import { HostError } from "../host-error";

export function oneOf<T extends string>(value: string, allowed: T[]): T {
  if (!allowed.includes(value as T)) {
    throw new HostError("InvalidArgument", `${value} is not one of ${allowed.join(", ")}.`);
  }
  return value as T;
}
