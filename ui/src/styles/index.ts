// The style sheets every page loads, in the order in which they may override each other.
import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-sans-3/wght-italic.css";
import "./tokens.css";
import "./base.css";
