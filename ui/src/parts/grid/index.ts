export { Grid } from "./Grid";
export type { GridCell, GridColumn, GridProps, GridRow } from "./model";
export type { At, Range } from "./range";
export { formatTsv, parseTsv } from "./tsv";
