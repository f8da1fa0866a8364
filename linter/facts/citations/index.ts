export { recogniseCitations } from "./recogniseCitations";
export { resolveCitations } from "./resolveCitations";
