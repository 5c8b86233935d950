export { useDepartmentOptions, usePersonOptions } from "./options";
export { PeopleTables } from "./PeopleTables";
