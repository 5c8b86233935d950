import "./copies.css";

export { BringIn } from "./BringIn";
export { Conflicts } from "./Conflicts";
export { HandOut } from "./HandOut";
export { Passphrase } from "./Passphrase";
export { SendBack } from "./SendBack";
export { SharedFolder } from "./SharedFolder";
