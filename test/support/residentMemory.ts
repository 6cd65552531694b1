/** How much memory a process holds. */
import { readFileSync } from 'node:fs';

/** The resident memory of a process in MiB; NaN where the system does not tell. */
export function residentMiB(pid: number | undefined): number {
  try {
    const kibibytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kibibytes) / 1024);
  } catch {
    return Number.NaN;
  }
}
