import { config } from "zod/v4";

/**
 * What `zod` is in the extension (see wxt.config.ts). Its schemas try, when they are made, whether they may compile themselves: the policy
 * of extension pages forbids that and would note a violation each time. This runs before any schema is made, in whatever bundle.
 */
config({ jitless: true });

export * from "zod/v4";
