import type { FileReport } from "../fileReport";
import type { TaskRunner } from "../tasks";

/**
 * 不检查的文件: files that something keeps from being checked, such as a wrong configuration. They are read all the same,
 * so that they count as companions and in the repository, but all that is reported of them is why they are not checked.
 * No rules should be on for them.
 *
 * @param troubleOf why a file is not checked, in Chinese; null for one that is
 */
export function leaveUnchecked(
  runner: TaskRunner,
  troubleOf: (path: string) => string | null,
): Pick<TaskRunner, "width" | "chunk" | "package"> {
  const withTrouble = (report: FileReport): FileReport => {
    const trouble = troubleOf(report.path);
    if (trouble === null) return report;
    const error = report.error === null ? trouble : `${trouble}；${report.error}`;
    return { ...report, error, findings: [], notes: [] };
  };
  return {
    width: runner.width,
    async chunk(task) {
      const { files, packages } = await runner.chunk(task);
      return {
        files: files.map((outcome) =>
          troubleOf(outcome.report.path) === null
            ? outcome
            : // Not even what is wrong with its exceptions is told.
              { ...outcome, report: withTrouble(outcome.report), written: null },
        ),
        packages: packages.map(({ group, outcome }) => ({ group, outcome: inPackage(outcome) })),
      };
    },
    package: async (task) => inPackage(await runner.package(task)),
  };

  function inPackage(outcome: Awaited<ReturnType<TaskRunner["package"]>>) {
    return {
      ...outcome,
      main: withTrouble(outcome.main),
      companions: outcome.companions.map(withTrouble),
      inCompanions: outcome.inCompanions.filter(({ path }) => troubleOf(path) === null),
    };
  }
}
