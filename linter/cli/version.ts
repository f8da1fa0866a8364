/** Version of the package; stands in one place, package.json. */
export { version } from "../../package.json";
