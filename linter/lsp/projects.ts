import { allRules } from "../../rules/index";
import { readOwnLaws } from "../cli/project";
import { openShippedRegistry } from "../cli/registry";
import { provideShippedWords } from "../cli/shippedWords";
import type { ConfiguredRule } from "../engine/configure";
import type { LawRegistry } from "../facts/laws";
import { ConfigFiles, isIgnored, rulesFor } from "../workspace/node/configFiles";

/** What the configuration nearest to a file says of it. */
export interface FileSettings {
  rules: readonly ConfiguredRule[];
  laws: LawRegistry;
  ignored: boolean;
}

/** Configurations and law registries of the open files; each is read once until something changes. */
export class Projects {
  #configs = new ConfigFiles(allRules);
  readonly #laws = new Map<string, Promise<LawRegistry>>();

  /** Throws a ConfigError for a configuration that cannot be used. */
  async settingsFor(path: string): Promise<FileSettings> {
    const config = await this.#configs.nearest(path);
    provideShippedWords();
    const key = config?.laws.join("\n") ?? "";
    let laws = this.#laws.get(key);
    if (!laws) {
      laws = readOwnLaws(config).then(openShippedRegistry);
      this.#laws.set(key, laws);
    }
    // One draft is no repository: nothing can be said of numbers or documents that are not here.
    const rules = rulesFor(path, config, allRules).filter(({ rule }) => rule.check);
    return { rules, laws: await laws, ignored: isIgnored(path, config) };
  }

  /** Configurations or law files changed: they are read anew; the shipped laws stay. */
  forget(): void {
    this.#configs = new ConfigFiles(allRules);
    for (const key of this.#laws.keys()) if (key !== "") this.#laws.delete(key);
  }
}
