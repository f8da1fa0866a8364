import { buildForBrowser } from "./build";

/** Once before all browser tests; what it returns runs after them. */
export default buildForBrowser;
