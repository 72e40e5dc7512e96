/** What one client does with one incident. Answers how many commands that were. */
export type Turn = (incidentId: string) => Promise<number>;

const CLIENTS = 8;

/** Eight clients take incidents one by one. Answers commands per second. */
export async function rateOf(incidentIds: readonly string[], turn: Turn): Promise<number> {
  const waiting = [...incidentIds];
  let commands = 0;
  const client = async (): Promise<void> => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) commands += await turn(id);
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return commands / ((performance.now() - started) / 1000);
}
