import type { PackageEdit } from "../package/package-edit";

/** Takes a part away, and with it what only it referred to. */
export function removeWithOwn(part: string, edit: PackageEdit): void {
  const targets = edit.relationships(part).filter(({ external }) => !external);
  edit.remove(part);
  for (const { target } of targets) {
    if (edit.has(target) && !isReferredTo(target, edit)) removeWithOwn(target, edit);
  }
}

function isReferredTo(part: string, edit: PackageEdit): boolean {
  return edit.names
    .filter((name) => name.endsWith(".rels"))
    .some((name) => {
      const source = name.replace(/(^|\/)_rels\/([^/]+)\.rels$/, "$1$2");
      return edit
        .relationships(source)
        .some(({ target, external }) => !external && target.toLowerCase() === part.toLowerCase());
    });
}
