export { Chart } from "./Chart";
export { FigureGrid } from "./FigureGrid";
export { MeasureForm } from "./MeasureForm";
export { MeasurePicker, pickable } from "./MeasurePicker";
