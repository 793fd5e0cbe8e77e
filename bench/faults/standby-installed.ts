import { installedTools } from './server-tools.ts';
import { losePrimary } from './standby.ts';

/** The same as standby.test.ts, with the PostgreSQL of a server and under a longer load. */
const changes = 1_000;
const tools = installedTools();
console.log(
  `${(await tools.run('postgres', '--version')).trim()}: ${changes} changes, kill -9, ${changes} more`,
);
const told = await losePrimary(tools, changes);
const seconds = (ms: number): string => (ms / 1000).toFixed(1);
console.log(
  `promoted ${seconds(told.msUntilPromoted)} s after the kill, the first change done ${seconds(told.msUntilBack)} s after that; ` +
    `meanwhile: ${told.refusals.join(', ')}`,
);
console.log(
  `acknowledged ${told.acknowledgedBefore} before, ${told.acknowledged} in all, ${told.matters} matters: ` +
    'nothing of it is lost, nothing is there twice, replay clean; background work goes on.',
);
