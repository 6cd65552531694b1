/** Lets the threads that work in the background stand behind the one that answers her keys. */
import { constants, getPriority, setPriority } from 'node:os';

/** Steps of niceness: a thread then gets a third of what the main thread gets where both want the same core. */
const BEHIND = 5;

/**
 * Lowers the priority of the calling thread, and of the threads and processes that it begins from here on. On Linux a
 * process number of 0 means the calling thread alone; elsewhere it means the whole process, so there nothing is done.
 */
export function standBehindTyping(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, Math.min(constants.priority.PRIORITY_LOW, getPriority(0) + BEHIND));
  } catch {
    // Where that is not allowed the thread works as it did.
  }
}
