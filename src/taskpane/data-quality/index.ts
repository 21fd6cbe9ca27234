export { DataQuality, type DataQualityProps } from "./data-quality";
