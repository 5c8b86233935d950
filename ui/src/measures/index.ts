export { Chart } from "./Chart";
export { FigureGrid } from "./FigureGrid";
export { MeasureForm } from "./MeasureForm";
export { MeasureHistory } from "./MeasureHistory";
export { MeasurePicker, pickable } from "./MeasurePicker";
