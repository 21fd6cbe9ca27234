import { all, at, described, valueOf, type CheckedManifest } from "./manifest";
import { pngSize } from "./png-size";

/** Sizes of the picture of a button in pixels: all that Office takes, so that it need not scale one. */
const buttonSizes = [16, 20, 24, 32, 40, 48, 64, 80];

/** Pictures have the size that they are used for. What is not there is told of elsewhere. */
export function checkIcons({ root, address, files }: CheckedManifest): string[] {
  const problems: string[] = [];
  const check = (element: Element, url: string, size: number) => {
    const bytes = files(url.slice(address.length + 1));
    if (bytes === null) return;
    const found = pngSize(bytes);
    if (!found) problems.push(`${described(element)}: ${url} is no PNG picture.`);
    else if (found.width !== size || found.height !== size)
      problems.push(
        `${described(element)}: ${url} has ${found.width} × ${found.height} pixels, not ${size} × ${size}.`,
      );
  };

  for (const [name, size] of [
    ["IconUrl", 32],
    ["HighResolutionIconUrl", 64],
  ] as const) {
    const element = at(root, name);
    if (element) check(element, valueOf(element), size);
  }

  const resources = at(root, "VersionOverrides", "Resources", "Images");
  const urls = new Map(
    (resources ? all(resources, "Image") : []).map(
      (image) => [image.getAttribute("id"), valueOf(image)] as const,
    ),
  );
  for (const icon of all(root, "Icon")) {
    const owner = described(icon.parentElement!);
    const sizes = all(icon, "Image").map((image) => Number(image.getAttribute("size")));
    if (sizes.join() !== buttonSizes.join())
      problems.push(
        `${owner} has pictures of ${sizes.join(", ")} pixels; it has to have ${buttonSizes.join(", ")}.`,
      );
    for (const image of all(icon, "Image")) {
      const url = urls.get(image.getAttribute("resid"));
      if (url !== undefined) check(image, url, Number(image.getAttribute("size")));
    }
  }
  return problems;
}
