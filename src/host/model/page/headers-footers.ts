import { HostError } from "../host-error";
import type { PageLayout } from "./page-layout";

/** Excel.HeaderFooterGroup: one header and footer for all pages. */
export class HeaderFooterGroup {
  constructor(readonly $layout: PageLayout) {}

  get defaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.$layout);
  }

  get state(): string {
    return "Default";
  }

  set state(state: string) {
    if (state !== "Default") {
      throw new HostError("NotImplemented", "The host keeps one header and footer for all pages.");
    }
  }
}

/** Excel.HeaderFooter: texts with Excel's codes (&P page, &N pages, &D date). */
export class HeaderFooter {
  constructor(readonly $layout: PageLayout) {}

  get leftHeader(): string {
    return this.$layout.$page.header.left;
  }

  set leftHeader(text: string) {
    this.$layout.$editable().header.left = text;
  }

  get centerHeader(): string {
    return this.$layout.$page.header.center;
  }

  set centerHeader(text: string) {
    this.$layout.$editable().header.center = text;
  }

  get rightHeader(): string {
    return this.$layout.$page.header.right;
  }

  set rightHeader(text: string) {
    this.$layout.$editable().header.right = text;
  }

  get leftFooter(): string {
    return this.$layout.$page.footer.left;
  }

  set leftFooter(text: string) {
    this.$layout.$editable().footer.left = text;
  }

  get centerFooter(): string {
    return this.$layout.$page.footer.center;
  }

  set centerFooter(text: string) {
    this.$layout.$editable().footer.center = text;
  }

  get rightFooter(): string {
    return this.$layout.$page.footer.right;
  }

  set rightFooter(text: string) {
    this.$layout.$editable().footer.right = text;
  }
}
